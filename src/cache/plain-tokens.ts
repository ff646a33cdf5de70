// Small plain data as a list of tokens with a hash: what most calls are made of, told apart without writing bytes. Two lists
// are equal only if no function could tell the values apart; what is not plain, not small, or shared gives none.

import { types } from "node:util";
import type { Count } from "../units.ts";

/** More of them are faster as bytes. */
const MOST_TOKENS: Count = 40;
const MOST_ELEMENTS: Count = 16;
/** Of longer texts, only the ends decide about the hash. */
const HASHED_ENDS: Count = 16;

// Equal to no value of a user's.
const OBJECT: unique symbol = Symbol("object");
const ARRAY: unique symbol = Symbol("array");

const { getOwnPropertyDescriptor, getOwnPropertyNames, getOwnPropertySymbols, getPrototypeOf, isExtensible } =
  Object;
const { isArray } = Array;
const { isProxy } = types;
const objectPrototype = Object.prototype;
const arrayPrototype = Array.prototype;
const double = new Float64Array(1);
const halves = new Int32Array(double.buffer);

/** The tokens of one call, as they are collected. */
export interface Tokens {
  readonly list: unknown[];
  /** Equal for equal lists. */
  hash: Count;
  readonly isUnordered: boolean;
  /** Objects that were met. */
  seen: object[] | undefined;
}

/**
 * The tokens of the first arguments of a call, with texts that count like arguments.
 *
 * @param isUnordered whether the order of keys does not count
 * @returns undefined where a value needs more than tokens
 */
export function plainTokens(
  args: readonly unknown[],
  count: Count,
  texts: readonly string[],
  isUnordered: boolean,
): Tokens | undefined {
  const tokens: Tokens = { list: [], hash: 0, isUnordered, seen: undefined };
  addNumber(tokens, count);
  for (let index = 0; index < count; index++) if (!addValue(tokens, args[index])) return undefined;
  for (let index = 0; index < texts.length; index++) addText(tokens, texts[index] ?? "");
  return tokens;
}

function addValue(tokens: Tokens, value: unknown): boolean {
  switch (typeof value) {
    case "number":
      addNumber(tokens, value);
      return true;
    case "string":
      addText(tokens, value);
      return true;
    case "object":
      if (value !== null) return addObject(tokens, value);
      break;
    case "symbol":
    case "function":
      return false;
  }
  tokens.hash = mixed(tokens.hash, typeof value === "boolean" ? Number(value) : 2);
  tokens.list.push(value);
  return true;
}

function addNumber(tokens: Tokens, value: number): void {
  // Whole numbers are most, and need no look at their bits.
  if ((value | 0) === value) tokens.hash = mixed(tokens.hash, value);
  else if (!Number.isNaN(value)) {
    double[0] = value;
    tokens.hash = mixed(tokens.hash, (halves[0] ?? 0) ^ (halves[1] ?? 0));
  }
  tokens.list.push(value);
}

function addText(tokens: Tokens, value: string): void {
  const { length } = value;
  let hash = mixed(tokens.hash, length);
  const head = length > 2 * HASHED_ENDS ? HASHED_ENDS : length;
  for (let index = 0; index < head; index++) hash = mixed(hash, value.charCodeAt(index));
  if (head < length)
    for (let index = length - HASHED_ENDS; index < length; index++)
      hash = mixed(hash, value.charCodeAt(index));
  tokens.hash = hash;
  tokens.list.push(value);
}

/** Ordinary objects and arrays whose properties are all ordinary too. Nothing of the user's runs. */
function addObject(tokens: Tokens, value: object): boolean {
  if (tokens.list.length > MOST_TOKENS || isProxy(value)) return false;
  // A shared part differs from two equal ones, and a cycle has no end.
  if (tokens.seen === undefined) tokens.seen = [value];
  else if (tokens.seen.includes(value)) return false;
  else tokens.seen.push(value);
  const prototype: unknown = getPrototypeOf(value);
  if (prototype === arrayPrototype && isArray(value)) return addArray(tokens, value);
  if (prototype !== objectPrototype || !isBare(value)) return false;
  const names = getOwnPropertyNames(value);
  if (tokens.isUnordered) names.sort();
  tokens.list.push(OBJECT);
  addNumber(tokens, names.length);
  for (let index = 0; index < names.length; index++) {
    const name = names[index] ?? "";
    addText(tokens, name);
    if (!addProperty(tokens, value, name)) return false;
  }
  return tokens.list.length <= MOST_TOKENS;
}

function addArray(tokens: Tokens, value: readonly unknown[]): boolean {
  const { length } = value;
  if (length > MOST_ELEMENTS || !isBare(value)) return false;
  // Its elements and its length, and nothing else.
  if (getOwnPropertyNames(value).length !== length + 1) return false;
  if (getOwnPropertyDescriptor(value, "length")?.writable !== true) return false;
  tokens.list.push(ARRAY);
  addNumber(tokens, length);
  for (let index = 0; index < length; index++) if (!addProperty(tokens, value, index)) return false;
  return tokens.list.length <= MOST_TOKENS;
}

function addProperty(tokens: Tokens, owner: object, key: PropertyKey): boolean {
  const property = getOwnPropertyDescriptor(owner, key);
  // An accessor is not writable.
  if (property === undefined || !property.writable || !property.enumerable || !property.configurable)
    return false;
  return addValue(tokens, property.value);
}

function mixed(hash: Count, part: number): Count {
  return (Math.imul(hash, 31) + part) | 0;
}

function isBare(value: object): boolean {
  return isExtensible(value) && getOwnPropertySymbols(value).length === 0;
}
