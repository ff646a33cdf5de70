// What a session or a definition amounts to, in words: the lines around the tables, alike in text and HTML. They may hold
// user text, already on one line but not escaped.

import type { DefinitionFacts, ExplanationFacts } from "../session/facts.ts";
import { bytesText, countOf, durationText, timesText } from "./quantity.ts";
import { scopeTails } from "./scope.ts";
import { nameText } from "./sentence.ts";

/** `3 definitions, 2 with a cache; 160 hits, 6 misses; 3.2 s saved`. Without definitions: `No definitions yet.` */
export function totalsText(rows: readonly DefinitionFacts[]): string {
  if (rows.length === 0) return "No definitions yet.";
  const caches = rows.flatMap((row) => (row.cache === undefined ? [] : [row.cache]));
  const definitions = countOf(rows.length, "definition");
  if (caches.length === 0) return `${definitions}, none with a cache`;
  const hits = caches.reduce((total, cache) => total + cache.hits, 0);
  const misses = caches.reduce((total, cache) => total + cache.misses, 0);
  const saved = caches.reduce((total, cache) => total + cache.saved, 0);
  const cached = caches.length === rows.length ? "" : `, ${caches.length} with a cache`;
  return `${definitions}${cached}; ${countOf(hits, "hit")}, ${countOf(misses, "miss", "misses")}; ${durationText(saved)} saved`;
}

/** How a definition fared: `kept 3 times, taken anew once; 2 versions in memory`. */
export function fateText(row: DefinitionFacts): string {
  const kept = row.kept === 0 ? "never kept" : `kept ${timesText(row.kept)}`;
  const taken = row.redefined === 0 ? "" : `, taken anew ${timesText(row.redefined)}`;
  return `${kept}${taken}; ${countOf(row.generations, "version")} in memory`;
}

/** What its cache did: `120 hits, 4 misses; 4 results, 12 kB; 410 ms spent, 3.2 s saved`. Without one: `not cached`. */
export function cacheText(row: DefinitionFacts): string {
  const { cache } = row;
  if (cache === undefined) return "not cached";
  const calls = `${countOf(cache.hits, "hit")}, ${countOf(cache.misses, "miss", "misses")}`;
  const held = `${countOf(cache.entries, "result")}, ${bytesText(cache.bytes)}`;
  return `${calls}; ${held}; ${durationText(cache.spent)} spent, ${durationText(cache.saved)} saved`;
}

/** What a definition is and where: `function in model.ts`. */
export function placeText(row: DefinitionFacts): string {
  const tail = scopeTails([row.scope]).get(row.scope) ?? "";
  return tail === "" ? row.kind : `${row.kind} in ${nameText(tail)}`;
}

/** `Depends on a, b.` and `Impure: fetch, ...`, as far as there is anything to say. */
export function dependencyTexts({
  dependsOn,
  impure,
}: Pick<ExplanationFacts, "dependsOn" | "impure">): readonly string[] {
  const list = (names: readonly string[]): string => names.map(nameText).join(", ");
  const found: string[] = [];
  if (dependsOn.length > 0) found.push(`Depends on ${list(dependsOn)}.`);
  if (impure.length > 0)
    found.push(
      `Impure: ${list(impure)}; what these give is not compared, so a kept result may be out of date.`,
    );
  return found;
}
