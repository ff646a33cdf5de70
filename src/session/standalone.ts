// A cached function that is no definition: its results live as long as it does, and are told apart by what it depends on
// like all others.

import type { CachedParts } from "../cache/cached.ts";
import { dropAll, emptyRecency } from "../cache/recency.ts";
import { emptyResults, type Present, type Results } from "../cache/results.ts";
import { type CacheRequest, decidingRules } from "../cache/rules.ts";
import type { Callable } from "../callable.ts";
import type { Digest } from "../fingerprint/digest.ts";
import { plainSubject, type Subject } from "../fingerprint/subject.ts";
import { cacheContext } from "./cache-context.ts";
import { foundPresent, type Inquiry, knownPresent, unknownDependencies } from "./dependencies.ts";
import { dropEmpty, usesGlobalThis, usesReceiver } from "./generation.ts";
import type { Host } from "./host.ts";
import { sessionReader } from "./reader.ts";
import { currentTurn, type Registry } from "./registry.ts";

/** What a cached function is made of that was not defined once. */
export function standaloneParts<F extends Callable>(
  registry: Registry,
  fn: F,
  request: CacheRequest,
  host: Host,
): CachedParts<F> {
  const reader = sessionReader(registry, host.reader);
  const code = reader.code(fn);
  const name = fn.name || "function";
  const states = new Map<Digest, Results>();
  const recency = emptyRecency();
  const dependencies = unknownDependencies();
  const { key } = request.rules;
  const subject = (): Subject => ({
    ...plainSubject({ name, target: fn, code, equality: "normal", isValue: false }),
    options: decidingRules(request.rules),
    keyFunction: typeof key === "function" ? key : undefined,
  });
  const resultsOf = (digest: Digest): Results => {
    const results = states.get(digest) ?? emptyResults();
    dropEmpty(states, (each) => each);
    states.set(digest, results);
    return results;
  };
  const inquiry: Inquiry = { dependencies, subject, resultsOf, onChange: () => {} };
  const present = (isForced: boolean): Present => {
    const turn = request.check === "turn" ? currentTurn(registry, host.cell) : undefined;
    return knownPresent(dependencies, turn, isForced) ?? foundPresent(inquiry, registry, reader);
  };
  const receives = usesReceiver(code);
  const isGlobal = usesGlobalThis(code);
  return {
    ...cacheContext(registry, host, {
      name,
      dependencies,
      recency,
      code: () => code,
      target: () => fn,
      isDecorated: () => false,
      request: () => request,
      present,
    }),
    note: (fn, name) => registry.handles.set(fn, { kind: "api", name }),
    clear: () => {
      for (const results of states.values()) dropAll(recency, results);
    },
    target: () => fn,
    usesGlobalThis: () => isGlobal,
    usesReceiver: () => receives,
  };
}
