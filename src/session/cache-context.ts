// What the calls of a cached function need, from what the session knows of it.

import { types } from "node:util";
import type { CallContext } from "../cache/call.ts";
import type { Shelf } from "../cache/persistence.ts";
import type { Recency } from "../cache/recency.ts";
import { freshCounters, type Present } from "../cache/results.ts";
import type { CacheRequest } from "../cache/rules.ts";
import { ByteWriter } from "../fingerprint/bytes.ts";
import type { Code } from "../fingerprint/code.ts";
import { type Digest, sha256 } from "../fingerprint/digest.ts";
import type { Captured } from "../fingerprint/subject.ts";
import { NOTHING_CHANGES } from "../fingerprint/watch.ts";
import type { Count } from "../units.ts";
import { lastChangeText } from "./dependencies.ts";
import type { Host } from "./host.ts";
import { argumentEncoding, sessionReader } from "./reader.ts";
import type { Dependencies, Registry } from "./registry.ts";

/** A function that is cached. */
export interface CachedFacts {
  readonly name: string;
  readonly dependencies: Dependencies;
  readonly recency: Recency;
  readonly code: () => Code;
  readonly target: () => object;
  readonly isDecorated: () => boolean;
  readonly request: () => CacheRequest;
  readonly present: (isForced: boolean) => Present;
}

/** What its calls need. */
export function cacheContext(registry: Registry, host: Host, facts: CachedFacts): CallContext {
  const { name, dependencies, recency, code, target, isDecorated, request, present } = facts;
  const reader = sessionReader(registry, host.reader);
  const asksTexts = (): boolean => dependencies.captured?.asksTexts !== false;
  const encoding = argumentEncoding(registry, reader, asksTexts, true);
  const counters = freshCounters();
  const say = (text: string): void => {
    if (registry.settings.notices) host.say(text);
  };
  const seen = (): Count | undefined => (isDecorated() ? undefined : seenParameters(code()));
  let shelf: Shelf | undefined;
  let group: Group | undefined;
  return {
    counters,
    recency,
    rules: () => request().rules,
    quick: dependencies.quick,
    present: (isForced) => {
      const now = present(isForced);
      setQuick(dependencies, request(), now, present);
      dependencies.quick.seen = seen();
      return now;
    },
    lastChange: () => lastChangeText(dependencies),
    arguments: encoding,
    seenParameters: seen,
    fileContents: (paths) => host.fileContents(paths, name),
    isAsync: () => !isDecorated() && isAsync(target()),
    shelf: () => {
      const store = host.store(request().store ?? registry.settings.store, say);
      if (store === undefined) return undefined;
      if (shelf?.store !== store)
        shelf = {
          store,
          codecs: () => registry.settings.codecs,
          arguments: argumentEncoding(registry, reader, asksTexts, false),
          group: () => {
            group = groupOf(dependencies, host, group);
            return group?.digest;
          },
          name,
          date: host.date,
          notice: say,
        };
      return shelf;
    },
    now: host.now,
    settings: registry.settings,
    onChanged: (path) => {
      const text =
        `A caller changed a result of ${name}${path === "" ? "" : `, at ${path}`}, so it is computed again. ` +
        "Copy before changing it ([...rows].sort()), or pass clone: true; share: true if such changes are harmless.";
      counters.changed.add(text);
      say(text);
    },
    onBlock: (last) => {
      if (registry.settings.notices && !isAsync(target())) host.announceRun(name, last);
    },
    onRun: (last) => (registry.settings.notices ? host.progress(name, last) : () => {}),
  };
}

/** Lets calls find results at once, where nothing but their arguments and what the function depends on decides. */
function setQuick(
  { quick, captured }: Dependencies,
  { isSimple, check }: CacheRequest,
  now: Present,
  present: (isForced: boolean) => Present,
): void {
  if (now.kind === "none" || !isSimple || captured === undefined) {
    quick.results = undefined;
    return;
  }
  quick.results = now.results;
  quick.isCurrent =
    check === "turn"
      ? () => present(false) === now
      : captured.isCurrent === NOTHING_CHANGES
        ? undefined
        : captured.isCurrent;
}

/** What stored results belong to, as it was last found. */
interface Group {
  readonly captured: Captured;
  readonly environment: readonly string[];
  readonly digest: Digest;
}

/** What stored results belong to: all that the function depends on, and what else decides in this runtime. */
function groupOf({ captured }: Dependencies, host: Host, known: Group | undefined): Group | undefined {
  if (captured === undefined || !captured.isPortable || captured.obstacles.length > 0) return undefined;
  // The same list while nothing changed.
  const environment = host.environment();
  if (known?.captured === captured && known.environment === environment) return known;
  const writer = new ByteWriter(256);
  writer.string(captured.fingerprint.digest);
  for (const part of [...environment, ...host.packageVersions(packagesOf(captured))]) writer.string(part);
  return { captured, environment, digest: sha256(writer.bytes) };
}

/** The packages that stand for some of what a function depends on: `d3@7.9.0`. */
function packagesOf({ fingerprint: { leaves } }: Captured): readonly string[] {
  const known = leaves.flatMap((leaf) => (leaf.kind === "known" ? [leaf.value.split(" ")[0] ?? ""] : []));
  return known.filter((name) => name.includes("@"));
}

function seenParameters(code: Code): Count | undefined {
  return code.state === "parsed" ? code.seenParameters : undefined;
}

/** Whether what a function returns is a promise, so that it may wait for a store. */
function isAsync(fn: object): boolean {
  return types.isAsyncFunction(fn) && !types.isGeneratorFunction(fn);
}
