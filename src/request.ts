// The options of `cache`, with their defaults, as the layers below take them.

import { type CacheRequest, type CacheRules, DEFAULT_RULES } from "./cache/rules.ts";
import type { Callable } from "./callable.ts";
import type { CacheOptions } from "./options.ts";

/** What options ask for. */
export function requestOf<F extends Callable>(options: CacheOptions<F>): CacheRequest {
  const { check = "call", store, key = "ordered", files, ...rest } = options;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const rules: CacheRules = {
    ...DEFAULT_RULES,
    ...given,
    // Called with the arguments of the very function that they were written for.
    key: typeof key === "function" ? (key as CacheRules["key"]) : key,
    files: files as CacheRules["files"],
  };
  return { rules, isSimple: isSimple(rules), check, store };
}

function isSimple({ key, ignoreArgs, files, ttl, maxEntries, maxBytes }: CacheRules): boolean {
  const isUnbounded = [ttl, maxEntries, maxBytes].every((limit) => limit === Number.POSITIVE_INFINITY);
  return key === "ordered" && ignoreArgs.length === 0 && files === undefined && isUnbounded;
}
