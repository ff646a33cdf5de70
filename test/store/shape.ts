// What `deepStrictEqual` overlooks in a value.

/** Which parts are the same object, holes, key order, extensibility. */
export function shape(value: unknown, seen = new Map<object, number>()): unknown {
  if (typeof value !== "object" || value === null) return Object.is(value, -0) ? "-0" : typeof value;
  const known = seen.get(value);
  if (known !== undefined) return known;
  seen.set(value, seen.size);
  if (value instanceof Map) return [...value].map((pair) => pair.map((each) => shape(each, seen)));
  if (value instanceof Set) return [...value].map((each) => shape(each, seen));
  if (ArrayBuffer.isView(value)) return [value.constructor.name, value.byteLength];
  return Object.entries(Object.getOwnPropertyDescriptors(value)).map(([key, { value: each, ...flags }]) => [
    key,
    flags,
    shape(each, seen),
  ]);
}
