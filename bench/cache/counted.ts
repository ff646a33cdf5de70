// A function that counts how often it runs, for subjects that do not count themselves.

import { asCall, type Call, type Callable, type Count, type Remembered, type Setup } from "./subject.ts";

/** What remembers a function that counts how often it ran, and declares as many parameters as the setup says. */
export function counted(fn: Callable, { arity }: Setup, remember: (counting: Call) => Call): Remembered {
  let runs: Count = 0;
  const call = asCall(fn);
  const counting: readonly Call[] = [
    () => {
      runs++;
      return call();
    },
    (a) => {
      runs++;
      return call(a);
    },
    (a, b) => {
      runs++;
      return call(a, b);
    },
    (a, b, c) => {
      runs++;
      return call(a, b, c);
    },
  ];
  const chosen = counting[arity];
  if (chosen === undefined) throw new RangeError(`no function of ${arity} parameters`);
  return { call: remember(chosen), runs: () => runs };
}
