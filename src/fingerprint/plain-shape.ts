// The shapes of plain objects and arrays that were met before, so that the next one of a shape need not be asked for each of
// its properties. Each is held as an example that nobody else has, made like the objects that it stands for.

import type { Count } from "../units.ts";
import { haveOneHiddenClass, knowsHiddenClasses } from "./hidden-class.ts";

/** What all objects of one hidden class have in common. */
export type PlainShape = RecordShape | ListShape;

/**
 * Objects that inherit from `Object.prototype` and can be extended, with these own properties in this order and no others;
 * each is ordinary: no accessor, and writable, enumerable and configurable.
 */
export interface RecordShape {
  readonly kind: "record";
  readonly list: NameList;
  readonly read: Read;
}

/** Names of properties in their order. There is one such object for each list of names. */
export interface NameList {
  readonly names: readonly string[];
  /** From all characters of the names. */
  readonly hash: Count;
  /** What was done so that objects with these names have a known shape. */
  readonly learning: Learning;
}

interface Learning {
  /** How many objects were met since the last try. */
  met: Count;
  tries: Count;
}

/** Puts what stands under the names of a shape into places of a list, from `start` on. */
export type Read = (object: object, into: unknown[], start: Count) => void;

/** Ordinary arrays whose own properties are `length` and ordinary elements. */
export interface ListShape {
  readonly kind: "list";
  /** Whether an element that reads as `undefined` may be a hole. */
  readonly mayHaveHoles: boolean;
}

interface Example {
  readonly shape: PlainShape;
  readonly object: object;
  /** The one that was asked for next, last time: calls look alike. */
  next: Example | undefined;
}

const list = (object: readonly unknown[], mayHaveHoles: boolean): Example => ({
  shape: { kind: "list", mayHaveHoles },
  object,
  next: undefined,
});

// V8 tells arrays by what they hold, and has one hidden class for each of these kinds.
const LISTS: readonly Example[] = [
  list([""], false),
  list([1], false),
  list([1.5], false),
  list(new Array(1).fill(""), true),
  list(new Array(1).fill(1), true),
  list(new Array(1).fill(1.5), true),
];

/** To look through more would take longer than to ask an object itself. */
const MOST_RECORDS: Count = 16;

const records: Example[] = [];
let last: Example | undefined = LISTS[0];

/** The shape of an object, if it is a known one. Nothing of the user's runs. */
export function knownShape(object: object): PlainShape | undefined {
  if (!knowsHiddenClasses) return undefined;
  const guess = last?.next;
  const found = guess !== undefined && haveOneHiddenClass(object, guess.object) ? guess : example(object);
  if (found === undefined) return undefined;
  if (last !== undefined) last.next = found;
  last = found;
  const { shape } = found;
  return shape.kind === "list" || hasNoElements(object, shape.list.names[0]) ? shape : undefined;
}

function example(object: object): Example | undefined {
  for (const each of records) if (haveOneHiddenClass(object, each.object)) return each;
  for (const each of LISTS) if (haveOneHiddenClass(object, each.object)) return each;
  return undefined;
}

/** A plain object, to be read by the names of its properties. */
export function fieldsOf(object: object): Readonly<Record<string, unknown>> {
  return object as Readonly<Record<string, unknown>>;
}

/**
 * Whether an object of a known shape has no properties besides those of the shape. Those could only be elements that are
 * enumerable, and elements are the first keys of any object (ECMA-262, 10.1.11).
 */
function hasNoElements(object: object, firstName: string | undefined): boolean {
  for (const name in object) return name === firstName;
  return true;
}

/** By their hash. Never forgotten, so that a list of names stays the same object. */
const nameLists = new Map<Count, NameList[]>();
let nameListCount: Count = 0;

const MOST_NAME_LISTS: Count = 4096;

/** The one object for a list of names; undefined for new ones once there are very many. */
export function nameList(names: readonly string[]): NameList | undefined {
  const hash = namesHash(names);
  const known = nameLists.get(hash) ?? [];
  for (const each of known) if (areSame(each.names, names)) return each;
  if (nameListCount === MOST_NAME_LISTS) return undefined;
  nameListCount++;
  const made: NameList = { names: [...names], hash, learning: { met: 0, tries: 0 } };
  nameLists.set(hash, [...known, made]);
  return made;
}

function namesHash(names: readonly string[]): Count {
  let hash = names.length;
  for (const name of names) {
    hash = (Math.imul(hash, 31) + name.length) | 0;
    for (let index = 0; index < name.length; index++)
      hash = (Math.imul(hash, 31) + name.charCodeAt(index)) | 0;
  }
  return hash;
}

function areSame(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false;
  return true;
}

/** Shapes that are met more often than this are worth an example. */
const SELDOM: Count = 3;
/** Objects with the same names can be made in ways that no example follows. */
const MOST_TRIES: Count = 4;
const MOST_NAMES: Count = 32;

/** Notes that an object without a known shape is as `RecordShape` has it, so that the next one like it is known. */
export function meetRecord(object: object, list: NameList): void {
  const { names, learning } = list;
  if (!knowsHiddenClasses || learning.tries === MOST_TRIES || ++learning.met <= SELDOM) return;
  learning.met = 0;
  learning.tries++;
  if (names.length > MOST_NAMES || !names.every(isSpelledAsItIs)) return;
  const fields = fieldsOf(object);
  const values = names.map((name) => standIn(fields[name]));
  for (const make of makers(names)) {
    const made = make(values);
    if (!haveOneHiddenClass(object, made)) continue;
    if (records.length === MOST_RECORDS) records.shift();
    records.push({ shape: { kind: "record", list, read: reader(names) }, object: made, next: undefined });
    return;
  }
}

/** Compiled for one shape, it needs not look for the properties. */
function reader(names: readonly string[]): Read {
  const steps = names.map((name, index) => `into[start + ${index}] = object[${JSON.stringify(name)}];`);
  const made = new Function("object", "into", "start", steps.join(" "));
  return (object, into, start) => {
    made(object, into, start);
  };
}

/** Not where a name is an element's, or sets the prototype in an object that is written out (ECMA-262, B.3.1). */
function isSpelledAsItIs(name: string): boolean {
  return name !== "__proto__" && !/^\d+$/.test(name);
}

/** A value that V8 keeps in the same way as the given one, so that hidden classes stay as they are. */
function standIn(value: unknown): unknown {
  switch (typeof value) {
    case "number":
      return (value | 0) === value && !Object.is(value, -0) ? 0 : 0.5;
    case "string":
      return "";
    case "object":
    case "function":
      return value === null ? null : {};
    default:
      return value;
  }
}

type Maker = (values: readonly unknown[]) => object;

/** The two ways in which most objects get their properties: written out at once, and one by one. */
function makers(names: readonly string[]): readonly Maker[] {
  const keys = names.map((name) => JSON.stringify(name));
  const written = keys.map((key, index) => `${key}: values[${index}]`).join(", ");
  const added = keys.map((key, index) => `made[${key}] = values[${index}];`).join(" ");
  return [`return { ${written} }`, `const made = {}; ${added} return made`].map((text) => {
    const made = new Function("values", text);
    return (values) => made(values);
  });
}
