// The one line that is printed while cells run: always for a changed definition, for a kept one only when it paid.

import type { SessionEvent } from "../session/event.ts";
import type { Milliseconds } from "../units.ts";
import { durationText } from "./quantity.ts";
import { eventSentence, nameText } from "./sentence.ts";
import { unreachable } from "./unreachable.ts";

/** A kept definition is worth a line when its cache saved more than this. */
const WORTH: Milliseconds = 1000;

/**
 * The notice for an event, without a line break, or `undefined` when the event deserves none.
 *
 * @param saved - what the kept cache saved since its last notice; default 0.
 * @example
 * noticeLine(event, 3200) // "define-once: simulate kept, 3.2 s saved"
 */
export function noticeLine(event: SessionEvent, saved: Milliseconds = 0): string | undefined {
  if (!("verdict" in event)) return undefined;
  switch (event.verdict.kind) {
    case "first":
      return undefined;
    case "kept":
    case "restored":
      if (event.type === "rechecked") return undefined;
      if (!(saved > WORTH)) return undefined;
      return `define-once: ${nameText(event.name)} ${event.verdict.kind}, ${durationText(saved)} saved`;
    case "changed":
      return `define-once: ${eventSentence(event)}`;
    default:
      return unreachable(event.verdict);
  }
}
