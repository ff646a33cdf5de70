// The own keys of objects, in the order in which they are written.

import type { Count } from "../units.ts";

/** Arrays of more elements are read by index. */
export const FEW: Count = 64;

/** Whether an array is long, and has elements alone. To look at each element's own attributes would take too long. */
export function isLongList(value: readonly unknown[]): boolean {
  const { length } = value;
  return (
    length > FEW &&
    Reflect.ownKeys(value).length === length + 1 &&
    Object.isExtensible(value) &&
    Object.getOwnPropertyDescriptor(value, "length")?.writable === true
  );
}

/** Names in the order of their text, and symbols as they come. */
export function sortedKeys(keys: readonly PropertyKey[]): readonly (string | symbol)[] {
  const all = keys.map((key) => (typeof key === "number" ? String(key) : key));
  return [
    ...all.filter((key) => typeof key === "string").sort(),
    ...all.filter((key) => typeof key === "symbol"),
  ];
}
