// Shrinking: the smallest data of its kind of which something still holds. It works on any plain data in which lists may
// lose elements and numbers may become smaller.

import type { Count } from "../../src/units.ts";

/** Data that is a little smaller, the boldest attempts first. */
export function* smaller(data: unknown): Generator<unknown> {
  if (typeof data === "number") {
    for (const number of new Set([0, data >> 1, data - 1])) if (number >= 0 && number < data) yield number;
  } else if (Array.isArray(data)) {
    for (let size = data.length; size >= 1; size >>= 1) {
      for (let at = data.length - size; at >= 0; at -= size) yield data.toSpliced(at, size);
    }
    for (const [index, each] of data.entries()) {
      for (const less of smaller(each)) yield data.with(index, less);
    }
  } else if (typeof data === "object" && data !== null) {
    for (const [key, each] of Object.entries(data)) {
      for (const less of smaller(each)) yield { ...data, [key]: less };
    }
  }
}

/**
 * The smallest data found of which something holds.
 *
 * @param trials how often `holds` may be asked
 */
export async function smallest<T>(data: T, holds: (data: T) => Promise<boolean>, trials: Count): Promise<T> {
  let best = data;
  let left = trials;
  for (let found = true; found; ) {
    found = false;
    for (const less of smaller(best)) {
      if (left-- <= 0) return best;
      // What is smaller has the same shape.
      if (!(await holds(less as T))) continue;
      best = less as T;
      found = true;
      break;
    }
  }
  return best;
}
