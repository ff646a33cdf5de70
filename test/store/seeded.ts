// Numbers that look random and are the same in each run.

/** Whole numbers below a limit, the same in each run (a linear congruential generator). */
export function seeded(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
