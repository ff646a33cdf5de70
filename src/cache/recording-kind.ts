// Which iterators can be recorded, found without running any code of theirs: no getter, no `next`, no `[Symbol.iterator]`.
// What might show its reader more than its results cannot.

import { types } from "node:util";
import { textOf } from "../fingerprint/code.ts";

/** Whether an iterator gives its results, or promises of them. */
export type RecordingKind = "sync" | "async";

/** What is known of an iterator before it runs. */
export interface RecordableForm {
  readonly kind: RecordingKind;
  /**
   * `generator`: ignores what is sent at its first step, and stays at its end. `built-in`: ignores whatever is sent, and
   * stays at its end. `user`: may do anything.
   */
  readonly origin: "generator" | "built-in" | "user";
}

/**
 * Whether a value is an iterator that a recording can stand in for.
 *
 * @returns undefined for everything else, and in doubt: `recordableKind([1].values())` is "sync", that of a stream undefined
 */
export function recordableKind(value: unknown): RecordingKind | undefined {
  return recordableForm(value)?.kind;
}

/** What is known of an iterator that can be recorded; undefined if it cannot. */
export function recordableForm(value: unknown): RecordableForm | undefined {
  if (typeof value !== "object" || value === null || types.isProxy(value)) return undefined;
  // To look at what is long by itself would take long.
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return undefined;
  const reader = readers.get(value);
  if (reader !== undefined) return reader;
  const prototypes = prototypesOf(value);
  if (prototypes === undefined) return undefined;
  return Reflect.ownKeys(value).length === 0
    ? ownlessForm(types.isGeneratorObject(value), prototypes)
    : userForm(value, prototypes);
}

// A reader does not look like what it reads: its methods are its own.
const readers = new WeakMap<object, RecordableForm>();

/** Makes a reader of a recording known, so that what it reads can be recorded once more. */
export function noteReader(reader: object, form: RecordableForm): void {
  readers.set(reader, form);
}

/** All prototypes, nearest first; undefined if one is a proxy, which would run code. */
function prototypesOf(value: object): readonly object[] | undefined {
  const found: object[] = [];
  for (let at = prototypeOf(value); at !== undefined; at = prototypeOf(at)) {
    if (types.isProxy(at)) return undefined;
    found.push(at);
  }
  return found;
}

function prototypeOf(value: object): object | undefined {
  const prototype: object | null = Object.getPrototypeOf(value);
  return prototype ?? undefined;
}

/** The form of an iterator without properties: what it is comes from built-in prototypes alone. */
function ownlessForm(isGenerator: boolean, prototypes: readonly object[]): RecordableForm | undefined {
  // A generator inherits from the `prototype` of its function, where methods may have been added.
  const methods = prototypes.findIndex((each) => Reflect.ownKeys(each).length > 0);
  const at = prototypes[methods];
  if (at === undefined || (methods > 0 && !isGenerator)) return undefined;
  const kind = baseKind(prototypes.slice(methods + 1));
  if (kind === undefined) return undefined;
  if (isGenerator) {
    const isWhole = hasNative(at, "next") && hasNative(at, "return") && hasNative(at, "throw");
    return isWhole ? { kind, origin: "generator" } : undefined;
  }
  const origin = kind === "sync" && hasNative(at, "next") ? originByTag(at) : undefined;
  return origin && { kind, origin };
}

/** The tags of built-in iterators. All of these only read. */
const BUILT_IN_TAGS: ReadonlySet<unknown> = new Set([
  "Array Iterator",
  "Map Iterator",
  "Set Iterator",
  "String Iterator",
  "RegExp String Iterator",
  "Segmenter String Iterator",
  "Iterator Helper",
]);

function originByTag(prototype: object): "built-in" | "user" | undefined {
  const tag = Object.getOwnPropertyDescriptor(prototype, Symbol.toStringTag);
  if (tag !== undefined) return BUILT_IN_TAGS.has(tag.value) ? "built-in" : undefined;
  // What `Iterator.from` makes has two methods and no tag, and passes on what an iterator of the user's gives
  // (ECMA-262, 27.1.3.2.1.1).
  const isWrapper = Reflect.ownKeys(prototype).length === 2 && hasNative(prototype, "return");
  return isWrapper ? "user" : undefined;
}

const USER_METHODS: ReadonlySet<PropertyKey> = new Set(["next", "return", "throw"]);

/** The form of an object that has `next` itself, as a compiled generator has, and nothing besides what iterators have. */
function userForm(value: object, prototypes: readonly object[]): RecordableForm | undefined {
  const properties = Reflect.ownKeys(value).map((key) => [key, ownValue(value, key)] as const);
  const itself = properties.filter(([key]) => !USER_METHODS.has(key));
  if (!Object.hasOwn(value, "next") || properties.some(([, method]) => typeof method !== "function"))
    return undefined;
  const [own, ...more] = itself;
  if (more.length > 0) return undefined;
  const inherited = baseKind(prototypes);
  if (own === undefined) return inherited && { kind: inherited, origin: "user" };
  const kind = kindOf(own[0]);
  if (kind === undefined || !returnsItself(own[1])) return undefined;
  const isDirect = inherited === kind || prototypes.length <= 1;
  return isDirect ? { kind, origin: "user" } : undefined;
}

function kindOf(key: PropertyKey): RecordingKind | undefined {
  if (key === Symbol.iterator) return "sync";
  return key === Symbol.asyncIterator ? "async" : undefined;
}

/** The kind of %IteratorPrototype% or %AsyncIteratorPrototype% of any realm, if the prototypes are that and its root. */
function baseKind([base, root, ...more]: readonly object[]): RecordingKind | undefined {
  if (base === undefined || root === undefined || more.length > 0) return undefined;
  if (hasNative(base, Symbol.iterator)) return "sync";
  return hasNative(base, Symbol.asyncIterator) ? "async" : undefined;
}

/** Whether a method is the built-in one of its name. Bound functions have no name in their text. */
function hasNative(prototype: object, key: string | symbol): boolean {
  const method = ownValue(prototype, key);
  if (typeof method !== "function") return false;
  const name = typeof key === "symbol" ? `[${key.description}]` : key;
  return textOf(method).replace(/\s+/g, " ") === `function ${name}() { [native code] }`;
}

// Its text is all that can tell without a call: a method, or a function expression as compilers write it.
const RETURNS_ITSELF =
  /^(?:\[Symbol\.(?:iterator|asyncIterator)\]|function\s*[\w$]*)\s*\(\s*\)\s*\{\s*return\s+this\s*;?\s*\}$/;

function returnsItself(method: unknown): boolean {
  return typeof method === "function" && RETURNS_ITSELF.test(textOf(method));
}

/** The value of a data property; undefined for an accessor, which is not run. */
function ownValue(value: object, key: PropertyKey): unknown {
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}
