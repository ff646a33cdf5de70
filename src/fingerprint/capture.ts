// A definition with all that it depends on, as one digest, at any depth: its code, what its free names stand for, their
// code, and so on. The graph is written in the order in which it is met, beginning at the definition; what was met before
// is written as its number. So cycles end, what is shared is described once and told from two equal things, and nothing
// depends on names, on the order of declarations, or on where in memory things are.

import type { Count } from "../units.ts";
import { isConstant, WHOLE } from "./assumed.ts";
import type { Identities } from "./beyond.ts";
import { ClassTexts } from "./class-texts.ts";
import type { Code, ParsedCode } from "./code.ts";
import { codeAlone } from "./code-alone.ts";
import { SCHEME, sha256 } from "./digest.ts";
import { codeDigest } from "./equality.ts";
import { functionName as nameOf } from "./function-name.ts";
import { TAG } from "./graph.ts";
import { boundPart, hiddenCaptures, SURROUNDINGS, THIS } from "./hidden.ts";
import { readsNow } from "./impure.ts";
import { lastName, STEP } from "./leaf.ts";
import { comparesDependencies } from "./manifest.ts";
import { NameGraph } from "./name-graph.ts";
import { isObject } from "./property-path.ts";
import type { Reader, Reading, Wrapped } from "./reader.ts";
import type { Captured, Subject } from "./subject.ts";
import type { ValueWriter } from "./value-bytes.ts";

/** Captures a definition with all that it depends on. */
export function captured(subject: Subject, reader: Reader, identities: Identities): Captured {
  if (!comparesDependencies(subject.equality)) return codeAlone(subject);
  const plain = new Capture(subject, reader, identities, false);
  const found = plain.captured();
  // Only code that reads names of functions can tell them apart; where some does, the names of all count.
  return plain.readsNames ? new Capture(subject, reader, identities, true).captured() : found;
}

class Capture extends NameGraph {
  /** Whether some code reads names of functions. */
  readsNames = false;
  /** Whether some code may ask for the texts of functions that it gets. */
  #asksTexts = false;
  readonly #writesNames: boolean;
  readonly #codes = new Map<string, Code>();
  /** Numbers of functions by what calling them does. */
  readonly #behaviours = new Map<object, Count>();
  readonly #classes: ClassTexts;

  constructor(subject: Subject, reader: Reader, identities: Identities, writesNames: boolean) {
    super(subject, reader, identities);
    this.#classes = new ClassTexts(reader);
    this.#writesNames = writesNames;
  }

  captured(): Captured {
    const { name, target, equality, options, isValue, decorator, keyFunction } = this.subject;
    this.writer.count(SCHEME);
    this.writer.string(equality);
    this.options(options, name);
    if (isValue) this.values.value(target, name);
    else this.behaviour(target, name);
    this.#whole(decorator, `${name}${STEP}decorate`);
    this.#whole(keyFunction, `${name}${STEP}key`);
    for (const key of Object.keys(this.deps).sort()) {
      this.writer.string(key);
      this.leaves.within(`${name}${STEP}${key}`, this.deps[key], (path) =>
        this.values.value(this.deps[key], path),
      );
    }
    this.writer.tag(TAG.end);
    this.effects();
    const { opaque } = this.values;
    if (opaque !== undefined)
      this.obstacle(opaque.path, `is ${opaque.what}, which cannot be compared`, lastName(opaque.path));
    return {
      fingerprint: { digest: sha256(this.writer.bytes), scheme: SCHEME, leaves: this.leaves.all },
      codes: this.#codes,
      obstacles: this.obstacles,
      asksTexts: this.#asksTexts,
      isPortable: !this.values.usesIdentity,
      impure: [...this.impure].sort(),
      isCurrent: this.watch.whole(),
    };
  }

  /** What calling a function does; gives whether that is known by a name, so that nothing else of it counts. */
  protected override behaviour(fn: object, path: string): boolean {
    const wrapped = this.reader.unwrapped(fn);
    const target = this.subject.isSelf(fn) ? this.subject.target : (wrapped?.target ?? fn);
    const number = this.#behaviours.get(target);
    if (number !== undefined) {
      this.writer.tag(TAG.seen);
      this.writer.count(number);
      return false;
    }
    this.#behaviours.set(target, this.#behaviours.size);
    const known = this.reader.wellKnownName(target);
    if (known !== undefined) return this.known(known, path);
    if (wrapped !== undefined) this.#wrapping(fn, wrapped, target, path);
    const code = target === this.subject.target ? this.subject.code : this.reader.code(target);
    if (code.state === "opaque" && code.why === "native") {
      this.#native(target, path);
      return false;
    }
    if (code.state === "parsed") return this.#parsed(target, code, path);
    this.#asksTexts = true;
    this.#code(code, path);
    if (this.subject.deps === undefined) this.obstacle(path, "is code that was not understood", undefined);
    return false;
  }

  /** A kept function stays, and is pointed to a newer one, which may be decorated otherwise. */
  #wrapping(fn: object, { options, decorator }: Wrapped, target: object, path: string): void {
    this.watch.test(() => {
      const now = this.reader.unwrapped(fn);
      return now?.target === target && now.decorator === decorator;
    });
    this.options(options, path);
    this.#whole(decorator, `${path}${STEP}decorate`);
  }

  /** A function of the user's that decides about results, if there is one. */
  #whole(part: unknown, path: string): void {
    if (isObject(part)) this.orIdentity(part, path, () => this.whole(part, path));
  }

  #code(code: Code, path: string): void {
    const digest = codeDigest(code, this.subject.equality);
    this.writer.tag(TAG.code);
    this.writer.string(digest);
    this.leaves.code(path, digest);
    this.#codes.set(path, code);
    if (code.state !== "parsed") return;
    this.writer.string(code.strictness);
    if (code.strictness !== "irrelevant")
      this.leaves.add("strictness", `${path}${STEP}strict mode`, code.strictness);
  }

  #parsed(fn: object, code: ParsedCode, path: string): boolean {
    const { readsNames, asksTexts, dynamicScope } = code.traits;
    this.readsNames ||= readsNames;
    this.#asksTexts ||= asksTexts || dynamicScope;
    if (readsNow(code.text)) this.impure.add("Date");
    const names = code.freeNames.filter(({ uses }) => uses.length > 0);
    const readings = this.reader.readings(fn, names);
    const isMethod = fn !== this.subject.target && this.#classes.isMethod(code, names, readings);
    if (isMethod) this.#method(fn, code);
    else this.#code(code, path);
    const origin = this.#origin(fn, readings);
    if (origin === undefined) this.#module(fn, code, path);
    else this.known(`${origin} ${nameOf(fn)}`, path);
    this.#hidden(code, path);
    if (code.kind === "class") this.#classes.add(fn, code.text);
    const watched: number[] = [];
    let isNamed = origin !== undefined;
    for (const [index, name] of names.entries()) {
      const reading = readings[index];
      // The package stands for its modules, but not for what its functions were called with.
      if (origin !== undefined && (isGlobal(reading) || this.reader.isOfModule(fn, name))) continue;
      isNamed = false;
      // What comes of a name may be nothing, so that each begins with its number.
      this.writer.tag(TAG.name);
      this.writer.count(index);
      if (reading !== undefined && this.name(fn, name, reading, path)) watched.push(index);
    }
    if (this.#assumed(fn, code, path, origin !== undefined)) isNamed = false;
    if (isNamed) return true;
    this.#ownName(fn, code, path);
    // The variables of a method are those of its class, which is watched.
    if (isMethod) return false;
    const each = <T>(list: readonly T[]): readonly T[] => list.filter((_, index) => watched.includes(index));
    this.watch.variables(fn, each(names), each(readings));
    return false;
  }

  /** Where a name was taken for a constant and is none, the code counts as it is written; gives whether there is such a name. */
  #assumed(fn: object, { assumed, syntax }: ParsedCode, path: string, isOfPackage: boolean): boolean {
    let isHidden = false;
    for (const [index, reading] of this.reader.readings(fn, assumed).entries()) {
      const name = assumed[index];
      if (name === undefined || (isOfPackage && (isGlobal(reading) || this.reader.isOfModule(fn, name))))
        continue;
      const isAsAssumed = isConstant(name, reading);
      if (!isAsAssumed) {
        isHidden = true;
        this.writer.string(syntax);
        this.name(fn, { ...name, uses: WHOLE }, reading, path);
      }
      if (!isAsAssumed || !isGlobal(reading)) this.watch.variables(fn, [name], [reading]);
    }
    return isHidden;
  }

  /** A function that uses its own name may mean itself, or what the variable holds that was declared with it. */
  #ownName(fn: object, { ownName, kind }: ParsedCode, path: string): void {
    if (ownName === undefined || kind === "class") return;
    const step = `${path}${STEP}${ownName.name}`;
    const uses = ownName.uses.filter(({ how, path: { length } }) => how !== "call" || length > 0);
    this.nameUses({ ...ownName, uses }, fn, step);
    const [reading] = this.reader.readings(fn, [ownName]);
    if (reading === undefined || reading.kind === "unread" || reading.kind === "absent") return;
    this.watch.variables(fn, [ownName], [reading]);
    if (reading.kind === "value" && isObject(reading.value) && !this.#isItself(fn, reading.value))
      this.nameUses(ownName, reading.value, step);
  }

  #isItself(fn: object, value: object): boolean {
    return value === fn || this.subject.isSelf(value) || this.reader.unwrapped(value)?.target === fn;
  }

  /**
   * A method stands in the text of its class, so that no more than which one it is needs to be said. Alone, it would count by
   * the spelling of the private names of its class.
   */
  #method(fn: object, code: ParsedCode): void {
    this.writer.tag(TAG.method);
    this.writer.string(nameOf(fn));
    this.writer.string(code.traits.usesSurroundings ? "" : codeDigest(code, this.subject.equality));
  }

  /** What stands for a function of the runtime or of a package whose own variables are in play. */
  #origin(fn: object, readings: readonly Reading[]): string | undefined {
    if (readings.every(isGlobal) || (fn === this.subject.target && !this.subject.isValue)) return undefined;
    const origin = this.reader.origin(fn);
    switch (origin.kind) {
      case "package":
      case "runtime":
        return origin.name;
      default:
        return undefined;
    }
  }

  /** A bound function is what it binds. */
  #native(fn: object, path: string): void {
    const internals = this.reader.internals(fn) ?? [];
    this.writer.tag(TAG.bound);
    this.writer.count(internals.length);
    if (internals.length === 0)
      this.obstacle(path, "is a built-in or bound function that cannot be read", lastName(path));
    for (const { name, value } of internals) {
      this.writer.string(name);
      const part = `${path}${STEP}${boundPart(name)}`;
      this.leaves.within(part, value, (at) => this.values.value(value, at));
    }
  }

  /** What code depends on without naming it. */
  #hidden(code: ParsedCode, path: string): void {
    if (this.subject.deps !== undefined) return;
    for (const hidden of hiddenCaptures(code)) {
      // The text of its class was written, and its prototype is.
      if (hidden === SURROUNDINGS && this.#classes.holds(code.text)) continue;
      if (hidden === THIS) this.obstacle(`${path}${STEP}this`, hidden.what, "this");
      else this.obstacle(path, hidden.what, undefined);
    }
  }

  #module(fn: object, { module }: ParsedCode, path: string): void {
    if (module === "none") return;
    const origin = this.reader.origin(fn);
    const file = origin.kind === "project" ? origin.file : "";
    this.writer.string(file);
    this.leaves.add("value", `${path}${STEP}import.meta`, file);
    if (module === "content" && this.subject.deps === undefined)
      this.obstacle(path, "uses import.meta or loads a module at run time, which cannot be read", undefined);
  }

  /** What a class that is captured keeps for itself. That of the definition is state which hangs on it. */
  #staticState(fn: object, path: string, values: ValueWriter): void {
    const code = this.reader.code(fn);
    if (fn === this.subject.target || code.state !== "parsed" || code.kind !== "class") return;
    if (!PRIVATE_STATIC.test(code.text)) return;
    const found = this.internals(fn);
    if (found === undefined) return values.refuse({ path, what: "a class with private static members" });
    for (const { name, value } of found) {
      this.writer.string(name);
      values.value(value, `${path}.${name}`);
    }
  }

  override writeFunction(fn: object, path: string, values: ValueWriter): void {
    const target = this.reader.unwrapped(fn)?.target ?? fn;
    const isNamed = this.behaviour(fn, path);
    if (isNamed) return;
    this.watch.object(target);
    const parent: unknown = Object.getPrototypeOf(target);
    const isPlain = isObject(parent) && this.reader.wellKnownName(parent) === "Function.prototype";
    this.writer.tag(isPlain ? TAG.end : TAG.inherits);
    if (!isPlain) values.value(parent, `${path}${STEP}${nameOf(parent)}`);
    if (this.#writesNames) this.writer.string(nameOf(target));
    values.writeProperties(target, path);
    this.#staticState(target, path, values);
  }
}

// A private static member, which no property shows.
const PRIVATE_STATIC = /\bstatic\s*(?:accessor\s*)?#/;

function isGlobal(reading: Reading | undefined): boolean {
  return reading?.kind === "value" ? reading.isGlobal : reading?.kind !== "unread";
}
