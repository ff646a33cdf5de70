// What a call is computed from besides what the function depends on: arguments and files, as the user has them count, and
// whether they are still the same when it ends.

import type { CallContext } from "./call.ts";
import { callKey, isSameKey, isSameList, type KeptKey, type Key, type Keyed } from "./key.ts";
import type { CacheRules } from "./rules.ts";

/** What of a call decides about its result, as the user has it. A key function runs once for each call. */
export function keyedCall(
  { seenParameters, fileContents }: CallContext,
  { key, ignoreArgs, files: pathsOf }: CacheRules,
  args: readonly unknown[],
  receiver: unknown,
): Keyed {
  const files = pathsOf === undefined ? [] : fileContents(pathsOf(...args));
  const isUnordered = key === "unordered";
  if (typeof key === "function")
    return { args: [key(...args)], seen: undefined, receiver, files, isUnordered };
  const seen = seenParameters();
  if (ignoreArgs.length === 0) return { args, seen, receiver, files, isUnordered };
  // What is left out keeps its place, so that what follows keeps its own.
  const counted = args.map((arg, index) => (ignoreArgs.includes(index) ? undefined : arg));
  return { args: counted, seen, receiver, files, isUnordered };
}

/** What a call is computed from, and the key that it got. */
export interface Inputs {
  readonly rules: CacheRules;
  readonly args: readonly unknown[];
  readonly keyed: Keyed;
  readonly key: KeptKey;
}

/** The key that a call with a key function would have without it. */
export function wholeKey(context: CallContext, { args, keyed }: Inputs): Key {
  return callKey({ ...keyed, args }, context.arguments);
}

/** What a call has changed of what it was computed from, in words; undefined if it still has the key that it began with. */
export function changedInput(context: CallContext, inputs: Inputs, whole: Key): string | undefined {
  const { rules, args, keyed, key } = inputs;
  if (key.kind === "primitive" && whole === key) return undefined;
  if (rules.files !== undefined) {
    const { files } = keyedCall(context, { ...rules, key: "ordered" }, args, keyed.receiver);
    if (!isSameList(keyed.files, files)) return "a file that it depends on changed while it ran";
  }
  // A key function is asked once, unless nothing else tells whether what it looked at is still the same.
  const isSame =
    whole === key || whole.kind === "none"
      ? isSameKey(
          key,
          callKey(
            { ...keyedCall(context, rules, args, keyed.receiver), files: keyed.files },
            context.arguments,
          ),
        )
      : isSameKey(whole, wholeKey(context, inputs));
  return isSame ? undefined : "it changes its arguments";
}
