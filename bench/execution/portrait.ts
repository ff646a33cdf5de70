// A value as text, so that two values on two sides can be compared: leaves as Object.is tells them apart, own properties
// with their attributes, prototypes by the names of their constructors. Names and texts of functions are left out.

const MOST_CHARACTERS = 20_000;
const MOST_DEPTH = 6;

/** Proxies and their targets: a look from here is none that the proxies should tell. */
export const proxied: WeakMap<object, object> = new WeakMap<object, object>();

/** The text of a value. Getters are not called. */
export function portrait(value: unknown): string {
  const seen = new Map<object, number>();
  let length = 0;

  const text = (part: string): string => {
    length += part.length;
    return part;
  };

  const show = (each: unknown, depth: number): string => {
    if (length > MOST_CHARACTERS) return "…";
    switch (typeof each) {
      case "string":
        return text(JSON.stringify(each));
      case "bigint":
        return text(`${each}n`);
      case "number":
        return text(Object.is(each, -0) ? "-0" : String(each));
      case "function":
      case "object":
        return each === null ? "null" : showObject(each, depth);
      default:
        return text(String(each));
    }
  };

  const showObject = (object: object, depth: number): string => {
    const each = proxied.get(object) ?? object;
    const known = seen.get(each);
    if (known !== undefined) return `#${known}`;
    seen.set(each, seen.size);
    if (each === globalThis) return "globalThis";
    const head = text(kind(each));
    if (depth > MOST_DEPTH) return `${head}…`;
    const parts = Reflect.ownKeys(each).flatMap((key) => {
      const property = Reflect.getOwnPropertyDescriptor(each, key);
      // The name and the text of a function are let go; `prototype` is looked at through what it makes.
      const isLetGo =
        typeof each === "function" && (key === "name" || key === "prototype" || key === "length");
      if (property === undefined || isLetGo || key === "stack") return [];
      const flags = `${property.enumerable ? "" : "!e"}${property.writable === false ? "!w" : ""}${property.configurable ? "" : "!c"}`;
      const shown = "value" in property ? show(property.value, depth + 1) : "accessor";
      if (key === "message" && each instanceof Error) return [`message: ${shownMessage(each)}`];
      return [`${text(String(key))}${flags}: ${shown}`];
    });
    return `${head}{${[...parts, ...contents(each, depth)].join(", ")}}`;
  };

  const contents = (each: object, depth: number): readonly string[] => {
    if (each instanceof Map) return [...each].map((entry) => show(entry, depth + 1));
    return each instanceof Set ? [...each].map((entry) => show(entry, depth + 1)) : [];
  };

  try {
    return show(value, 0);
  } catch (error) {
    return `not shown: ${String(error)}`;
  }
}

function kind(each: object): string {
  if (typeof each === "function") return `function/${each.length}`;
  if (Array.isArray(each)) return "array";
  const prototype: unknown = Object.getPrototypeOf(each);
  const made =
    typeof prototype === "object" && prototype !== null && "constructor" in prototype
      ? prototype.constructor
      : null;
  // The names of functions are let go, those of classes are not.
  const isNamed = typeof made === "function" && /^class\b|\[native code\]/.test(String(made));
  const name = isNamed ? made.name : made === null ? "null" : "made";
  if (each instanceof Date) return `Date ${each.getTime()}`;
  if (each instanceof RegExp) return String(each);
  return name;
}

// Engines write the text of the expression that failed into the message, and local names with it: these messages are
// compared by what is wrong, not by where.
const ENGINE_MESSAGES: readonly (readonly [pattern: RegExp, kept: string])[] = [
  [/^.* is not (a function|iterable|a constructor|an object)/s, "… is not $1"],
  [/Cannot access '[^']*' before/, "Cannot access … before"],
  [/Cannot destructure (?:property '[^']*' of )?.* as it is/s, "Cannot destructure … as it is"],
  [/(object is not iterable) .*/s, "$1"],
  [/Class constructor [\w$]+/, "Class constructor …"],
];

function shownMessage({ message }: Error): string {
  const kept = ENGINE_MESSAGES.reduce(
    (text, [pattern, replacement]) => text.replace(pattern, replacement),
    String(message),
  );
  return JSON.stringify(kept);
}

/** What was thrown, as text. */
export function thrownPortrait(error: unknown): string {
  if (!(error instanceof Error)) return portrait(error);
  const rest = Object.fromEntries(Object.entries(error).filter(([key]) => key !== "stack"));
  return `${error.constructor.name} ${shownMessage(error)} ${portrait(rest)}`;
}
