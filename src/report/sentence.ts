// Every decision as one sentence on one line, which names what differs.

import type { SessionEvent } from "../session/event.ts";
import type { Verdict } from "../verdict/verdict.ts";
import { fragment } from "./fragment.ts";
import { eventPhrase, verdictPhrase } from "./phrase.ts";
import { type Phrase, phraseText } from "./piece.ts";

/**
 * A verdict as a sentence. Positions are `line:column` in the new code, both from 1.
 *
 * @example
 * verdictSentence("simulate", { kind: "kept", by: "syntax" })
 * // "simulate kept: only formatting or comments differ."
 */
export function verdictSentence(name: string, verdict: Verdict): string {
  return sentence(name, verdictPhrase(verdict));
}

/** An event as a sentence: the verdict, and how many results stay. */
export function eventSentence(event: SessionEvent): string {
  return sentence(event.name, eventPhrase(event));
}

/** A definition's name as reports print it: on one line, of at most 48 columns. */
export function nameText(name: string): string {
  return name === "" ? "(unnamed)" : fragment(name);
}

function sentence(name: string, phrase: Phrase): string {
  return `${nameText(name)} ${phraseText(phrase)}.`;
}
