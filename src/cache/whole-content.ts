// What an object of any kind shows, noted and compared property by property: its properties, its elements, and what the engine
// holds for it.

import { Buffer } from "node:buffer";
import { types } from "node:util";
import { type Digest, sha256 } from "../fingerprint/digest.ts";
import { isPlainURL } from "../fingerprint/opacity.ts";
import { FEW } from "../fingerprint/own-keys.ts";
import { pathStep } from "../fingerprint/path-step.ts";
import {
  dateValue,
  mapEntries,
  regexpFlags,
  regexpSource,
  setValues,
  stretchOf,
  urlText,
} from "../fingerprint/slots.ts";
import { viewClasses } from "../store/memory-use.ts";
import { ownNames } from "../store/own-names.ts";
import type { Count } from "../units.ts";

/** What an object of any kind shows. */
export interface WholeContent {
  readonly kind: "whole";
  readonly prototype: object | null;
  readonly isExtensible: boolean;
  readonly keys: readonly PropertyKey[];
  /** What stands under the keys, by identity; a property that is not an ordinary one, as a whole. */
  readonly values: readonly unknown[];
  /** The elements of a long array, by identity, which are not among the keys. */
  readonly elements: readonly unknown[] | undefined;
  /** What Maps, Sets, Dates, regular expressions and URLs hold. */
  readonly slots: readonly unknown[] | undefined;
  readonly isBuffer: boolean;
  /** Of a buffer that was not handed to another thread. */
  readonly digest: Digest | undefined;
}

/** What an object shows now. */
export function wholeContent(object: object): WholeContent {
  const keys = keysOf(object);
  return {
    kind: "whole",
    prototype: Object.getPrototypeOf(object),
    isExtensible: Object.isExtensible(object),
    keys,
    values: keys.map((key) => dataOf(object, key)),
    elements: listOf(object)?.slice(),
    slots: slotsOf(object),
    isBuffer: hasMemory(object),
    digest: digestOf(object),
  };
}

/** Where an object differs from what was noted: the step to it, or nothing for the object as a whole. */
export function changedWhole(object: object, before: WholeContent): string | undefined {
  const { keys, values, elements, slots, isBuffer, digest } = before;
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
export class Property {
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
const LISTS: ReadonlySet<unknown> = new Set(
  [Array, Buffer, ...viewClasses].map((type): unknown => type?.prototype),
);

function slotsOf(object: object): readonly unknown[] | undefined {
  if (types.isMap(object)) return [...mapEntries.call(object)].flat();
  if (types.isSet(object)) return [...setValues.call(object)];
  if (types.isDate(object)) return [dateValue.call(object)];
  if (types.isRegExp(object)) return [regexpSource.call(object), regexpFlags(object)];
  return isPlainURL(object) ? [urlText.call(object)] : undefined;
}

/** Whether memory is compared: a buffer's, or what a Node `Buffer` sees of the pool that it shares with others. */
function hasMemory(object: object): boolean {
  return types.isAnyArrayBuffer(object) || isPooled(object);
}

/** Whether a view is a Node `Buffer`, which sees a part of a pool that it shares with others. */
export function isPooled(object: object): boolean {
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

/** How a path goes on with a property. */
export function stepOf(key: PropertyKey | undefined): string {
  return key === undefined ? "" : pathStep(typeof key === "number" ? String(key) : key);
}

/** How a path goes on with what a Map or a Set holds. */
export function slotStep(object: object, at: Count): string {
  if (!types.isSet(object) && !types.isMap(object)) return "";
  if (types.isSet(object)) return ` value ${at}`;
  return at % 2 === 0 ? ` key ${at / 2}` : ` value ${(at - 1) / 2}`;
}
