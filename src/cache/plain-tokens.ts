// Small plain data as a list of tokens: what most calls are made of, told apart without writing bytes. Two lists are equal
// only if no function could tell the values apart; what is not plain, not small, or shared gives none.

import { types } from "node:util";
import type { Count } from "../units.ts";

/** More of them are faster as bytes. */
const MOST_TOKENS: Count = 40;
const MOST_ELEMENTS: Count = 16;

// A Map takes -0 for 0. No value of a user's is one of these symbols.
const NEGATIVE_ZERO: unique symbol = Symbol("-0");
const OBJECT: unique symbol = Symbol("object");
const ARRAY: unique symbol = Symbol("array");

const { getOwnPropertyDescriptor, getOwnPropertyNames, getOwnPropertySymbols, getPrototypeOf, isExtensible } =
  Object;
const { isArray } = Array;
const { isProxy } = types;

/**
 * The tokens of the first arguments of a call.
 *
 * @param isUnordered whether the order of keys does not count
 * @returns undefined where a value needs more than tokens
 */
export function plainTokens(
  args: readonly unknown[],
  count: Count,
  isUnordered: boolean,
): unknown[] | undefined {
  const tokens: unknown[] = [count];
  const seen: object[] = [];
  for (let index = 0; index < count; index++) {
    if (!pushValue(tokens, args[index], seen, isUnordered)) return undefined;
  }
  return tokens;
}

function pushValue(tokens: unknown[], value: unknown, seen: object[], isUnordered: boolean): boolean {
  switch (typeof value) {
    case "number":
      tokens.push(value === 0 && 1 / value < 0 ? NEGATIVE_ZERO : value);
      return true;
    case "object":
      if (value !== null) return pushObject(tokens, value, seen, isUnordered);
      tokens.push(null);
      return true;
    case "symbol":
    case "function":
      return false;
    default:
      tokens.push(value);
      return true;
  }
}

/** Ordinary objects and arrays whose properties are all ordinary too. Nothing of the user's runs. */
function pushObject(tokens: unknown[], value: object, seen: object[], isUnordered: boolean): boolean {
  // A shared part differs from two equal ones, and a cycle has no end.
  if (tokens.length > MOST_TOKENS || isProxy(value) || seen.includes(value)) return false;
  seen.push(value);
  const prototype: unknown = getPrototypeOf(value);
  if (prototype === Array.prototype && isArray(value)) return pushArray(tokens, value, seen, isUnordered);
  if (prototype !== Object.prototype || !isBare(value)) return false;
  const names = getOwnPropertyNames(value);
  if (isUnordered) names.sort();
  tokens.push(OBJECT, names.length);
  for (let index = 0; index < names.length; index++) {
    const name = names[index];
    if (name === undefined) return false;
    tokens.push(name);
    if (!pushProperty(tokens, value, name, seen, isUnordered)) return false;
  }
  return tokens.length <= MOST_TOKENS;
}

function pushArray(
  tokens: unknown[],
  value: readonly unknown[],
  seen: object[],
  isUnordered: boolean,
): boolean {
  const { length } = value;
  if (length > MOST_ELEMENTS || !isBare(value)) return false;
  // Its elements and its length, and nothing else.
  if (getOwnPropertyNames(value).length !== length + 1) return false;
  if (getOwnPropertyDescriptor(value, "length")?.writable !== true) return false;
  tokens.push(ARRAY, length);
  for (let index = 0; index < length; index++) {
    if (!pushProperty(tokens, value, index, seen, isUnordered)) return false;
  }
  return tokens.length <= MOST_TOKENS;
}

function pushProperty(
  tokens: unknown[],
  owner: object,
  key: PropertyKey,
  seen: object[],
  isUnordered: boolean,
): boolean {
  const property = getOwnPropertyDescriptor(owner, key);
  // An accessor is not writable.
  if (property === undefined || !property.writable || !property.enumerable || !property.configurable)
    return false;
  return pushValue(tokens, property.value, seen, isUnordered);
}

function isBare(value: object): boolean {
  return isExtensible(value) && getOwnPropertySymbols(value).length === 0;
}
