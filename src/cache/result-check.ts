// Whether callers changed a result that is kept: all of them get the same object, and `rows.sort()` in one cell would change
// what the next one gets. What the result holds is noted when it is kept, and compared at every hit.

import { Buffer } from "node:buffer";
import { types } from "node:util";
import type { Beyond } from "../fingerprint/beyond.ts";
import { type Digest, sha256 } from "../fingerprint/digest.ts";
import { FEW } from "../fingerprint/own-keys.ts";
import { pathStep } from "../fingerprint/path-step.ts";
import { isObject } from "../fingerprint/property-path.ts";
import { dateValue, mapEntries, setValues, stretchOf } from "../fingerprint/slots.ts";
import { ownNames } from "../store/own-names.ts";
import type { Count } from "../units.ts";

/** One object of a result as it was. */
interface Noted {
  readonly object: object;
  /** By which step it was reached, from which other; -1 for the result itself. */
  readonly step: string;
  readonly parent: Count;
  readonly prototype: object | null;
  readonly isExtensible: boolean;
  readonly keys: readonly PropertyKey[];
  /** What stands under the keys, by identity; a property that is not an ordinary one, as a whole. */
  readonly values: readonly unknown[];
  /** The elements of a long array, by identity, which are not among the keys. */
  readonly elements: readonly unknown[] | undefined;
  /** What Maps, Sets and Dates hold. */
  readonly slots: readonly unknown[] | undefined;
  readonly isBuffer: boolean;
  /** Of a buffer that was not handed to another thread. */
  readonly digest: Digest | undefined;
}

/**
 * A test of a result: gives the path to the first thing that is not as it was, `[3].name`, or undefined.
 *
 * What nobody can read (private fields, what a proxy hides) is not compared; functions count by identity.
 */
export function changeTest(result: object, beyond: Pick<Beyond, "wellKnownName">): () => string | undefined {
  const noted = notedObjects(result, beyond);
  return () => {
    for (const each of noted) {
      const step = changedStep(each);
      if (step !== undefined) return pathTo(each, noted) + step;
    }
    return undefined;
  };
}

function pathTo({ parent, step }: Noted, all: readonly Noted[]): string {
  const owner = all[parent];
  return owner === undefined ? "" : pathTo(owner, all) + step;
}

/** All objects that can be reached from a result, itself first. */
function notedObjects(result: object, { wellKnownName }: Pick<Beyond, "wellKnownName">): readonly Noted[] {
  const noted: Noted[] = [];
  const seen = new Set<object>();
  const queue: { readonly object: object; readonly step: string; readonly parent: Count }[] = [];
  const meet = (value: unknown, step: () => string, parent: Count): void => {
    if (!isObject(value) || typeof value === "function" || seen.has(value) || types.isProxy(value)) return;
    // What belongs to the runtime changes without any caller.
    if (value === globalThis || wellKnownName(value) !== undefined) return;
    seen.add(value);
    queue.push({ object: value, step: step(), parent });
  };
  meet(result, () => "", -1);
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { object } = next;
    const index = noted.length;
    const keys = keysOf(object);
    const values = keys.map((key) => dataOf(object, key));
    const elements = listOf(object)?.slice();
    const slots = slotsOf(object);
    noted.push({
      ...next,
      prototype: Object.getPrototypeOf(object),
      isExtensible: Object.isExtensible(object),
      keys,
      values,
      elements,
      slots,
      isBuffer: hasMemory(object),
      digest: digestOf(object),
    });
    for (const [at, value] of values.entries()) meet(value, () => stepOf(keys[at]), index);
    for (const [at, value] of (elements ?? []).entries()) meet(value, () => `[${at}]`, index);
    for (const [at, value] of (slots ?? []).entries()) meet(value, () => slotStep(object, at), index);
    if (ArrayBuffer.isView(object) && !isPooled(object))
      meet(stretchOf(object).buffer, () => ".buffer", index);
  }
  return noted;
}

/** Where an object differs from what was noted: the step to it, or nothing for the object as a whole. */
function changedStep(before: Noted): string | undefined {
  const { object, keys, values, elements, slots, isBuffer, digest } = before;
  const now = keysOf(object);
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index];
    if (key === undefined || now[index] !== key)
      return stepOf(key === undefined || Object.hasOwn(object, key) ? now[index] : key);
    if (!isSameData(values[index], dataOf(object, key))) return stepOf(key);
  }
  if (now.length !== keys.length) return stepOf(now[keys.length]);
  if (
    Object.getPrototypeOf(object) !== before.prototype ||
    Object.isExtensible(object) !== before.isExtensible
  )
    return "";
  if (elements !== undefined) {
    const at = changedIndex(elements, listOf(object) ?? []);
    if (at !== undefined) return `[${at}]`;
  }
  if (slots !== undefined) {
    const at = changedIndex(slots, slotsOf(object) ?? []);
    if (at !== undefined) return slotStep(object, at);
  }
  return !isBuffer || digestOf(object) === digest ? undefined : "";
}

function changedIndex(before: readonly unknown[], now: readonly unknown[]): Count | undefined {
  const { length } = before;
  for (let index = 0; index < length; index++)
    if (index >= now.length || !Object.is(before[index], now[index]) || (!(index in now) && index in before))
      return index;
  return now.length === length ? undefined : length;
}

/** The elements of an array that is long and has no holes: their attributes would take too long to look at. */
function listOf(object: object): readonly unknown[] | undefined {
  return Array.isArray(object) && object.length > FEW ? object : undefined;
}

/** A property that is not just a value. */
class Property {
  readonly parts: PropertyDescriptor;
  constructor(parts: PropertyDescriptor) {
    this.parts = parts;
  }

  isSame({ parts: now }: Property): boolean {
    const { value, get, set, writable, enumerable, configurable } = this.parts;
    return (
      Object.is(value, now.value) &&
      get === now.get &&
      set === now.set &&
      writable === now.writable &&
      enumerable === now.enumerable &&
      configurable === now.configurable
    );
  }
}

function isSameData(before: unknown, now: unknown): boolean {
  if (before instanceof Property) return now instanceof Property && before.isSame(now);
  return Object.is(before, now);
}

function dataOf(object: object, key: PropertyKey): unknown {
  const property = Object.getOwnPropertyDescriptor(object, key);
  if (property === undefined) return undefined;
  const isOrdinary = property.writable && property.enumerable && property.configurable;
  return isOrdinary ? property.value : new Property(property);
}

/** Own keys, but for the elements of what is long: a view's are its buffer's. */
function keysOf(object: object): readonly PropertyKey[] {
  const names = namesOf(object);
  const symbols = Object.getOwnPropertySymbols(object);
  return symbols.length === 0 ? names : [...names, ...symbols];
}

function namesOf(object: object): readonly string[] {
  const list = ArrayBuffer.isView(object) ? stretchOf(object).length : (listOf(object)?.length ?? 0);
  if (list === 0) return Object.getOwnPropertyNames(object);
  if (LISTS.has(Object.getPrototypeOf(object))) return ownNames(object, list);
  return Object.getOwnPropertyNames(object).filter((name) => !INDEX.test(name));
}

const INDEX = /^(?:0|[1-9]\d*)$/;

// Classes of lists whose own names can be found without listing the elements.
const LISTS: ReadonlySet<object> = new Set(
  [
    Array,
    Buffer,
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
  ].map((type): object => type.prototype),
);

function slotsOf(object: object): readonly unknown[] | undefined {
  if (types.isMap(object)) return [...mapEntries.call(object)].flat();
  if (types.isSet(object)) return [...setValues.call(object)];
  return types.isDate(object) ? [dateValue.call(object)] : undefined;
}

/** Whether memory is compared: a buffer's, or what a Node `Buffer` sees of the pool that it shares with others. */
function hasMemory(object: object): boolean {
  return types.isAnyArrayBuffer(object) || isPooled(object);
}

function isPooled(object: object): boolean {
  return Object.getPrototypeOf(object) === Buffer.prototype;
}

function digestOf(object: object): Digest | undefined {
  try {
    if (types.isAnyArrayBuffer(object)) return sha256(new Uint8Array(object));
    if (!ArrayBuffer.isView(object) || !isPooled(object)) return undefined;
    const { buffer, start, length } = stretchOf(object);
    return sha256(new Uint8Array(buffer, start, length));
  } catch (error) {
    // Handed to another thread.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function stepOf(key: PropertyKey | undefined): string {
  return key === undefined ? "" : pathStep(typeof key === "number" ? String(key) : key);
}

function slotStep(object: object, at: Count): string {
  if (types.isDate(object)) return "";
  if (types.isSet(object)) return ` value ${at}`;
  return at % 2 === 0 ? ` key ${at / 2}` : ` value ${(at - 1) / 2}`;
}
