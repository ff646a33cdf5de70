// The name that a function shows.

import { isObject } from "./property-path.ts";

/** The own property `name` of a function, without running an accessor; `prototype` stands for objects without one. */
export function functionName(fn: unknown): string {
  const name: unknown = isObject(fn) ? Object.getOwnPropertyDescriptor(fn, "name")?.value : undefined;
  return typeof name === "string" && name !== "" ? name : "prototype";
}
