// Whether callers changed a result that is kept: all of them get the same object, and `rows.sort()` in one cell would change
// what the next one gets. What the result holds is noted when it is kept, and compared at every hit.

import { types } from "node:util";
import type { Beyond } from "../fingerprint/beyond.ts";
import { type Digest, sha256 } from "../fingerprint/digest.ts";
import { pathStep } from "../fingerprint/path-step.ts";
import { isObject } from "../fingerprint/property-path.ts";
import { dateValue, mapEntries, setValues, stretchOf } from "../fingerprint/slots.ts";
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
  /** What stands under the keys, by identity; undefined for accessors, which are compared by their functions. */
  readonly values: readonly unknown[];
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
    const slots = slotsOf(object);
    noted.push({
      ...next,
      prototype: Object.getPrototypeOf(object),
      isExtensible: Object.isExtensible(object),
      keys,
      values,
      slots,
      isBuffer: types.isAnyArrayBuffer(object),
      digest: digestOf(object),
    });
    for (const [at, value] of values.entries()) meet(value, () => stepOf(keys[at]), index);
    for (const [at, value] of (slots ?? []).entries()) meet(value, () => slotStep(object, at), index);
    if (ArrayBuffer.isView(object)) meet(stretchOf(object).buffer, () => ".buffer", index);
  }
  return noted;
}

/** Where an object differs from what was noted: the step to it, or nothing for the object as a whole. */
function changedStep(before: Noted): string | undefined {
  const { object, keys, values, slots, isBuffer, digest } = before;
  const now = keysOf(object);
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index];
    if (key === undefined || now[index] !== key) return stepOf(now[index] ?? key);
    if (!isSameData(values[index], dataOf(object, key))) return stepOf(key);
  }
  if (now.length !== keys.length) return stepOf(now[keys.length]);
  if (
    Object.getPrototypeOf(object) !== before.prototype ||
    Object.isExtensible(object) !== before.isExtensible
  )
    return "";
  if (slots !== undefined) {
    const held = slotsOf(object) ?? [];
    const at = slots.findIndex((slot, index) => !Object.is(slot, held[index]));
    if (at !== -1 || held.length !== slots.length) return slotStep(object, at === -1 ? slots.length : at);
  }
  return !isBuffer || digestOf(object) === digest ? undefined : "";
}

/** An accessor, by its functions. */
class Accessor {
  readonly get: unknown;
  readonly set: unknown;
  constructor({ get, set }: PropertyDescriptor) {
    this.get = get;
    this.set = set;
  }
}

function isSameData(before: unknown, now: unknown): boolean {
  if (before instanceof Accessor)
    return now instanceof Accessor && now.get === before.get && now.set === before.set;
  return Object.is(before, now);
}

function dataOf(object: object, key: PropertyKey): unknown {
  const property = Object.getOwnPropertyDescriptor(object, key);
  if (property === undefined) return undefined;
  return "value" in property ? property.value : new Accessor(property);
}

/** Own keys. The elements of a view are its buffer's. */
function keysOf(object: object): readonly PropertyKey[] {
  if (ArrayBuffer.isView(object)) return Object.getOwnPropertySymbols(object);
  const names = Object.getOwnPropertyNames(object);
  const symbols = Object.getOwnPropertySymbols(object);
  return symbols.length === 0 ? names : [...names, ...symbols];
}

function slotsOf(object: object): readonly unknown[] | undefined {
  if (types.isMap(object)) return [...mapEntries.call(object)].flat();
  if (types.isSet(object)) return [...setValues.call(object)];
  return types.isDate(object) ? [dateValue.call(object)] : undefined;
}

function digestOf(object: object): Digest | undefined {
  if (!types.isAnyArrayBuffer(object)) return undefined;
  try {
    return sha256(new Uint8Array(object));
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
