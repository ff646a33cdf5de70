// Whether callers changed a result that is kept: all of them get the same object, and `rows.sort()` in one cell would change
// what the next one gets. What the result holds is noted when it is kept, and compared at every hit.

import { types } from "node:util";
import type { Test } from "../fingerprint/content-test.ts";
import { makerOf, opaqueness } from "../fingerprint/opacity.ts";
import { isObject } from "../fingerprint/property-path.ts";
import type { Internal } from "../fingerprint/reader.ts";
import { stretchOf } from "../fingerprint/slots.ts";
import type { Count } from "../units.ts";
import { type Content, changedContent, contentOf, flatContent, partsOf } from "./result-content.ts";
import { isPooled } from "./whole-content.ts";

/** How results are looked into. */
export interface ResultReader {
  /** The name of an intrinsic, which changes without any caller. */
  wellKnownName(value: object): string | undefined;
  /** What hides in private fields, proxies and weak collections; undefined where nobody can read it. */
  internals(value: object): readonly Internal[] | undefined;
  /** A test whether a function still means what it means now, with all that it captures; undefined if nobody can tell. */
  meaningTest(fn: object): Test | undefined;
}

/** Whether changes of a result can be found out, and how. */
export type Check =
  /** `changed` gives the path to the first thing that is not as it was, `[3].name`, or undefined. */
  | { readonly kind: "checked"; readonly changed: () => string | undefined }
  /** A part cannot be compared. */
  | { readonly kind: "opaque"; readonly path: string; readonly what: string };

/** One object of a result as it was. */
interface Noted {
  readonly object: object;
  /** By which step it was reached, from which other; -1 for the result itself. */
  readonly step: string;
  readonly parent: Count;
  /** For a function, whether it still means the same. */
  readonly meaning: Test | undefined;
  /** What no property shows. Of a proxy, that is all. */
  readonly internals: readonly Internal[] | undefined;
  readonly content: Content | undefined;
}

/** A check of a result as it is now. */
export function changeCheck(result: object, reader: ResultReader): Check {
  const flat = flatContent(result);
  if (flat !== undefined) return { kind: "checked", changed: () => changedContent(result, flat) };
  const walk = new Walk(reader);
  walk.all(result);
  const { noted, opaque } = walk;
  if (opaque !== undefined) return opaque;
  const changed = (): string | undefined => {
    for (const each of noted) {
      const step = changedStep(each, reader);
      if (step !== undefined) return pathTo(each, noted) + step;
    }
    return undefined;
  };
  return { kind: "checked", changed };
}

function pathTo({ parent, step }: Pick<Noted, "parent" | "step">, all: readonly Noted[]): string {
  const owner = all[parent];
  return owner === undefined ? "" : pathTo(owner, all) + step;
}

type Met = Pick<Noted, "object" | "step" | "parent">;

/** All objects that can be reached from a result, itself first. */
class Walk {
  readonly noted: Noted[] = [];
  opaque: Extract<Check, { kind: "opaque" }> | undefined;
  readonly #reader: ResultReader;
  readonly #seen = new Set<object>();
  readonly #queue: Met[] = [];

  constructor(reader: ResultReader) {
    this.#reader = reader;
  }

  all(result: object): void {
    this.#meet(result, "", -1);
    for (let next = this.#queue.pop(); next !== undefined && !this.opaque; next = this.#queue.pop())
      this.#note(next);
  }

  #meet(value: unknown, step: string, parent: Count): void {
    if (!isObject(value) || this.#seen.has(value)) return;
    this.#seen.add(value);
    // What belongs to the runtime changes without any caller.
    if (value === globalThis || this.#reader.wellKnownName(value) !== undefined) return;
    this.#queue.push({ object: value, step, parent });
  }

  #note(met: Met): void {
    const { object } = met;
    const index = this.noted.length;
    if (typeof object === "function" && !types.isProxy(object)) {
      const meaning = this.#reader.meaningTest(object);
      if (meaning === undefined) return this.#refuse(met, "a function of which something cannot be compared");
      this.noted.push({
        object,
        step: met.step,
        parent: met.parent,
        meaning,
        internals: undefined,
        content: undefined,
      });
      return;
    }
    const hidden = isPlain(object) ? undefined : opaqueness(object);
    const internals = hidden?.isReadable ? this.#reader.internals(object) : undefined;
    if (hidden !== undefined && internals === undefined) return this.#refuse(met, hidden.what);
    // To ask a proxy for anything would run its traps.
    const content = types.isProxy(object) ? undefined : contentOf(object);
    // Not with `...met`: V8 would give each a hidden class of its own, and take ten times as long to read it.
    this.noted.push({ object, step: met.step, parent: met.parent, meaning: undefined, internals, content });
    for (const { name, value } of internals ?? []) this.#meet(value, `.${name}`, index);
    if (content !== undefined) this.#parts(object, content, index);
  }

  #parts(object: object, content: Content, index: Count): void {
    for (const [step, part] of partsOf(object, content)) this.#meet(part, step, index);
    if (content.kind !== "whole") return;
    const { prototype } = content;
    if (ArrayBuffer.isView(object) && !isPooled(object))
      this.#meet(stretchOf(object).buffer, ".buffer", index);
    // A class is what its instances have in common; a plain object may belong to this result alone.
    if (prototype !== null && makerOf(prototype) === undefined) this.#meet(prototype, ".__proto__", index);
  }

  #refuse(met: Met, what: string): void {
    this.opaque = { kind: "opaque", path: pathTo(met, this.noted), what };
  }
}

function isPlain(object: object): boolean {
  if (types.isProxy(object)) return false;
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === Object.prototype || prototype === Array.prototype;
}

function changedStep(
  { object, meaning, internals, content }: Noted,
  reader: ResultReader,
): string | undefined {
  if (meaning !== undefined && !meaning()) return "";
  if (internals !== undefined) {
    const now = reader.internals(object) ?? [];
    const at = internals.findIndex(
      ({ name, value }, index) => now[index]?.name !== name || !Object.is(now[index]?.value, value),
    );
    if (at !== -1 || now.length !== internals.length) return `.${(internals[at] ?? now.at(-1))?.name ?? ""}`;
  }
  return content && changedContent(object, content);
}
