// A memoizer as one finds them in packages: state in a closure and on the function, a method, a counter.

export type Numeric = (x: number) => number;

export interface Memoized extends Numeric {
  clear(): void;
  readonly hits: number;
  store: Map<number, number>;
}

/** How often the decorator itself ran. */
export const decorations = { count: 0 };

/** Memoizes by its one argument; `store` may be read and replaced, `hits` is kept up to date. */
export function memoized(fn: Numeric): Memoized {
  decorations.count++;
  const memo: Memoized = Object.assign(
    (x: number) => {
      const known = memo.store.get(x);
      if (known !== undefined) {
        Object.assign(memo, { hits: memo.hits + 1 });
        return known;
      }
      const value = fn(x);
      memo.store.set(x, value);
      return value;
    },
    { store: new Map<number, number>(), hits: 0, clear: () => memo.store.clear() },
  );
  return memo;
}
