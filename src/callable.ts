// The type of what this library is about.

/** Any function; as the bound of a type parameter it keeps overloads and type parameters. */
export type Callable = (...args: never[]) => unknown;
