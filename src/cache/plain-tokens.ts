// Small plain data as a list of tokens with a hash: what most calls are made of, told apart without writing bytes. Two lists
// are equal only if no function could tell the values apart; what is not plain, not small, or shared gives none.

import { types } from "node:util";
import { knowsHiddenClasses } from "../fingerprint/hidden-class.ts";
import {
  fieldsOf,
  knownShape,
  meetRecord,
  type NameList,
  nameList,
  type Read,
} from "../fingerprint/plain-shape.ts";
import type { Count } from "../units.ts";

/** More of them are faster as bytes. Whether the shape of an object is known already must not count here. */
const MOST_TOKENS: Count = knowsHiddenClasses ? 160 : 40;
const MOST_ELEMENTS: Count = knowsHiddenClasses ? 128 : 16;
/** Of longer texts, only the ends decide about the hash. */
const HASHED_ENDS: Count = 16;
const LONG: Count = 1000;

// Equal to no value of a user's.
const OBJECT: unique symbol = Symbol("object");
const ARRAY: unique symbol = Symbol("array");
/** In the place of an object or an array within another, whose own tokens come later. */
const PART: unique symbol = Symbol("part");

const { getOwnPropertyDescriptor, getOwnPropertyNames, getOwnPropertySymbols, getPrototypeOf, isExtensible } =
  Object;
const { isArray } = Array;
const { includes } = Array.prototype;
const { isProxy } = types;
const objectPrototype = Object.prototype;
const arrayPrototype = Array.prototype;
const double = new Float64Array(1);
const halves = new Int32Array(double.buffer);

/** The tokens of one call, in the first `length` places of a list; the list serves the next call too. */
export interface Tokens {
  readonly list: readonly unknown[];
  readonly length: Count;
  /** Equal for equal lists. */
  readonly hash: Count;
}

/** Tokens as they are collected. Nothing of the user's runs meanwhile, so there is one collection at a time. */
class Collection implements Tokens {
  readonly list: unknown[] = new Array(2 * MOST_TOKENS).fill(undefined);
  length: Count = 0;
  hash: Count = 0;
  isUnordered = false;
  /** Objects that were met, in the first `met` places. */
  readonly seen: unknown[] = new Array(MOST_TOKENS).fill(undefined);
  met: Count = 0;
  /** Whether a text is among them that is worth letting go of. */
  holdsLongText = false;

  push(token: unknown): void {
    this.list[this.length++] = token;
  }

  /** Makes room for so many tokens. Gives where they begin. */
  room(count: Count): Count {
    const start = this.length;
    this.length += count;
    return start;
  }

  /** False if the object was met before: a shared part differs from two equal ones, and a cycle has no end. */
  meet(object: object): boolean {
    for (let index = 0; index < this.met; index++) if (this.seen[index] === object) return false;
    this.seen[this.met++] = object;
    return true;
  }
}

const tokens = new Collection();

/**
 * The tokens of the first arguments of a call, with texts that count like arguments; `forgetTokens` when they were looked at.
 *
 * @param isUnordered whether the order of keys does not count
 * @returns undefined where a value needs more than tokens
 */
export function plainTokens(
  args: ArrayLike<unknown>,
  count: Count,
  texts: readonly string[],
  isUnordered: boolean,
): Tokens | undefined {
  tokens.length = 0;
  tokens.hash = 0;
  tokens.isUnordered = isUnordered;
  tokens.push(count);
  const start = tokens.room(count);
  for (let index = 0; index < count; index++) tokens.list[start + index] = args[index];
  const end = tokens.room(texts.length);
  for (let index = 0; index < texts.length; index++) tokens.list[end + index] = texts[index];
  if (addValues(start, count + texts.length)) return tokens;
  // There are objects among them still.
  tokens.holdsLongText = true;
  forgetTokens();
  return undefined;
}

/** Lets go of what the user gave, but for short texts. */
export function forgetTokens(): void {
  const { list, seen, met } = tokens;
  for (let index = 0; index < met; index++) seen[index] = undefined;
  tokens.met = 0;
  if (!tokens.holdsLongText) return;
  list.fill(undefined);
  tokens.holdsLongText = false;
}

/** Whether a kept list is that of some tokens. */
export function areTokens(kept: readonly unknown[], { list, length }: Tokens): boolean {
  if (kept.length !== length) return false;
  for (let index = 0; index < length; index++) {
    const one = kept[index];
    const other = list[index];
    // 0 and -0 are equal here, NaN and NaN are not.
    if (one === other ? one === 0 && !Object.is(one, other) : !Object.is(one, other)) return false;
  }
  return true;
}

/**
 * Looks at the values in some places: first at those that are tokens themselves, then at what others are made of.
 *
 * @param owner the object that holds them, if it was not met: nothing can lead back to it unless it holds objects
 */
function addValues(start: Count, count: Count, owner?: object): boolean {
  const { list } = tokens;
  let { hash } = tokens;
  let parts = 0;
  for (let index = start; index < start + count; index++) {
    const value = list[index];
    switch (typeof value) {
      case "number":
        hash = mixed(hash, numberHash(value));
        break;
      case "string":
        hash = textHash(hash, value);
        if (value.length > LONG) tokens.holdsLongText = true;
        break;
      case "object":
        if (value !== null) parts++;
        break;
      case "boolean":
        hash = mixed(hash, Number(value));
        break;
      case "symbol":
      case "function":
        return false;
    }
  }
  tokens.hash = hash;
  if (parts === 0) return tokens.length <= MOST_TOKENS;
  if (owner !== undefined) tokens.meet(owner);
  const isOnly = parts === 1 && tokens.met === 0;
  for (let index = start; parts > 0; index++) {
    const value = list[index];
    if (typeof value !== "object" || value === null) continue;
    parts--;
    list[index] = PART;
    if (!addObject(value, isOnly)) return false;
  }
  return tokens.length <= MOST_TOKENS;
}

function numberHash(value: number): Count {
  // Whole numbers are most, and need no look at their bits.
  if ((value | 0) === value) return value;
  if (Number.isNaN(value)) return 0;
  double[0] = value;
  return (halves[0] ?? 0) ^ (halves[1] ?? 0);
}

function textHash(before: Count, value: string): Count {
  const { length } = value;
  let hash = mixed(before, length);
  const head = length > 2 * HASHED_ENDS ? HASHED_ENDS : length;
  for (let index = 0; index < head; index++) hash = mixed(hash, value.charCodeAt(index));
  if (head < length)
    for (let index = length - HASHED_ENDS; index < length; index++)
      hash = mixed(hash, value.charCodeAt(index));
  return hash;
}

/**
 * Ordinary objects and arrays whose properties are all ordinary too. Nothing of the user's runs.
 *
 * @param isOnly whether it is the first object, with none beside it
 */
function addObject(value: object, isOnly: boolean): boolean {
  if (tokens.length > MOST_TOKENS || !(isOnly || tokens.meet(value))) return false;
  const owner = isOnly ? value : undefined;
  const shape = knownShape(value);
  if (shape?.kind === "record" && !tokens.isUnordered) return addRecord(value, shape.list, shape.read, owner);
  if (shape?.kind === "list" && isArray(value) && !(shape.mayHaveHoles && includes.call(value, undefined)))
    return addElements(value, owner);
  if (isProxy(value)) return false;
  const prototype: unknown = getPrototypeOf(value);
  if (prototype === arrayPrototype && isArray(value))
    return isOrdinaryList(value) && addElements(value, owner);
  return prototype === objectPrototype && isBare(value) && addUnknownRecord(value, owner);
}

/** @param read puts what stands under the names into places of a list */
function addRecord(value: object, list: NameList, read: Read, owner: object | undefined): boolean {
  tokens.push(OBJECT);
  tokens.push(list);
  tokens.hash = mixed(tokens.hash, list.hash);
  const { length } = list.names;
  const start = tokens.room(length);
  read(value, tokens.list, start);
  return addValues(start, length, owner);
}

/** An object whose properties must be looked at one by one. */
function addUnknownRecord(value: object, owner: object | undefined): boolean {
  const names = getOwnPropertyNames(value);
  for (let index = 0; index < names.length; index++)
    if (!isOrdinary(getOwnPropertyDescriptor(value, names[index] ?? ""))) return false;
  if (tokens.isUnordered) names.sort();
  const list = nameList(names);
  if (list === undefined) return false;
  if (!tokens.isUnordered) meetRecord(value, list);
  const read: Read = (record, into, start) => {
    const fields = fieldsOf(record);
    for (let index = 0; index < names.length; index++) into[start + index] = fields[names[index] ?? ""];
  };
  return addRecord(value, list, read, owner);
}

function addElements(value: readonly unknown[], owner: object | undefined): boolean {
  const { length } = value;
  if (length > MOST_ELEMENTS) return false;
  tokens.push(ARRAY);
  tokens.push(length);
  tokens.hash = mixed(tokens.hash, length);
  const start = tokens.room(length);
  const { list } = tokens;
  for (let index = 0; index < length; index++) list[start + index] = value[index];
  return addValues(start, length, owner);
}

/** Whether an array has its elements, its length, and nothing else. */
function isOrdinaryList(value: readonly unknown[]): boolean {
  const { length } = value;
  if (length > MOST_ELEMENTS || !isBare(value)) return false;
  if (getOwnPropertyNames(value).length !== length + 1) return false;
  if (getOwnPropertyDescriptor(value, "length")?.writable !== true) return false;
  for (let index = 0; index < length; index++)
    if (!isOrdinary(getOwnPropertyDescriptor(value, index))) return false;
  return true;
}

function isOrdinary(property: PropertyDescriptor | undefined): boolean {
  // An accessor is not writable.
  return property?.writable === true && property.enumerable === true && property.configurable === true;
}

function mixed(hash: Count, part: number): Count {
  return (Math.imul(hash, 31) + part) | 0;
}

function isBare(value: object): boolean {
  return isExtensible(value) && getOwnPropertySymbols(value).length === 0;
}
