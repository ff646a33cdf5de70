// The cases that somebody has looked at: adjudicated.json lists them with the reason, and with a reproduction where a tool errs.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** A mutant that does what the function does, though no minifier shows it. */
interface JudgedMutant {
  /** As `keyOf` gives it for both texts. */
  readonly key: string;
  readonly reason: string;
}

/** A loss that is right: a tool changed what the function does, or something that can be observed. */
interface JudgedLoss {
  /** As `keyOf` gives it for the text before. */
  readonly key: string;
  /** A pattern of row names. */
  readonly rows: string;
  readonly reason: string;
  /** The smallest text on which the tool does it, and what it makes of it. */
  readonly reproduction: readonly [before: string, after: string];
}

const list = JSON.parse(readFileSync(new URL("./adjudicated.json", import.meta.url), "utf8")) as {
  readonly losses: readonly JudgedLoss[];
  readonly mutants: readonly JudgedMutant[];
};

/** The key of a case: it changes with every change of its texts. */
export function keyOf(...texts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(texts)).digest("hex").slice(0, 16);
}

/** Why a loss is right, if somebody has said so. */
export function reasonOfLoss(row: string, before: string): string | undefined {
  const key = keyOf(before);
  return list.losses.find((each) => each.key === key && new RegExp(each.rows).test(row))?.reason;
}

/** Why a mutant is none, if somebody has said so. */
export function reasonOfMutant(before: string, after: string): string | undefined {
  const key = keyOf(before, after);
  return list.mutants.find((each) => each.key === key)?.reason;
}
