// A function that stands in for another: same name, length, prototype and properties, and it forwards `this`, arguments
// and `new`.

import type { Callable } from "../callable.ts";

/** What a stand-in does when called; `this` and the arguments are the caller's. */
export type Behaviour = (receiver: unknown, args: readonly unknown[]) => unknown;

/**
 * A function that looks like `original` and behaves as told.
 *
 * @param construct what `new` does; absent for what cannot be constructed (arrows, methods, async functions)
 */
export function mimic<F extends Callable>(
  original: F,
  call: Behaviour,
  construct?: ((args: readonly unknown[], newTarget: Callable) => object) | undefined,
): F {
  const stand = construct === undefined ? callOnly(call) : constructible(call, construct);
  for (const key of Reflect.ownKeys(original)) {
    // Sloppy functions own these two in V8. Objects made with `new` must find the methods put on the original's prototype.
    if (key === "arguments" || key === "caller" || (key === "prototype" && construct === undefined)) continue;
    const property = Object.getOwnPropertyDescriptor(original, key);
    if (property !== undefined) Reflect.defineProperty(stand, key, property);
  }
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

function constructible(
  call: Behaviour,
  construct: (args: readonly unknown[], newTarget: Callable) => object,
): Callable {
  return function standIn(this: unknown, ...args: readonly unknown[]): unknown {
    if (new.target === undefined) return call(this, args);
    return construct(args, new.target);
  };
}

/** Whether a function can be called with `new`: only plain functions and classes have a prototype with a constructor. */
export function isConstructor(fn: Callable): boolean {
  const prototype: unknown = Object.getOwnPropertyDescriptor(fn, "prototype")?.value;
  return (
    typeof prototype === "object" &&
    prototype !== null &&
    Object.getPrototypeOf(fn) === Function.prototype &&
    Object.hasOwn(prototype, "constructor")
  );
}
