// Functions with a store, for tests of what the store does.

import { type Cached, cache } from "../../src/index.ts";
import type { Store } from "../../src/store/store.ts";

/** How often any of them ran; tests set it back. */
export const tally: { runs: number } = { runs: 0 };

interface Square {
  readonly square: number;
}

/** Another function of the same meaning each time, as another process would have it. */
export const squares = (store: Store): Cached<(n: number) => Promise<Square>> =>
  cache(
    async (n: number) => {
      tally.runs++;
      return { square: n ** 2 };
    },
    { store },
  );

export const plainSquares = (store: Store): Cached<(n: number) => Square> =>
  cache(
    (n: number) => {
      tally.runs++;
      return { square: n ** 2 };
    },
    { store },
  );

/** Lets a store finish what nobody waits for. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));
