// The project that the issue is about: `mod.ts` uses `normalise` of `helper.ts`, which uses EPSILON of `constants.ts`.

import { mod } from "./row.ts";

export const NAMED = 'import { normalise } from "./helper.ts";';
export const CALL = "normalise(x) * 2";

export const HELPER = `import { EPSILON } from "./constants.ts";
export function normalise(x: number): number { return x + EPSILON; }`;
/** An edit of the helper. */
export const HELPER_MINUS = HELPER.replace("x + EPSILON", "x - EPSILON");

export const CONSTANTS = "export const EPSILON = 1;";
/** An edit of the constant. */
export const CONSTANTS_5 = "export const EPSILON = 5;";

/** Text by path. */
export const PROJECT = { "mod.ts": mod(NAMED, CALL), "helper.ts": HELPER, "constants.ts": CONSTANTS };
