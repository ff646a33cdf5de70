// The `never` check at the end of every switch of this folder.

/** Proves to the compiler that a switch is complete. Throws a TypeError on a kind that only a newer copy of the library knows. */
export function unreachable(value: never): never {
  throw new TypeError(`define-once cannot report on ${JSON.stringify(value)}`);
}
