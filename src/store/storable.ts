// Whether a value comes back from bytes so that no function could tell it from the original, decided before anything is
// written. Reading it runs no getter, no trap and no method of the user's but the codecs that were registered for it.

import { types } from "node:util";
import { opaqueness } from "../fingerprint/opacity.ts";
import { pathStep } from "../fingerprint/path-step.ts";
import { mapEntries, setValues } from "../fingerprint/slots.ts";
import type { Count } from "../units.ts";
import { type Codec, codecOf } from "./codec.ts";
import { MemoryUse } from "./memory-use.ts";
import { FEW, ownNames } from "./own-names.ts";
import { disguise, unstorableNature } from "./unstorable.ts";

/** A part of a value that cannot be stored. */
export interface Refusal {
  readonly kind: "refused";
  /** How to reach it from the value: `.rows[3].socket`; empty for the value itself. */
  readonly path: string;
  /** What it is, in words: "a function", "an instance of Matrix", "a getter". */
  readonly what: string;
}

/** An instance of a class with a codec. */
export interface Instance {
  readonly value: object;
  readonly codec: Codec<unknown>;
  /** What the codec says that it is made of. */
  readonly data: unknown;
}

/** A value that can be stored. */
export interface Storable {
  readonly kind: "storable";
  /** Instances of classes with codecs, each after all that it is made of. */
  readonly instances: readonly Instance[];
}

/** Whether a value can be stored, and if not, which part of it stands against it. */
export function storable(value: unknown, codecs: readonly Codec<unknown>[]): Storable | Refusal {
  const walk = new Walk(codecs);
  try {
    const refused = walk.value(value);
    if (refused === undefined) return { kind: "storable", instances: walk.instances };
    return { kind: "refused", path: refused.steps.reverse().join(""), what: refused.what };
  } catch (error) {
    // Only the stack can run out here: the codecs' own errors are refusals.
    if (!(error instanceof RangeError)) throw error;
    return { kind: "refused", path: "", what: "a value nested too deeply to walk" };
  }
}

/** What was refused, and the steps to it, the last one first: nothing is spent on paths until one is needed. */
interface Refused {
  readonly what: string;
  readonly steps: string[];
}

class Walk {
  readonly instances: Instance[] = [];
  readonly #codecs: readonly Codec<unknown>[];
  readonly #memory = new MemoryUse();
  /** Objects by the order in which they were met. */
  readonly #met = new Map<object, Count>();
  /** Objects that the walk is inside of. */
  readonly #open = new Set<object>();
  /** When the instances were met that the walk is inside of. */
  readonly #instanceStarts: Count[] = [];
  #hasCycle = false;

  constructor(codecs: readonly Codec<unknown>[]) {
    this.#codecs = codecs;
  }

  value(value: unknown): Refused | undefined {
    switch (typeof value) {
      case "function":
        return refused(types.isProxy(value) ? "a proxied function" : "a function");
      case "symbol":
        return refused("a symbol");
      case "object":
        return value === null ? undefined : this.#object(value);
      default:
        return undefined;
    }
  }

  #object(value: object): Refused | undefined {
    const order = this.#met.get(value);
    if (order !== undefined) return this.#again(value, order);
    // To ask a proxy for anything would run its traps.
    if (types.isProxy(value)) return refused("a proxy");
    this.#met.set(value, this.#met.size);
    // Without codecs it makes no difference what contains what.
    if (this.#codecs.length === 0) return this.#content(value);
    this.#open.add(value);
    const wrong = this.#content(value);
    this.#open.delete(value);
    return wrong;
  }

  /** An instance is made from its data before what contains it is complete, so its data must not lead back there. */
  #again(value: object, order: Count): Refused | undefined {
    const isOpen = this.#open.has(value);
    const innermost = this.#instanceStarts.at(-1);
    if (innermost !== undefined && order <= innermost) {
      if (isOpen) return refused("a cycle through an instance of a class with a codec");
      if (this.#hasCycle) return refused("an instance's data that shares a part with a cycle");
    }
    this.#hasCycle ||= isOpen;
    return undefined;
  }

  #content(value: object): Refused | undefined {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype === Object.prototype) return unstorable(disguise(value)) ?? this.#plain(value);
    if (Array.isArray(value) && prototype === Array.prototype) return this.#array(value);
    const codec = codecOf(value, this.#codecs);
    if (codec !== undefined) return this.#instance(value, codec);
    if (ArrayBuffer.isView(value)) return unstorable(this.#memory.view(value));
    if (types.isAnyArrayBuffer(value)) return unstorable(this.#memory.buffer(value));
    if (prototype === Map.prototype && types.isMap(value)) return bare(value, "a Map") ?? this.#map(value);
    if (prototype === Set.prototype && types.isSet(value)) return bare(value, "a Set") ?? this.#set(value);
    if (prototype === Date.prototype && types.isDate(value)) return bare(value, "a Date");
    if (prototype === RegExp.prototype && types.isRegExp(value)) return regexp(value);
    return refused(describedInstance(value));
  }

  #plain(value: object): Refused | undefined {
    for (const key of Reflect.ownKeys(value)) {
      const wrong = this.#property(value, key);
      if (wrong !== undefined) return wrong;
    }
    return unstorable(restriction(value, "an object"));
  }

  #array(value: readonly unknown[]): Refused | undefined {
    const { length } = value;
    let holes: Count = 0;
    for (let index = 0; index < length; index++) {
      const property = Object.getOwnPropertyDescriptor(value, index);
      if (property === undefined) {
        if (++holes > MOST_HOLES) return refused(`an array with more than ${MOST_HOLES} holes`);
        continue;
      }
      const wrong = this.#described(property);
      if (wrong !== undefined) return at(wrong, `[${index}]`);
    }
    const hasOnlyElements = length <= FEW && Reflect.ownKeys(value).length === length - holes + 1;
    const others = hasOnlyElements
      ? []
      : [...ownNames(value, length), ...Object.getOwnPropertySymbols(value)];
    for (const key of others) {
      const wrong = this.#property(value, key);
      if (wrong !== undefined) return wrong;
    }
    const isOpen = Object.getOwnPropertyDescriptor(value, "length")?.writable === true;
    return unstorable(restriction(value, "an array") ?? (isOpen ? undefined : "an array of fixed length"));
  }

  #property(owner: object, key: string | symbol): Refused | undefined {
    if (typeof key === "symbol") return at(refused("a property named by a symbol"), pathStep(key));
    const property = Object.getOwnPropertyDescriptor(owner, key);
    const wrong = property === undefined ? undefined : this.#described(property);
    return wrong === undefined ? undefined : at(wrong, pathStep(key));
  }

  #described(property: PropertyDescriptor): Refused | undefined {
    if (!("value" in property)) return refused(property.get === undefined ? "a setter" : "a getter");
    if (!property.writable) return refused("a read-only property");
    if (!property.enumerable) return refused("a hidden property");
    if (!property.configurable) return refused("a property that cannot be deleted");
    return this.value(property.value);
  }

  #map(value: Map<unknown, unknown>): Refused | undefined {
    let index = 0;
    for (const [key, each] of mapEntries.call(value)) {
      const wrongKey = this.value(key);
      if (wrongKey !== undefined) return at(wrongKey, `.key(${index})`);
      const wrong = this.value(each);
      if (wrong !== undefined) return at(wrong, `.value(${index})`);
      index++;
    }
    return undefined;
  }

  #set(value: Set<unknown>): Refused | undefined {
    let index = 0;
    for (const each of setValues.call(value)) {
      const wrong = this.value(each);
      if (wrong !== undefined) return at(wrong, `.value(${index})`);
      index++;
    }
    return undefined;
  }

  #instance(value: object, codec: Codec<unknown>): Refused | undefined {
    let data: unknown;
    try {
      data = codec.encode(value);
    } catch (error) {
      return refused(`an instance that its codec ${codec.name} does not encode: ${String(error)}`);
    }
    this.#instanceStarts.push(this.#met.get(value) ?? 0);
    const wrong = this.value(data);
    this.#instanceStarts.pop();
    if (wrong !== undefined) return at(wrong, `.encode(${codec.name})`);
    this.instances.push({ value, codec, data });
    return undefined;
  }
}

// A hole costs a look at each walk; whoever means so many has another structure in mind.
const MOST_HOLES: Count = 1_000_000;

function refused(what: string): Refused {
  return { what, steps: [] };
}

function unstorable(what: string | undefined): Refused | undefined {
  return what === undefined ? undefined : refused(what);
}

function at(wrong: Refused, step: string): Refused {
  wrong.steps.push(step);
  return wrong;
}

/** Refuses properties and restrictions of built-in objects, which are not stored. */
function bare(value: object, what: string): Refused | undefined {
  const [key] = Reflect.ownKeys(value);
  if (key !== undefined) return at(refused(`a property of ${what}`), pathStep(key));
  return unstorable(restriction(value, what));
}

function regexp(value: RegExp): Refused | undefined {
  const key = Reflect.ownKeys(value).find((each) => each !== "lastIndex");
  if (key !== undefined) return at(refused("a property of a regular expression"), pathStep(key));
  const lastIndex = Object.getOwnPropertyDescriptor(value, "lastIndex");
  if (lastIndex?.writable !== true) return refused("a regular expression that is frozen");
  if (!Object.is(lastIndex.value, 0)) return refused("a regular expression whose lastIndex is not 0");
  return unstorable(restriction(value, "a regular expression"));
}

function restriction(value: object, what: string): string | undefined {
  if (Object.isExtensible(value)) return undefined;
  return `${what} that is ${Object.isFrozen(value) ? "frozen" : "closed to new properties"}`;
}

function describedInstance(value: object): string {
  const prototype: object | null = Object.getPrototypeOf(value);
  if (prototype === null) return "an object without a prototype";
  const nature = unstorableNature(value) ?? opaqueness(value)?.what;
  if (nature !== undefined) return nature;
  const maker: unknown = Object.getOwnPropertyDescriptor(prototype, "constructor")?.value;
  if (typeof maker !== "function") return "an object that inherits from another object";
  const name: unknown = Object.getOwnPropertyDescriptor(maker, "name")?.value;
  return typeof name === "string" && name !== "" ? `an instance of ${name}` : "an instance of a class";
}
