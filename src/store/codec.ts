// How instances of a class are stored: as what the class's owner says they are made of.

/**
 * Stores the instances of one class. Only instances whose prototype is exactly `type.prototype` count, so that an instance
 * of a subclass never comes back as one of its parent.
 *
 * @example
 * const matrices: Codec<Matrix> = {
 *   name: "Matrix/1",
 *   type: Matrix,
 *   encode: (matrix) => ({ columns: matrix.columns, cells: matrix.cells }),
 *   decode: (data) => Matrix.of(data),
 * };
 */
export interface Codec<T> {
  /** Stands in the store, so change it together with what `encode` gives. */
  readonly name: string;
  readonly type: abstract new (...args: never[]) => T;
  /** What an instance is made of: anything that can be stored, other instances included. */
  encode(value: T): unknown;
  /** The instance again. What it throws makes the entry a miss. */
  decode(data: unknown): T;
}

/** The codec for an object; undefined for one that is an instance of none of their classes. */
export function codecOf(value: object, codecs: readonly Codec<unknown>[]): Codec<unknown> | undefined {
  if (codecs.length === 0) return undefined;
  const prototype: unknown = Object.getPrototypeOf(value);
  return codecs.find(({ type }) => type.prototype === prototype);
}
