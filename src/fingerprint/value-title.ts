// What a captured object is called where its content is too long to show: `Array(3)`, `Map(2)`, `Date 2026-11-23T...`.

import { types } from "node:util";
import { dateValue, mapEntries, regexpFlags, regexpSource, setValues, stretchOf } from "./slots.ts";

/** A short title of an object. Nothing of the user's runs. */
export function valueTitle(value: object): string {
  if (types.isProxy(value)) return "Proxy";
  if (Array.isArray(value)) return `Array(${value.length})`;
  if (types.isMap(value)) return `Map(${[...mapEntries.call(value)].length})`;
  if (types.isSet(value)) return `Set(${[...setValues.call(value)].length})`;
  if (types.isDate(value)) return dateTitle(dateValue.call(value));
  if (types.isRegExp(value)) return `/${regexpSource.call(value)}/${regexpFlags(value)}`;
  if (ArrayBuffer.isView(value)) {
    const { type, length } = stretchOf(value);
    return `${type}(${length})`;
  }
  const prototype: object | null = Object.getPrototypeOf(value);
  const maker: unknown = prototype && Object.getOwnPropertyDescriptor(prototype, "constructor")?.value;
  const name: unknown =
    typeof maker === "function" ? Object.getOwnPropertyDescriptor(maker, "name")?.value : "";
  return typeof name === "string" && name !== "" ? name : "Object";
}

function dateTitle(time: number): string {
  return Number.isNaN(time) ? "Date (invalid)" : new Date(time).toISOString();
}
