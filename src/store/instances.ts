// Instances of classes with codecs, on their way to the bytes and back: each stands as an empty object in the value, beside
// a list that says which empty object is which instance.

import type { Count } from "../units.ts";
import type { Codec } from "./codec.ts";
import type { Instance } from "./storable.ts";

/** A value with instances taken out, and what was taken out: which object stands for it, its codec's name, its data. */
export type Envelope = readonly [value: unknown, instances: readonly (readonly [object, string, unknown])[]];

/** A copy of a value in which no instance is left. Parts that hold none are copied too; shared parts stay shared. */
export function enveloped(value: unknown, instances: readonly Instance[]): Envelope {
  const copies = new Map<object, object>(instances.map((each) => [each.value, {}]));
  const taken = instances.map(
    (each) => [copies.get(each.value) ?? {}, each.codec.name, copyOf(each.data, copies)] as const,
  );
  return [copyOf(value, copies), taken];
}

function copyOf(value: unknown, copies: Map<object, object>): unknown {
  if (typeof value !== "object" || value === null) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  if (Array.isArray(value)) {
    const copy: unknown[] = [];
    copies.set(value, copy);
    copy.length = value.length;
    copyProperties(value, copy, copies);
    return copy;
  }
  if (value instanceof Map) {
    const copy = new Map<unknown, unknown>();
    copies.set(value, copy);
    for (const [key, each] of value) copy.set(copyOf(key, copies), copyOf(each, copies));
    return copy;
  }
  if (value instanceof Set) {
    const copy = new Set<unknown>();
    copies.set(value, copy);
    for (const each of value) copy.add(copyOf(each, copies));
    return copy;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const copy = {};
  copies.set(value, copy);
  copyProperties(value, copy, copies);
  return copy;
}

function copyProperties(from: object, to: object, copies: Map<object, object>): void {
  for (const key of Object.keys(from)) {
    put(to, key, copyOf(Reflect.get(from, key), copies));
  }
}

/** Sets a property by its name, `__proto__` too. */
function put(owner: object, key: string, value: unknown): void {
  Object.defineProperty(owner, key, { value, writable: true, enumerable: true, configurable: true });
}

/**
 * The value with its instances put back.
 *
 * @returns undefined if the bytes held no envelope, or an instance that no codec knows
 */
export function opened(
  envelope: unknown,
  codecs: readonly Codec<unknown>[],
): { readonly value: unknown } | undefined {
  if (!Array.isArray(envelope) || !Array.isArray(envelope[1])) return undefined;
  const found = new Map<unknown, unknown>();
  const done = new Set<object>();
  for (const each of envelope[1]) {
    if (!Array.isArray(each)) return undefined;
    const [stand, name, data]: unknown[] = each;
    const codec = codecs.find((known) => known.name === name);
    if (codec === undefined) return undefined;
    // What an instance is made of stands before it in the list.
    const instance = codec.decode(restored(data, found, done));
    if (Object.getPrototypeOf(instance) !== codec.type.prototype) return undefined;
    found.set(stand, instance);
  }
  return { value: restored(envelope[0], found, done) };
}

/** Puts the instances in their places, in the value itself. */
function restored(value: unknown, found: ReadonlyMap<unknown, unknown>, done: Set<object>): unknown {
  const pending: unknown[] = [value];
  const instanceOr = (each: unknown): unknown => {
    if (found.has(each)) return found.get(each);
    pending.push(each);
    return each;
  };
  const result = found.has(value) ? found.get(value) : value;
  if (result !== value) return result;
  for (let count: Count = pending.length; count > 0; count = pending.length) {
    const part = pending.pop();
    if (typeof part !== "object" || part === null || done.has(part)) continue;
    done.add(part);
    restoreParts(part, instanceOr);
  }
  return value;
}

function restoreParts(part: object, instanceOr: (each: unknown) => unknown): void {
  if (part instanceof Map) {
    const entries = [...part];
    part.clear();
    for (const [key, each] of entries) part.set(instanceOr(key), instanceOr(each));
  } else if (part instanceof Set) {
    const members = [...part];
    part.clear();
    for (const each of members) part.add(instanceOr(each));
  } else if (Array.isArray(part) || Object.getPrototypeOf(part) === Object.prototype) {
    for (const key of Object.keys(part)) {
      const before: unknown = Reflect.get(part, key);
      const after = instanceOr(before);
      if (after !== before) put(part, key, after);
    }
  }
}
