// The leaves of a manifest while they are collected. Content of many parts is listed up to a bound and then summed up by a
// digest, so that a manifest stays small while the first parts keep their own paths.

import type { Count } from "../units.ts";
import type { ByteWriter } from "./bytes.ts";
import { type Digest, sha256 } from "./digest.ts";
import { digestOf } from "./equality.ts";
import { type Leaf, primitiveText, STEP, steps } from "./leaf.ts";
import { isObject } from "./property-path.ts";
import { valueTitle } from "./value-title.ts";

/** Primitives of one captured value that get leaves of their own. */
const MOST_PARTS: Count = 100;

export class LeafList {
  readonly #writer: ByteWriter;
  #leaves: Leaf[] = [];
  #parts: Count = 0;

  constructor(writer: ByteWriter) {
    this.#writer = writer;
  }

  get all(): readonly Leaf[] {
    return this.#leaves;
  }

  code(path: string, digest: Digest): void {
    this.#leaves.push({ kind: "code", path: steps(path), digest });
  }

  add(kind: Exclude<Leaf["kind"], "code" | "ignored">, path: string, value: string): void {
    this.#leaves.push({ kind, path: steps(path), value });
  }

  ignored(path: string): void {
    this.#leaves.push({ kind: "ignored", path: steps(path) });
  }

  /** Takes back what could not be read at or behind a path. */
  withoutUnread(path: string): void {
    const isBehind = (leaf: Leaf): boolean => leaf.path.join(STEP).startsWith(path);
    this.#leaves = this.#leaves.filter((leaf) => leaf.kind !== "unread" || !isBehind(leaf));
  }

  primitive(value: unknown, path: string): void {
    if (this.#parts++ < MOST_PARTS)
      this.add(
        "value",
        path,
        primitiveText(value, (text) => digestOf([text])),
      );
  }

  /** Writes a value; an object gets a leaf for the whole of it behind those of its parts. */
  within(path: string, value: unknown, write: (path: string) => void): void {
    const start = this.#writer.bytes.length;
    this.#parts = 0;
    write(path);
    if (!isObject(value) || typeof value === "function") return;
    const digest = sha256(this.#writer.bytes.subarray(start));
    this.add("value", path, `${valueTitle(value)} ${digest.slice(0, 8)}`);
  }
}
