// A function that stands in for another: same name, length, prototype and properties, and it forwards `this`, arguments
// and `new`.

import type { Callable } from "../callable.ts";

/** What a stand-in does when called; `this` and the arguments are the caller's. */
export type Behaviour = (receiver: unknown, args: readonly unknown[]) => unknown;

/** What a stand-in does when called with `new`. */
export type Construction = (args: readonly unknown[], newTarget: Callable) => object;

/**
 * A function that looks like `original` and behaves as told.
 *
 * @param construct absent for what cannot be constructed (arrows, methods, async functions)
 */
export function mimic<F extends Callable>(original: F, call: Behaviour, construct?: Construction): F {
  return likeness(original, construct === undefined ? callOnly(call) : constructible(call, construct));
}

/** `stand` with the looks of another function. */
export function likeness<F extends Callable>(original: F, stand: Callable): F {
  for (const key of ownKeys(original)) {
    const property = Object.getOwnPropertyDescriptor(original, key);
    if (property !== undefined) Reflect.defineProperty(stand, key, property);
  }
  return typed<F>(stand, original);
}

/** A decorated function that may be made anew. */
export interface Decorated {
  /** The one to call now. */
  readonly called: () => Callable;
  /** The one whose properties are shown. */
  readonly shown: () => Callable;
}

/**
 * A function that calls what `called` gives, is called like `original`, and shows the properties of the former as they
 * are at the moment: a decorator may count its calls in one.
 */
export function mimicDecorated({ called, shown }: Decorated, original: Callable): Callable {
  const first = shown();
  const stand = callOnly((receiver, args) => Reflect.apply(called(), receiver, args));
  for (const key of ownKeys(first)) {
    if (key === "name" || key === "length" || key === "prototype") continue;
    Object.defineProperty(stand, key, {
      get: () => Reflect.get(shown(), key),
      set: (value) => Reflect.set(shown(), key, value),
      enumerable: Object.getOwnPropertyDescriptor(first, key)?.enumerable ?? false,
      configurable: true,
    });
  }
  for (const key of ["name", "length"] as const) {
    Object.defineProperty(stand, key, { value: original[key], configurable: true });
  }
  return typed(stand, first);
}

/** Own properties, but for two that V8 gives to sloppy functions and that cannot be set. */
function ownKeys(fn: Callable): readonly PropertyKey[] {
  return Reflect.ownKeys(fn).filter((key) => key !== "arguments" && key !== "caller");
}

function typed<F extends Callable>(stand: Callable, original: F): F {
  const prototype: object | null = Object.getPrototypeOf(original);
  if (prototype !== Object.getPrototypeOf(stand)) Object.setPrototypeOf(stand, prototype);
  // The stand-in has the signature of what it forwards to; no type can say so of a forwarding function.
  return stand as unknown as F;
}

function callOnly(call: Behaviour): Callable {
  const holder = {
    // A method has no `prototype` and cannot be constructed, like the functions it stands in for.
    standIn(this: unknown, ...args: readonly unknown[]): unknown {
      return call(this, args);
    },
  };
  return holder.standIn;
}

function constructible(call: Behaviour, construct: Construction): Callable {
  return function standIn(this: unknown, ...args: readonly unknown[]): unknown {
    return new.target === undefined ? call(this, args) : construct(args, new.target);
  };
}

/** Whether a function can be called with `new`. Nothing of it runs. */
export function isConstructor(fn: Callable): boolean {
  // A proxy's `construct` trap needs a target that is a constructor, and answers in its place (ECMA-262, 10.5.13).
  const probe = new Proxy(fn, { construct: () => ({}) });
  try {
    Reflect.construct(probe, []);
    return true;
  } catch {
    return false;
  }
}
