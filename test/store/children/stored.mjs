// What the children of the tests store: entries whose bytes follow from their keys, so that any reader can check them.

import { createHash } from "node:crypto";

const built = new URL("../../../dist/store/", import.meta.url);

export const { diskStore } = await import(new URL("disk-store.js", built).href);
export const { sqliteDriver } = await import(new URL("driver.js", built).href);

/** The bytes that belong under a key: `size` of them. A key ends in its size: `a:3:5000`. */
function bytesOf(key) {
  const size = Number(key.slice(key.lastIndexOf(":") + 1));
  const block = createHash("sha256").update(key).digest();
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += block.length) bytes.set(block.subarray(0, size - at), at);
  return bytes;
}

export function entryOf(key) {
  return {
    bytes: bytesOf(key),
    codec: "v8:15",
    group: `group of ${key}`,
    name: "f",
    took: key.length,
    at: 1.5,
  };
}

/** `right`, `absent`, or a wrong value, which must never be. */
export function verdictOf(key, found) {
  if (found === undefined) return "absent";
  const { bytes, ...rest } = found;
  const { bytes: expected, ...expectedRest } = entryOf(key);
  const isSame =
    Buffer.compare(bytes, expected) === 0 && JSON.stringify(rest) === JSON.stringify(expectedRest);
  return isSame ? "right" : "WRONG";
}

/** Whole numbers below a limit, the same in each run. */
export function seeded(seed) {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
