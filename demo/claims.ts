// What a round was to come to against what came of it: claims, each a sentence, and what was found where one fails.

import { countOf } from "../src/report/quantity.ts";
import type { Count } from "../src/units.ts";
import type { Verdict } from "../src/verdict/verdict.ts";
import { type Expected, NAMES, type Name, type Round, SHOWING } from "./rounds.ts";
import type { Outcome } from "./run-all.ts";
import type { Work } from "./work.ts";

/** A sentence, and whether it holds. */
export interface Claim {
  readonly text: string;
  /** What was found instead; undefined if it holds. */
  readonly but: string | undefined;
}

/** A round that has run. */
export interface Played {
  readonly round: Round;
  readonly outcome: Outcome;
  readonly work: Readonly<Record<Name, Work>>;
}

/** A kept round must take at most this part of the cold one, however slow the machine. */
const FASTER = 10;

/** All claims about a round, given those before it, the cold one first. */
export function claims(played: Played, before: readonly Played[]): readonly Claim[] {
  const { outcome } = played;
  const names = outcome.definitions.map(({ name }) => name).join(", ");
  return [
    claim("the definitions are those of the notebook", names, NAMES.join(", ")),
    claim("every call could be cached", outcome.remarks.join(" "), ""),
    ...NAMES.flatMap((name) => claimsOf(name, played, before)),
    ...argumentClaims(played, before),
    ...outputClaims(played, before),
    ...timeClaims(played, before),
  ];
}

function claimsOf(name: Name, played: Played, before: readonly Played[]): readonly Claim[] {
  const { outcome, work } = played;
  const expected = played.round.expected[name];
  const last = before.at(-1)?.outcome.identities[name];
  const earlier = before.at(-2)?.outcome.identities[name];
  const { misses, hits, event } = work[name];
  const because = editIn(event.verdict);
  return [
    claim(`${name} is ${expected.verdict}`, kindOf(event.verdict), expected.verdict),
    ...(expected.because === undefined ? [] : [claim(`${name} names the edit`, because, expected.because)]),
    claim(`${name} computes ${countOf(expected.runs, "call")}`, misses, expected.runs),
    claim(`${name} answers ${countOf(1 - expected.runs, "call")} from its cache`, hits, 1 - expected.runs),
    ...identityClaims(name, expected, outcome.identities[name], last, earlier),
  ];
}

/** A kept definition is the same function object, a restored one the earlier object, a changed one another. */
function identityClaims(
  name: Name,
  { verdict }: Expected,
  now: Count,
  last: Count | undefined,
  earlier: Count | undefined,
): readonly Claim[] {
  switch (verdict) {
    case "first":
      return [];
    case "changed":
      return [claim(`${name} is another function than before`, now !== last, true)];
    case "restored":
      return [claim(`${name} is the function of the round before last`, now, earlier)];
    default:
      return [claim(`${name} is the same function as before`, now, last)];
  }
}

/** `importance` computes exactly when it is asked with an argument that it was never asked with. */
function argumentClaims({ outcome, work }: Played, before: readonly Played[]): readonly Claim[] {
  const isNew = before.every((other) => other.outcome.neighbours !== outcome.neighbours);
  const { misses } = work.importance;
  return [claim("importance computes only for an argument that is new to it", misses > 0, isNew)];
}

function outputClaims({ outcome, round }: Played, before: readonly Played[]): readonly Claim[] {
  const cold = before[0]?.outcome.shown;
  if (cold === undefined) return [];
  return SHOWING.map((id) => {
    const differs = round.differing.includes(id);
    const text = `the cell "${id}" shows ${differs ? "something else than" : "the same as"} in the first round`;
    const holds = (outcome.shown[id] !== cold[id]) === differs;
    return { text, but: holds ? undefined : `it shows ${JSON.stringify(outcome.shown[id])}` };
  });
}

function timeClaims(played: Played, before: readonly Played[]): readonly Claim[] {
  const cold = before[0]?.outcome.took;
  const { took } = played.outcome;
  if (cold === undefined || NAMES.some((name) => played.round.expected[name].runs > 0)) return [];
  return [claim(`it takes less than a tenth of the first round`, took * FASTER < cold, true)];
}

function claim(text: string, found: unknown, expected: unknown): Claim {
  return { text, but: Object.is(found, expected) ? undefined : `found ${JSON.stringify(found)}` };
}

function kindOf(verdict: Verdict): string {
  return verdict.kind === "kept" ? `kept by ${verdict.by}` : verdict.kind;
}

function editIn(verdict: Verdict): string | undefined {
  if (verdict.kind !== "changed" || verdict.reason.kind !== "code") return undefined;
  const { before, after } = verdict.reason.difference;
  return `${before.text} -> ${after.text}`;
}
