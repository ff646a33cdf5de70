// What the session knows of its definitions, as facts for explanations and status. Nothing here changes anything.

import { cacheInfo } from "../cache/cached.ts";
import { DefineOnceError } from "../error.ts";
import type { Fingerprint } from "../fingerprint/manifest.ts";
import { definitionKind } from "../verdict/comparison.ts";
import { obstacleText } from "./dependencies.ts";
import type { DefinitionFacts, ExplanationFacts } from "./facts.ts";
import { type Definition, definitionKey, type Generation, inForce, type Registry } from "./registry.ts";

/** A row for each definition, in the order in which the names were first defined. */
export function allFacts(registry: Registry): readonly DefinitionFacts[] {
  return [...registry.definitions.values()].map(definitionFacts);
}

/** All that is to be said of one definition. */
export function explanationFacts(definition: Definition): ExplanationFacts {
  const current = inForce(definition);
  const { cached, dependencies, described } = current;
  // Looking again first makes sure that what is said is how it stands.
  cached?.parts.present(true);
  const { impure = [], fingerprint } = dependencies.captured ?? {};
  return {
    definition: definitionFacts(definition),
    events: [...definition.events],
    dependsOn: dependsOn(fingerprint ?? described.meaning.fingerprint),
    impure,
    remarks: remarks(current),
  };
}

/** The first steps of the paths to all that counts, in the order in which the code uses them. */
function dependsOn({ leaves }: Fingerprint): readonly string[] {
  const counted = leaves.filter(({ kind }) => kind !== "ignored" && kind !== "known" && kind !== "unread");
  const names = counted.flatMap(({ path }) =>
    path[1] === undefined ? [] : [/^[^.[]*/.exec(path[1])?.[0] ?? ""],
  );
  return [...new Set(names)];
}

function definitionFacts(definition: Definition): DefinitionFacts {
  const { name, scope, kept, redefined, generations, events } = definition;
  const current = inForce(definition);
  const latest = events.at(-1);
  if (latest === undefined) throw new Error(`${name} was defined without an event`);
  return {
    name,
    scope,
    kind: definitionKind(current.described.code),
    kept,
    redefined,
    generations: generations.length,
    cache: current.cached && cacheInfo(current.cached.parts),
    latest,
  };
}

function remarks({
  described: { code },
  cached,
  decorate,
  isOneOfSeveral,
  dependencies,
  request,
}: Generation): readonly string[] {
  const found: string[] = [];
  if (
    (cached ?? decorate) !== undefined &&
    dependencies.captured !== undefined &&
    dependencies.captured.obstacles.length > 0
  )
    found.push(`It is not cached: ${obstacleText(dependencies.captured)}.`);
  if (request.check === "turn")
    found.push("What it depends on is looked at once in a turn of the event loop, not at every call.");
  if (code.state === "opaque") found.push(OPAQUE_REMARKS[code.why]);
  else if (code.traits.dynamicScope)
    found.push("It uses direct eval or with, so it is compared by syntax only.");
  if (isOneOfSeveral)
    found.push(
      "It is one of several closures with variables of their own, which share results only where these are equal.",
    );
  found.push(...(cached?.counters.changed ?? []));
  for (const [cause, count] of cached?.counters.uncached ?? []) {
    found.push(`${count} ${count === 1 ? "call was" : "calls were"} not cached: ${cause}.`);
  }
  return found;
}

const OPAQUE_REMARKS = {
  native:
    "It has no source text (a bound, built-in or proxied function), so only the same object is the same.",
  unknown: "Its syntax is not known to the parser, so it is compared as text.",
  deep: "Its code is nested too deeply to be analysed, so it is compared as text.",
} as const;

/**
 * The definition that a function or a name means.
 *
 * @param scope where to look first for a name that several scopes have
 * @throws {DefineOnceError} `DEFINE_ONCE_UNKNOWN_NAME`, `DEFINE_ONCE_AMBIGUOUS_NAME`
 */
export function definitionOf(registry: Registry, what: object | string, scope: string): Definition {
  const found =
    typeof what === "string" ? namedDefinition(registry, what, scope) : handledDefinition(registry, what);
  if (found !== undefined) return found;
  const shown = typeof what === "string" ? `"${what}"` : "This function";
  throw new DefineOnceError(
    "DEFINE_ONCE_UNKNOWN_NAME",
    `${shown} is no definition of this session; it was never passed to defineOnce, or was forgotten. status() lists all.`,
  );
}

function handledDefinition(registry: Registry, fn: object): Definition | undefined {
  const handle = registry.handles.get(fn);
  if (handle?.kind !== "shell") return undefined;
  // What was forgotten stays forgotten, also when the name is defined again.
  const { name, scope } = handle.definition;
  const now = registry.definitions.get(definitionKey(scope, name));
  return now === handle.definition ? now : undefined;
}

function namedDefinition(registry: Registry, name: string, scope: string): Definition | undefined {
  const all = [...registry.definitions.values()].filter((definition) => definition.name === name);
  const here = all.find((definition) => definition.scope === scope);
  if (here !== undefined || all.length <= 1) return here ?? all[0];
  throw new DefineOnceError(
    "DEFINE_ONCE_AMBIGUOUS_NAME",
    `"${name}" is defined in ${all.map((each) => each.scope).join(" and in ")}; pass the function instead of its name.`,
  );
}
