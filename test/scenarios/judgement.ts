// What is wrong with what a host showed for a row: nothing, if all is well.

import { originalNames } from "./dialect.ts";
import type { Fact, Host, Outcome, Played, Row, Step } from "./row.ts";

/** One sentence for each thing that is not as the row says. */
export function complaints(row: Row, host: Host, played: Played | undefined): readonly string[] {
  if (played === undefined) return ["the row did not run"];
  if (played.error !== undefined) return [`it ended with an error: ${originalNames(played.error)}`];
  if (played.facts.length !== row.steps.length) {
    return [`there are ${played.facts.length} facts for ${row.steps.length} steps`];
  }
  const exception = row.exceptions[host];
  const found = row.steps.flatMap((step, index) => {
    const fact = played.facts[index];
    if (fact === undefined) return [];
    const outcome = exception?.outcomes?.[index] ?? step.outcome;
    const says = exception === undefined ? step.says : isLast(row, index) ? exception.says : undefined;
    const wrong = [
      ...stale(fact),
      ...unlike(outcome, fact),
      ...unsaid(says, fact),
      ...unshown(step, outcome, fact, played.facts[index - 1]),
    ];
    return wrong.map((what) => `step ${index + 1}: ${what}`);
  });
  return played.holds ? found : [...found, `in the end ${row.holds} does not hold`];
}

function isLast(row: Row, index: number): boolean {
  return index === row.steps.length - 1;
}

/** Never stale: in no host, whatever the row expects. */
function stale({ values, plain }: Fact): readonly string[] {
  const wrong = values.find((value) => value !== plain);
  return wrong === undefined ? [] : [`STALE: it gave ${wrong}, and the plain function gives ${plain}`];
}

function unlike(outcome: Outcome, { ran: [one, two] }: Fact): readonly string[] {
  return isLike(outcome, one, two) ? [] : [`expected ${outcome}, but the body ran ${one} and ${two} times`];
}

function isLike(outcome: Outcome, one: number, two: number): boolean {
  switch (outcome) {
    case "kept":
      return one === 0 && two === 0;
    case "changed":
      return one > 0 && two === 0;
    case "uncached":
      return one > 0 && two > 0;
    case "fresh":
      return true;
    default: {
      const none: never = outcome;
      throw new Error(`Unknown outcome ${String(none)}`);
    }
  }
}

function unsaid(says: RegExp | undefined, { said }: Fact): readonly string[] {
  const line = originalNames(said).replace(/\s+/g, " ");
  return says === undefined || says.test(line) ? [] : [`explain does not say ${says}, but: ${line}`];
}

/** A changed step whose value is that of before could not show a stale result. */
function unshown(step: Step, outcome: Outcome, fact: Fact, before: Fact | undefined): readonly string[] {
  const mayShow = outcome !== "changed" || step.sameValue === true || before === undefined;
  return mayShow || fact.plain !== before.plain ? [] : [`the plain value did not change from ${fact.plain}`];
}
