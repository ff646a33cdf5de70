// A bare Map, as one writes it by hand: the floor that nothing with more to it can go below.

import { counted } from "./counted.ts";
import type { Call, Subject } from "./subject.ts";

/** The subject's name, by which rows find what to compare to. */
export const MAP = "bare Map";

/** Only where all arguments are primitive: one Map for each argument. */
export const bareMap: Subject = {
  name: MAP,
  version: process.versions.v8,
  isOurs: false,
  keying: "identity",
  remember: (fn, setup) => {
    if (setup.shape === "structure") return "a Map compares objects by identity";
    if (setup.isVariadic) return "its depth is fixed";
    if (setup.arity === 1) return counted(fn, setup, ofOne);
    return setup.arity === 3 ? counted(fn, setup, ofThree) : "not written for so many arguments";
  },
};

function ofOne(fn: Call): Call {
  const kept = new Map<unknown, unknown>();
  return (arg) => {
    const known = kept.get(arg);
    if (known !== undefined) return known;
    const value = fn(arg);
    kept.set(arg, value);
    return value;
  };
}

type Level<T> = Map<unknown, T>;

function ofThree(fn: Call): Call {
  const kept: Level<Level<Level<unknown>>> = new Map();
  return (a, b, c) => {
    const known = kept.get(a)?.get(b)?.get(c);
    if (known !== undefined) return known;
    const value = fn(a, b, c);
    within(within(kept, a), b).set(c, value);
    return value;
  };
}

function within<T>(level: Level<Level<T>>, key: unknown): Level<T> {
  const known = level.get(key);
  if (known !== undefined) return known;
  const next: Level<T> = new Map();
  level.set(key, next);
  return next;
}
