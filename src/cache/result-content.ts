// What one object of a result shows, noted and compared: in a few nanoseconds for plain objects and arrays, whose shape says
// that there is nothing but what stands under their names.

import { FEW } from "../fingerprint/own-keys.ts";
import {
  knownShape,
  meetRecord,
  type NameList,
  nameList,
  type PlainShape,
} from "../fingerprint/plain-shape.ts";
import { isObject } from "../fingerprint/property-path.ts";
import {
  changedWhole,
  Property,
  slotStep,
  stepOf,
  type WholeContent,
  wholeContent,
} from "./whole-content.ts";

/** What an object shows. */
export type Content = RecordContent | ListContent | WholeContent;

/** Of a plain object whose shape is known: what stands under its names, by identity. */
interface RecordContent {
  readonly kind: "record";
  readonly list: NameList;
  readonly values: readonly unknown[];
}

/** Of an ordinary array without holes: its elements, by identity. */
interface ListContent {
  readonly kind: "list";
  readonly elements: readonly unknown[];
}

/** What a plain object or array of known shape shows that holds no other object; undefined for all others. */
export function flatContent(object: object): Content | undefined {
  const shape = knownShape(object);
  const content = shape && plainContent(object, shape);
  if (content === undefined) return undefined;
  const values = content.kind === "record" ? content.values : content.elements;
  return values.some(isObject) ? undefined : content;
}

/** What an object shows now. */
export function contentOf(object: object): Content {
  const shape = knownShape(object);
  const plain = shape && plainContent(object, shape);
  if (plain !== undefined) return plain;
  const whole = wholeContent(object);
  learnShape(object, whole);
  return whole;
}

function plainContent(object: object, shape: PlainShape): RecordContent | ListContent | undefined {
  if (shape.kind === "record") {
    const values: unknown[] = [];
    shape.read(object, values, 0);
    return { kind: "record", list: shape.list, values };
  }
  return isDenseList(shape, object) ? { kind: "list", elements: object.slice() } : undefined;
}

function isDenseList(shape: PlainShape | undefined, object: object): object is readonly unknown[] {
  if (shape?.kind !== "list" || !Array.isArray(object)) return false;
  return !(shape.mayHaveHoles && object.includes(undefined));
}

/** Lets the next object like this one be known by its shape. */
function learnShape(object: object, { prototype, isExtensible, keys, values }: WholeContent): void {
  if (prototype !== Object.prototype || !isExtensible) return;
  const names = keys.filter((key) => typeof key === "string");
  if (names.length < keys.length || values.some((value) => value instanceof Property)) return;
  const list = nameList(names);
  if (list !== undefined) meetRecord(object, list);
}

/** Where an object differs from what was noted: the step to it, or nothing for the object as a whole. */
export function changedContent(object: object, before: Content): string | undefined {
  switch (before.kind) {
    case "record":
      return isSameRecord(object, before) ? undefined : changedWhole(object, wholeOfRecord(before));
    case "list":
      return isSameList(object, before) ? undefined : changedWhole(object, wholeOfList(before));
    case "whole":
      return changedWhole(object, before);
  }
}

function isSameRecord(object: object, { list, values }: RecordContent): boolean {
  const shape = knownShape(object);
  if (shape?.kind !== "record" || shape.list !== list) return false;
  shape.read(object, now, 0);
  let isSame = true;
  for (let index = 0; index < values.length; index++) {
    isSame &&= isSameValue(values[index], now[index]);
    now[index] = undefined;
  }
  return isSame;
}

// Where the values of the object that is looked at stand for a moment; nothing of the user's runs meanwhile.
const now: unknown[] = [];

function isSameList(object: object, { elements }: ListContent): boolean {
  if (!isDenseList(knownShape(object), object)) return false;
  const { length } = elements;
  if (object.length !== length) return false;
  for (let index = 0; index < length; index++) if (!isSameValue(elements[index], object[index])) return false;
  return true;
}

/** `Object.is`, which takes longer where it is not known what is compared. */
function isSameValue(one: unknown, other: unknown): boolean {
  return one === other ? one !== 0 || Object.is(one, other) : Object.is(one, other);
}

function wholeOfRecord({ list, values }: RecordContent): WholeContent {
  return { ...BARE, prototype: Object.prototype, keys: list.names, values, elements: undefined };
}

function wholeOfList({ elements }: ListContent): WholeContent {
  const { length } = elements;
  const size = new Property({ value: length, writable: true, enumerable: false, configurable: false });
  const isLong = length > FEW;
  return {
    ...BARE,
    prototype: Array.prototype,
    keys: isLong ? ["length"] : [...elements.map((_, index) => String(index)), "length"],
    values: isLong ? [size] : [...elements, size],
    elements: isLong ? elements : undefined,
  };
}

const BARE = {
  kind: "whole",
  isExtensible: true,
  slots: undefined,
  isBuffer: false,
  digest: undefined,
} as const;

/** What an object holds, with the steps to it. */
export function* partsOf(
  object: object,
  content: Content,
): Generator<readonly [step: string, part: unknown]> {
  if (content.kind === "record") {
    for (const [at, value] of content.values.entries())
      if (isObject(value)) yield [stepOf(content.list.names[at]), value];
    return;
  }
  for (const [at, value] of (content.elements ?? []).entries()) if (isObject(value)) yield [`[${at}]`, value];
  if (content.kind === "list") return;
  const { keys, values, slots } = content;
  for (const [at, value] of values.entries()) {
    const parts = value instanceof Property ? [value.parts.value, value.parts.get, value.parts.set] : [value];
    for (const part of parts) if (isObject(part)) yield [stepOf(keys[at]), part];
  }
  for (const [at, value] of (slots ?? []).entries()) if (isObject(value)) yield [slotStep(object, at), value];
}
