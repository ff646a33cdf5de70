// The function that is called in the place of a cached one. Most calls have a result that is found by one look, in nanoseconds:
// those are answered here, and all others by `cachedCall`.

import type { Callable } from "../callable.ts";
import { type CallContext, countHit, plainOutcome, quickResults } from "./call.ts";
import type { Behaviour } from "./mimic.ts";
import { placeOf } from "./places.ts";

/** A function that answers from what is kept, or else as `call` does. */
export function answeringFunction(context: CallContext, call: Behaviour): Callable {
  const { counters } = context;
  function answer(this: unknown, ...args: readonly unknown[]): unknown {
    const results = this === undefined ? quickResults(context) : undefined;
    const found = results && plainOutcome(context, results, args);
    return found === undefined ? call(this, args) : found.value;
  }
  const holder = {
    // A method has no `prototype` and cannot be constructed, like the functions it stands in for.
    standIn(this: unknown, only: unknown): unknown {
      // biome-ignore lint/complexity/noArguments: a list of the arguments takes longer to make than a hit takes
      if (this === undefined && arguments.length === 1) {
        const results = quickResults(context);
        if (results !== undefined && typeof only !== "object") {
          const { places, ready } = results.byPrimitive;
          const place = placeOf(places, only);
          const took = place === undefined ? undefined : ready[2 * place];
          if (place !== undefined && typeof took === "number") {
            countHit(counters, took);
            return ready[2 * place + 1];
          }
        }
        const args = [only];
        const found = results && plainOutcome(context, results, args);
        return found === undefined ? call(this, args) : found.value;
      }
      // biome-ignore lint/complexity/noArguments: handed on as they are, they are never made an object
      return Reflect.apply(answer, this, arguments);
    },
  };
  return holder.standIn;
}
