// What the names of a code stand for, as far as the code can see it: the properties that it reads, what it calls, and what it
// merely writes.

import { types } from "node:util";
import { ANY_KEY, type Use, type UsedName } from "../syntax/uses.ts";
import type { Count } from "../units.ts";
import { textOf } from "./code.ts";
import { Graph, TAG } from "./graph.ts";
import { STEP } from "./leaf.ts";
import { pathStep } from "./path-step.ts";
import { isAppending, isMessage } from "./plain-methods.ts";
import { isObject, type Outcome, propertyAt } from "./property-path.ts";
import type { Reading } from "./reader.ts";
import { inheritance, storesPlainly } from "./store.ts";

/** A name that the code only writes, or an object that it only adds to. */
interface Effect {
  readonly fn: object;
  readonly name: UsedName;
  readonly reading: Reading;
  readonly path: string;
  /** What is added to; undefined where the variable itself is written. */
  readonly object: unknown;
}

/** A variable of a function or a module that is read. */
interface LocalRead {
  readonly fn: object;
  readonly name: UsedName;
  readonly value: unknown;
}

export abstract class NameGraph extends Graph {
  readonly #effects: Effect[] = [];
  readonly #readGlobals = new Set<string>();
  readonly #readLocals: LocalRead[] = [];
  /** Objects of which single properties were read. */
  readonly #bases = new Map<object, Count>();
  readonly #paths: { readonly base: unknown; readonly path: readonly string[] }[] = [];

  /** What calling a function does; gives whether that is known by a name, so that nothing else of it counts. */
  protected abstract behaviour(fn: object, path: string): boolean;

  /** What a name stands for, as far as the code can see it; gives whether it must be watched. */
  protected name(fn: object, name: UsedName, reading: Reading, path: string): boolean {
    const step = `${path}${STEP}${name.name}`;
    if (this.subject.ignore.includes(name.name)) return this.#skipped(name.name, step, true);
    if (Object.hasOwn(this.deps, name.name)) return this.#skipped(name.name, step, false);
    if (name.uses.every(({ how, path: { length } }) => how === "write" && length === 0)) {
      if (reading.kind === "accessor")
        this.obstacle(step, "is an accessor of the global object, which may do anything", name.name);
      this.#effects.push({ fn, name, reading, path: step, object: undefined });
      return false;
    }
    switch (reading.kind) {
      case "unread":
        this.writer.tag(TAG.unread);
        this.obstacle(step, "cannot be read", name.name, true);
        return true;
      case "dead":
        // The variable that the definition itself is about to fill.
        if (name.name === this.subject.name) this.#callee(this.subject.target, step);
        else {
          this.writer.tag(TAG.dead);
          this.leaves.add("dead", step, "not yet initialized");
        }
        return true;
      case "absent":
        this.writer.tag(TAG.absent);
        this.writer.string(name.name);
        this.leaves.add("value", step, "not defined");
        return true;
      case "accessor":
        this.writer.tag(TAG.accessor);
        this.values.value(reading.get, step);
        return true;
      case "value":
        // Up to Node 20, V8 shows a variable in its dead zone as undefined.
        if (this.subject.isBeingDefined && reading.value === undefined && !reading.isGlobal) {
          if (name.name === this.subject.name) this.#callee(this.subject.target, step);
          else this.leaves.add("dead", step, "undefined");
          return true;
        }
        // Nothing comes back from a console, and kernels put a new one into each cell.
        if (reading.isGlobal && name.name === "console" && name.uses.every(isMessage)) return false;
        if (reading.isGlobal) this.#readGlobals.add(name.name);
        else this.#readLocals.push({ fn, name, value: reading.value });
        this.#uses({ fn, name, reading, path: step, object: undefined }, reading.value);
        return true;
    }
  }

  #uses(place: Effect, value: unknown): void {
    for (const [index, use] of place.name.uses.entries()) {
      this.writer.tag(TAG.use);
      this.writer.count(index);
      const write = (): void => this.#use(place, value, use);
      const { value: reached } = propertyAt(value, use.path, this.reader);
      if (isNamespace(value) && isObject(reached)) this.orIdentity(reached, place.path, write);
      else write();
    }
  }

  /** What a code sees of a value that it uses under a name. */
  protected nameUses(name: UsedName, value: object, path: string): void {
    this.#uses(
      { fn: value, name, reading: { kind: "value", value, isGlobal: false }, path, object: undefined },
      value,
    );
  }

  #skipped(name: string, step: string, isIgnored: boolean): boolean {
    this.writer.tag(TAG.skipped);
    this.writer.string(name);
    if (isIgnored) this.leaves.ignored(step);
    return false;
  }

  #use(place: Effect, base: unknown, { how, path }: Use): void {
    const at = (keys: readonly string[]): string => place.path + keys.map(pathStep).join("");
    const owner = path.slice(0, -1);
    switch (how) {
      case "write": {
        const container = this.#outcomeAt(base, owner);
        const key = path.at(-1);
        if (key !== undefined)
          this.#effectOn(container, { ...place, object: container.value }, key, at(owner));
        return;
      }
      case "append": {
        const container = this.#outcomeAt(base, owner);
        const method = propertyAt(container.value, path.slice(-1), this.reader).value;
        if (isObject(method) && isAppending(this.reader.wellKnownName(method)))
          this.#effectOn(container, { ...place, object: container.value }, ANY_KEY, at(owner));
        else this.#outcome(container, at(owner));
        return;
      }
      case "call": {
        const outcome = this.#outcomeAt(base, path);
        this.#text(outcome, propertyAt(base, owner, this.reader), at(path));
        if (path.length === 0) this.#plainCallee(outcome.value, at(path));
        else if (this.#ignoresReceiver(outcome, base, owner)) this.#callee(outcome.value, at(path));
        else this.#outcome(this.#outcomeAt(base, owner), at(owner));
        return;
      }
      case "value":
        this.#outcome(this.#outcomeAt(base, path), at(path));
    }
  }

  /** Writing to an object that runs code or shares memory with others is more than an effect on that object. */
  #effectOn(container: Outcome, effect: Effect, key: string, path: string): void {
    const { value } = container;
    const isStore = (): boolean => !isObject(value) || storesPlainly(value, key, this.reader);
    if (!isStore()) return this.#outcome(container, path);
    this.#effects.push(effect);
    // To look at every property again, at every call, would take too long.
    this.watch.test(key === ANY_KEY ? () => !isObject(value) || Object.isExtensible(value) : isStore);
  }

  #outcomeAt(base: unknown, path: readonly string[]): Outcome {
    const outcome = propertyAt(base, path, this.reader);
    this.watch.path(base, path, outcome);
    this.#paths.push({ base, path });
    for (const each of this.#objectsOn(base, path)) {
      if (!this.#bases.has(each)) this.#bases.set(each, this.#bases.size);
    }
    return outcome;
  }

  /** The objects that a path leads through, with what they inherit from. */
  #objectsOn(base: unknown, path: readonly string[]): readonly object[] {
    return path.flatMap((_, length) =>
      inheritance(propertyAt(base, path.slice(0, length), this.reader).value),
    );
  }

  /** The text of a function counts where the code asks for it. */
  #text({ value }: Outcome, receiver: Outcome, path: string): void {
    if (!isObject(value) || this.reader.wellKnownName(value) !== "Function.prototype.toString") return;
    if (typeof receiver.value !== "function") return;
    const text = textOf(receiver.value);
    this.writer.string(text);
    this.leaves.add("value", path, JSON.stringify(text));
  }

  /** Whether what is called cannot see the object that it is called on. */
  #ignoresReceiver({ kind, value }: Outcome, base: unknown, owner: readonly string[]): boolean {
    if (kind !== "value" || typeof value !== "function") return false;
    const receiver = propertyAt(base, owner, this.reader).value;
    if (this.reader.wellKnownName(value) !== undefined)
      return isObject(receiver) && this.reader.wellKnownName(receiver) !== undefined;
    const code = this.reader.code(this.reader.unwrapped(value)?.target ?? value);
    if (code.state !== "parsed" || code.traits.dynamicScope) return false;
    return code.kind === "arrow" || !(code.traits.usesThis || code.traits.usesSurroundings);
  }

  /** What is called without a receiver: in sloppy mode, `this` is the global object then (ECMA-262, 10.2.1.2). */
  #plainCallee(value: unknown, path: string): void {
    this.#callee(value, path);
    if (typeof value !== "function" || this.subject.deps !== undefined) return;
    const code = this.reader.code(this.reader.unwrapped(value)?.target ?? value);
    if (code.state !== "parsed" || code.strictness !== "sloppy" || !code.traits.usesThis) return;
    // Packages are known by their version, and take what others hand them.
    const { kind } = this.reader.origin(value);
    if (code.kind === "function" && kind !== "package" && kind !== "runtime")
      this.obstacle(`${path}${STEP}this`, "is the global object, of which anything may be read", "this");
  }

  #callee(value: unknown, path: string): void {
    if (typeof value !== "function") return this.whole(value, path);
    this.writer.tag(TAG.called);
    this.behaviour(value, path);
  }

  #outcome(outcome: Outcome, path: string): void {
    switch (outcome.kind) {
      case "absent":
        this.writer.tag(TAG.absent);
        this.leaves.add("value", path, "undefined");
        return;
      case "dead":
        this.writer.tag(TAG.dead);
        this.leaves.add("dead", path, "not yet initialized");
        return;
      case "accessor":
        this.writer.tag(TAG.accessor);
        this.whole(outcome.get, path);
        if (!this.#ignoresReceiver({ ...outcome, kind: "value", value: outcome.get }, undefined, []))
          this.whole(outcome.value, path);
        return;
      case "stop":
        this.writer.tag(TAG.stop);
        this.whole(outcome.value, path);
        return;
      case "value":
        this.whole(outcome.value, path);
    }
  }

  /**
   * What is only written does not count, unless something else that counts reads it: then the definition depends on it, and
   * changes it.
   */
  #effect({ fn, name, reading, path, object }: Effect): void {
    if (object === undefined) {
      if (reading.kind !== "value" || !this.#isRead(fn, name.name, reading)) return;
      this.writer.tag(TAG.alias);
      this.whole(reading.value, path);
      this.watch.variables(fn, [name], [reading]);
    } else if (isObject(object)) {
      const number = this.values.numberOf(object) ?? this.#bases.get(object);
      if (number === undefined) return;
      this.writer.tag(TAG.alias);
      this.writer.count(number);
      this.whole(object, path);
    }
  }

  /** Where objects are written to, it counts through which objects the paths lead that are read. */
  #watchObjects(): void {
    const through = (): readonly object[] =>
      this.#paths.flatMap(({ base, path }) => this.#objectsOn(base, path));
    const before = through();
    this.watch.test(() => {
      const now = through();
      return now.length === before.length && now.every((each, index) => each === before[index]);
    });
  }

  /** Whether a variable may be one of those that are read. An import is one variable under two names. */
  #isRead(fn: object, name: string, reading: Extract<Reading, { kind: "value" }>): boolean {
    if (reading.isGlobal) return this.#readGlobals.has(name);
    const home = this.reader.home(fn);
    return this.#readLocals.some((read) => {
      if (read.name.name === name) return true;
      if (!Object.is(read.value, reading.value)) return false;
      const mayBeImport = read.name.origin !== "" || this.reader.isOfModule(read.fn, read.name);
      return mayBeImport && (home === undefined || this.reader.home(read.fn) !== home);
    });
  }

  /** Writes what is written to and counts for another reason. Comes last, when all that counts is known. */
  protected effects(): void {
    if (this.#effects.some(({ object }) => object !== undefined)) this.#watchObjects();
    for (const [index, effect] of this.#effects.entries()) {
      this.writer.tag(TAG.name);
      this.writer.count(index);
      this.#effect(effect);
    }
  }
}

/** Whether a value is what `import * as` binds. */
function isNamespace(value: unknown): boolean {
  return isObject(value) && types.isModuleNamespaceObject(value);
}
