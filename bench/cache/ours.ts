// define-once as a subject, from the built package, with the options that a row asks for.

import { readFileSync } from "node:fs";
import { cache, configure } from "../../dist/index.js";
import type { Call, Callable, Remembered, Subject } from "./subject.ts";

configure({ notices: false });

/** Options of `cache`, some of which a build may not have yet. */
export type Options = Readonly<Record<string, unknown>>;

/** define-once, called `define-once` and what `title` adds. */
export function ours(title = "", options: Options = {}): Subject {
  return {
    name: title === "" ? "define-once" : `define-once, ${title}`,
    version: packageVersion(new URL("../../package.json", import.meta.url)),
    isOurs: true,
    keying: "content",
    remember: (fn) => cached(fn, options),
  };
}

/** `cache(fn, options)`, or the first line of its refusal. */
export function cached(fn: Callable, options: Options): Remembered | string {
  try {
    // A build that does not know an option has no type for it either.
    return remembered(Reflect.apply(cache, undefined, [fn, options]));
  } catch (error) {
    return error instanceof Error ? (error.message.split("\n")[0] ?? error.name) : String(error);
  }
}

/** A cached function with its own count of misses. */
export function remembered(fn: unknown): Remembered {
  if (typeof fn !== "function" || !("info" in fn) || typeof fn.info !== "function")
    throw new TypeError("cache gave no function with info()");
  const { info } = fn;
  return {
    call: fn as unknown as Call,
    runs: () => {
      const counters: unknown = Reflect.apply(info, fn, []);
      if (typeof counters !== "object" || counters === null || !("misses" in counters))
        throw new TypeError("info() gave no misses");
      return Number(counters.misses);
    },
  };
}

/** The version that a package.json tells. */
export function packageVersion(file: URL): string {
  const parsed: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (typeof parsed !== "object" || parsed === null || !("version" in parsed)) return "unknown";
  return String(parsed.version);
}
