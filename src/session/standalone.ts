// A cached function that is no definition: its results live as long as it does, and are told apart by what it depends on
// like all others.

import type { CachedParts } from "../cache/cached.ts";
import { clearResults, emptyResults, freshCounters, type Present, type Results } from "../cache/results.ts";
import type { Callable } from "../callable.ts";
import type { Digest } from "../fingerprint/digest.ts";
import { plainSubject, type Subject } from "../fingerprint/subject.ts";
import {
  foundPresent,
  type Inquiry,
  knownPresent,
  lastChangeText,
  unknownDependencies,
} from "./dependencies.ts";
import { usesReceiver } from "./generation.ts";
import type { Host } from "./host.ts";
import { argumentEncoding, sessionReader } from "./reader.ts";
import { type Check, currentTurn, type Registry } from "./registry.ts";

/** What a cached function is made of that was not defined once. */
export function standaloneParts<F extends Callable>(
  registry: Registry,
  fn: F,
  check: Check,
  host: Host,
): CachedParts<F> {
  const reader = sessionReader(registry, host.reader);
  const states = new Map<Digest, Results>();
  const dependencies = unknownDependencies();
  const subject = (): Subject =>
    plainSubject({
      name: fn.name || "function",
      target: fn,
      code: reader.code(fn),
      equality: "normal",
      isValue: false,
    });
  const resultsOf = (digest: Digest): Results => {
    const results = states.get(digest) ?? emptyResults();
    states.set(digest, results);
    return results;
  };
  const inquiry: Inquiry = { dependencies, subject, resultsOf, onChange: () => {} };
  const present = (isForced: boolean): Present => {
    const turn = check === "turn" ? currentTurn(registry, host.cell) : undefined;
    return knownPresent(dependencies, turn, isForced) ?? foundPresent(inquiry, registry, reader);
  };
  let receives: boolean | undefined;
  return {
    counters: freshCounters(),
    arguments: argumentEncoding(registry, reader, () => dependencies.captured?.asksTexts !== false),
    now: host.now,
    isEnabled: () => registry.settings.enabled,
    note: (fn, name) => registry.handles.set(fn, { kind: "api", name }),
    present,
    lastChange: () => lastChangeText(dependencies),
    clear: () => {
      for (const results of states.values()) clearResults(results);
    },
    target: () => fn,
    usesReceiver: () => {
      receives ??= usesReceiver(reader.code(fn));
      return receives;
    },
  };
}
