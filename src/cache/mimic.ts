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
  // Objects made with `new` must find the methods that were put on the original's prototype.
  const properties = Object.getOwnPropertyDescriptors(original);
  for (const key of Reflect.ownKeys(properties)) {
    if (key === "arguments" || key === "caller") continue;
    const property: PropertyDescriptor | undefined = Reflect.get(properties, key);
    if (property !== undefined && (construct !== undefined || key !== "prototype"))
      Reflect.defineProperty(stand, key, property);
  }
  Object.setPrototypeOf(stand, Object.getPrototypeOf(original));
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
