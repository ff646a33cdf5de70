// Scopes are long paths; a reader needs only as much of their ends as tells them apart.

/**
 * For each scope the shortest tail of its path that no other of them shares.
 *
 * @example
 * scopeTails(["/app/a/model.ts", "/app/b/model.ts", "notebook"])
 * // Map { "/app/a/model.ts" => "a/model.ts", "/app/b/model.ts" => "b/model.ts", "notebook" => "notebook" }
 */
export function scopeTails(scopes: readonly string[]): ReadonlyMap<string, string> {
  const distinct = [...new Set(scopes)];
  const tails = new Map<string, string>();
  for (const scope of distinct) {
    const steps = scope.split(/[\\/]+/).filter((step) => step !== "");
    let tail = steps.at(-1) ?? scope;
    for (let from = steps.length - 2; from >= 0 && !unique(tail, distinct); from--) {
      tail = steps.slice(from).join("/");
    }
    tails.set(scope, tail);
  }
  return tails;
}

function unique(tail: string, scopes: readonly string[]): boolean {
  const ends = scopes.filter((scope) => {
    const path = scope.replaceAll("\\", "/");
    return path === tail || path.endsWith(`/${tail}`);
  });
  return ends.length <= 1;
}
