// Values as text: two are equal as results if their texts are. The names of the two sides are taken out.

import { types } from "node:util";

/** What a call gave, or threw. */
export function shown(value: unknown): string {
  return nameless(textOf(value, []));
}

export function shownError(error: unknown): string {
  return nameless(
    error instanceof Error ? `throws ${error.name}: ${error.message}` : `throws ${textOf(error, [])}`,
  );
}

/** Without what tells the sides apart. */
export function nameless(text: string): string {
  return text.replace(/\b[KP]_(\w*?)(?:_\d+)?\b/g, "$1");
}

function textOf(value: unknown, above: readonly object[]): string {
  switch (typeof value) {
    case "number":
      return Object.is(value, -0) ? "-0" : String(value);
    case "string":
      return JSON.stringify(value);
    case "bigint":
      return `${value}n`;
    case "function":
      return "a function";
    case "object":
      return value === null ? "null" : objectText(value, above);
    default:
      return String(value);
  }
}

function objectText(value: object, above: readonly object[]): string {
  const back = above.indexOf(value);
  if (back !== -1) return `<${above.length - back} up>`;
  const inner = [...above, value];
  const text = (each: unknown): string => textOf(each, inner);
  if (Array.isArray(value)) {
    const elements = Array.from({ length: value.length }, (_, index) =>
      index in value ? text(value[index]) : "",
    );
    return `[${elements.join(", ")}]`;
  }
  if (value instanceof Map) return `Map${text([...value])}`;
  if (value instanceof Set) return `Set${text([...value])}`;
  if (types.isPromise(value)) return "a promise";
  const properties = Object.entries(value).map(([key, each]) => `${key}: ${text(each)}`);
  return `{ ${properties.join(", ")} }`;
}
