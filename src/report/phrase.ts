// What was decided about a definition, as the continuation of a sentence that begins with its name.

import type { SessionEvent } from "../session/event.ts";
import type { Count } from "../units.ts";
import type { Sameness } from "../verdict/sameness.ts";
import type { Verdict } from "../verdict/verdict.ts";
import { fragment } from "./fragment.ts";
import { lead, type Phrase, words } from "./piece.ts";
import { countOf } from "./quantity.ts";
import { changePhrase, undoingPhrase } from "./reason.ts";
import { unreachable } from "./unreachable.ts";

/** What sort of news an event is; reports choose a colour by it. */
export type Tone = "new" | "kept" | "restored" | "changed" | "accepted" | "forgotten";

/** The phrase of a verdict: `is new`, `kept: only formatting or comments differ`. */
export function verdictPhrase(verdict: Verdict): Phrase {
  switch (verdict.kind) {
    case "first":
      return [words("is "), lead("new")];
    case "kept":
      return [lead("kept"), words(`: ${sameness(verdict)}`)];
    case "restored":
      return [
        lead("restored"),
        words(": "),
        ...undoingPhrase(verdict.undone),
        words(`; ${inForce(verdict.back)}`),
      ];
    case "changed":
      return changePhrase(verdict.reason);
    default:
      return unreachable(verdict);
  }
}

/** The phrase of an event, with the results that it leaves in place. */
export function eventPhrase(event: SessionEvent): Phrase {
  switch (event.type) {
    case "defined": {
      const phrase = verdictPhrase(event.verdict);
      if (event.results === 0) return phrase;
      const stay = event.results === 1 ? "stays" : "stay";
      return [...phrase, words(`; its ${countOf(event.results, "result")} ${stay}`)];
    }
    case "rechecked":
      return event.results === 0
        ? verdictPhrase(event.verdict)
        : [...verdictPhrase(event.verdict), words(`; ${countOf(event.results, "result")} from then`)];
    case "accepted": {
      const results = event.results === 0 ? "" : `; the new code keeps ${countOf(event.results, "result")}`;
      return [lead("accepted"), words(`: the latest change was declared harmless${results}`)];
    }
    case "forgotten":
      return [lead("forgotten"), words(": the definition and its earlier versions were dropped")];
    default:
      return unreachable(event);
  }
}

/** The phrase of an event's decision where it stands alone, in a table: `new`, `kept: the text is the same`. */
export function headline(event: SessionEvent): Phrase {
  return alone("verdict" in event ? verdictPhrase(event.verdict) : eventPhrase(event));
}

/** A phrase that needs no subject: `is new` becomes `new`. */
export function alone(phrase: Phrase): Phrase {
  return phrase[0]?.kind === "lead" ? phrase : phrase.slice(1);
}

/** What sort of news an event is. */
export function toneOf(event: SessionEvent): Tone {
  if (event.type !== "defined" && event.type !== "rechecked") return event.type;
  return event.verdict.kind === "first" ? "new" : event.verdict.kind;
}

function sameness({ by, through }: Extract<Verdict, { kind: "kept" }>): string {
  switch (by) {
    case "name":
      return "the name is the same";
    case "source":
      return "the text is the same";
    case "syntax":
      return "only formatting or comments differ";
    case "normal":
      return through === undefined ? "only names of locals or equivalent forms differ" : ways(through);
    default:
      return unreachable(by);
  }
}

/** `else after exit, renamed i`; what is many is counted. */
function ways({ rules, renamed }: Sameness): string {
  const names = renamed.length === 0 ? [] : [`renamed ${few(renamed, "local")}`];
  return [...(rules.length === 0 ? [] : [few(rules, "rule")]), ...names].join(", ") || "equivalent forms";
}

const FEW: Count = 3;

function few(names: readonly string[], what: string): string {
  const rest = names.length - FEW;
  const shown = names
    .slice(0, FEW)
    .map((name) => fragment(name))
    .join(", ");
  return rest <= 0 ? shown : `${shown} and ${countOf(rest, `other ${what}`)}`;
}

function inForce(back: number): string {
  if (back === 1) return "the one before is in force again";
  return `an earlier definition (${back} back) is in force again`;
}
