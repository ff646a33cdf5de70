// What the names of a code stand for, as far as the code can see it: the properties that it reads, what it calls, and what it
// merely writes.

import { types } from "node:util";
import type { Use, UsedName } from "../syntax/uses.ts";
import type { Count } from "../units.ts";
import { textOf } from "./code.ts";
import { Graph, TAG } from "./graph.ts";
import { STEP } from "./leaf.ts";
import { pathStep } from "./path-step.ts";
import { isObject, type Outcome, propertyAt } from "./property-path.ts";
import type { Reading } from "./reader.ts";

/** A name that the code only writes, or an object that it only adds to. */
interface Effect {
  readonly fn: object;
  readonly name: UsedName;
  readonly reading: Reading;
  readonly path: string;
  /** What is added to; undefined where the variable itself is written. */
  readonly object: unknown;
}

export abstract class NameGraph extends Graph {
  readonly #effects: Effect[] = [];
  readonly #readVariables = new Set<string>();
  /** Objects of which single properties were read. */
  readonly #bases = new Map<object, Count>();

  /** What calling a function does; gives whether that is known by a name, so that nothing else of it counts. */
  protected abstract behaviour(fn: object, path: string): boolean;

  /** What a name stands for, as far as the code can see it; gives whether it must be watched. */
  protected name(fn: object, name: UsedName, reading: Reading, path: string): boolean {
    const step = `${path}${STEP}${name.name}`;
    if (this.subject.ignore.includes(name.name)) return this.#skipped(name.name, step, true);
    if (Object.hasOwn(this.deps, name.name)) return this.#skipped(name.name, step, false);
    if (name.uses.every(({ how, path: { length } }) => how === "write" && length === 0)) {
      this.#effects.push({ fn, name, reading, path: step, object: undefined });
      return false;
    }
    switch (reading.kind) {
      case "unread":
        this.writer.tag(TAG.unread);
        this.obstacle(step, "cannot be read", name.name);
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
        if (reading.isGlobal && name.name === "console" && name.uses.every(({ how }) => how === "call"))
          return false;
        this.#readVariables.add(variableKey(name.name, reading));
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
      case "write":
        if (path.length > 0) this.#effects.push({ ...place, object: this.#outcomeAt(base, owner).value });
        return;
      case "append": {
        const container = this.#outcomeAt(base, owner);
        const method = propertyAt(container.value, path.slice(-1), this.reader).value;
        const known = isObject(method) ? this.reader.wellKnownName(method) : undefined;
        if (known !== undefined && APPENDING.has(known))
          this.#effects.push({ ...place, object: container.value });
        else this.#outcome(container, at(owner));
        return;
      }
      case "call": {
        const outcome = this.#outcomeAt(base, path);
        this.#text(outcome, propertyAt(base, owner, this.reader), at(path));
        if (path.length === 0 || this.#ignoresReceiver(outcome, base, owner))
          this.#callee(outcome.value, at(path));
        else this.#outcome(this.#outcomeAt(base, owner), at(owner));
        return;
      }
      case "value":
        this.#outcome(this.#outcomeAt(base, path), at(path));
    }
  }

  #outcomeAt(base: unknown, path: readonly string[]): Outcome {
    const outcome = propertyAt(base, path, this.reader);
    this.watch.path(base, path, outcome);
    for (let length = 0; length < path.length; length++) {
      const { value } = propertyAt(base, path.slice(0, length), this.reader);
      if (isObject(value) && !this.#bases.has(value)) this.#bases.set(value, this.#bases.size);
    }
    return outcome;
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
      if (reading.kind !== "value" || !this.#readVariables.has(variableKey(name.name, reading))) return;
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

  /** Writes what is written to and counts for another reason. Comes last, when all that counts is known. */
  protected effects(): void {
    for (const [index, effect] of this.#effects.entries()) {
      this.writer.tag(TAG.name);
      this.writer.count(index);
      this.#effect(effect);
    }
  }
}

const APPENDING: ReadonlySet<string> = new Set([
  "Array.prototype.push",
  "Array.prototype.unshift",
  "Set.prototype.add",
  "Map.prototype.set",
]);

/** Whether a value is what `import * as` binds. */
function isNamespace(value: unknown): boolean {
  return isObject(value) && types.isModuleNamespaceObject(value);
}

/** Variables of one name may be one variable, unless one is global and the other is not. */
function variableKey(name: string, reading: Reading): string {
  return `${reading.kind === "value" && reading.isGlobal ? "global" : "local"} ${name}`;
}
