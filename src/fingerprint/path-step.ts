// How paths to parts of values are written.

/** How a path goes on with a property: `.a`, `[0]`, `[Symbol(b)]`. */
export function pathStep(key: string | symbol): string {
  if (typeof key === "symbol") return `[${String(key)}]`;
  if (INDEX.test(key)) return `[${key}]`;
  return IDENTIFIER.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

const INDEX = /^(?:0|[1-9]\d*)$/;
const IDENTIFIER = /^#?[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;
