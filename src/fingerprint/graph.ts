// A graph of live things as it is written: what has been written so far, which leaves it has, what must be watched, and what
// could not be compared. Which things there are, and in which order, is for others to say.

import { types } from "node:util";
import type { Beyond, Identities } from "./beyond.ts";
import { ByteWriter } from "./bytes.ts";
import { sha256 } from "./digest.ts";
import { impureNames } from "./impure.ts";
import { lastName, nameIn, STEP, steps } from "./leaf.ts";
import { LeafList } from "./leaf-list.ts";
import type { DecidingOptions } from "./manifest.ts";
import { isObject } from "./property-path.ts";
import type { Internal, Reader } from "./reader.ts";
import type { Obstacle, Subject } from "./subject.ts";
import { ValueWriter } from "./value-bytes.ts";
import { Watch } from "./watch.ts";

// Kinds of items in a graph; append, never reorder.
export const TAG = {
  seen: 0,
  code: 1,
  bound: 2,
  known: 3,
  value: 5,
  called: 6,
  absent: 7,
  dead: 8,
  accessor: 9,
  unread: 10,
  skipped: 11,
  alias: 12,
  inherits: 13,
  end: 14,
  name: 15,
  use: 16,
  stop: 17,
  method: 18,
} as const;

export abstract class Graph implements Beyond {
  readonly identifiesClasses = false;
  protected readonly subject: Subject;
  protected readonly reader: Reader;
  protected readonly writer: ByteWriter = new ByteWriter();
  protected readonly values: ValueWriter;
  protected readonly watch: Watch;
  protected readonly leaves: LeafList;
  protected readonly obstacles: Obstacle[] = [];
  protected readonly impure: Set<string> = new Set();
  /** What the user named as dependencies, by name. */
  protected readonly deps: Readonly<Record<string, unknown>>;

  constructor(subject: Subject, reader: Reader, identities: Identities) {
    this.subject = subject;
    this.reader = reader;
    this.values = new ValueWriter(this.writer, identities, this);
    this.watch = new Watch(reader);
    this.leaves = new LeafList(this.writer);
    this.deps = this.namedDependencies();
  }

  abstract writeFunction(fn: object, path: string, values: ValueWriter): void;

  /** What is known by a name, so that nothing else of it counts. */
  protected known(name: string, path: string): boolean {
    this.writer.tag(TAG.known);
    this.writer.string(name);
    this.leaves.add("known", path, name);
    for (const impure of impureNames(name)) this.impure.add(impure);
    return true;
  }

  protected whole(value: unknown, path: string): void {
    const known = isObject(value) ? this.reader.wellKnownName(value) : undefined;
    if (known === "globalThis")
      return this.obstacle(path, "is the global object, of which anything may be read", lastName(path));
    if (known !== undefined) {
      this.known(known, path);
      return;
    }
    this.writer.tag(TAG.value);
    this.leaves.within(path, value, (at) => this.values.value(value, at));
  }

  /**
   * Writes what holds by identity, for the time of this session, where its variables cannot be read: an import in Deno, which
   * cannot change, or a decorator.
   */
  protected orIdentity(value: object, path: string, write: () => void): void {
    const { length } = this.obstacles;
    write();
    const found = this.obstacles.slice(length);
    if (found.length === 0 || !found.every(({ isUnread }) => isUnread)) return;
    this.obstacles.length = length;
    this.values.writeIdentity(value);
    this.leaves.withoutUnread(path);
    this.leaves.add("identity", path, "the very same object");
  }

  // Options and obstacles

  protected options(options: DecidingOptions, path: string): void {
    for (const option of Object.keys(options).sort()) {
      const value = options[option] ?? "";
      this.writer.string(option);
      this.writer.string(value);
      this.leaves.add("option", `${path}${STEP}${option}`, value);
    }
    this.writer.tag(TAG.end);
  }

  protected namedDependencies(): Readonly<Record<string, unknown>> {
    const { deps, name } = this.subject;
    if (!isThunk(deps)) {
      if (isObject(deps)) this.watch.object(deps);
      return isObject(deps) ? { ...deps } : {};
    }
    try {
      const found: unknown = deps();
      if (!isObject(found) || types.isPromise(found)) throw new TypeError("it must give an object");
      const entries = Object.entries(found);
      this.watch.thunk(deps, entries);
      return Object.fromEntries(entries);
    } catch (error) {
      this.obstacle(`${name}${STEP}deps`, `failed: ${String(error)}`, undefined);
      return {};
    }
  }

  protected obstacle(path: string, what: string, name: string | undefined, isUnread = false): void {
    const all = steps(path);
    const helper = all.length > 2 ? nameIn(all[1] ?? "") : undefined;
    this.obstacles.push({ path: all, what, name, isUnread, helper });
    this.leaves.add("unread", path, what);
  }

  // Beyond content

  internals(value: object): readonly Internal[] | undefined {
    const found = this.reader.internals(value);
    if (found !== undefined) this.watch.internals(value, found);
    return found;
  }

  wellKnownName(value: object): string | undefined {
    return this.reader.wellKnownName(value);
  }

  primitive(value: unknown, path: string): void {
    this.leaves.primitive(value, path);
  }

  object(value: object): void {
    this.watch.object(value);
  }

  longBlock(read: () => Uint8Array, digest: string): void {
    this.watch.test(() => {
      try {
        return sha256(read()) === digest;
      } catch (error) {
        // Handed to another thread meanwhile.
        if (error instanceof TypeError) return false;
        throw error;
      }
    });
  }

  namedKeys(list: object): readonly string[] {
    return this.reader.namedKeys(list);
  }
}

function isThunk(deps: unknown): deps is () => unknown {
  return typeof deps === "function";
}
