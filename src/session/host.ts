// What the session takes from its surroundings.

import type { FreeName } from "../syntax/binding.ts";
import type { Dialect } from "../syntax/rule.ts";
import type { Milliseconds } from "../units.ts";
import type { SessionEvent } from "./event.ts";
import type { HostReader } from "./reader.ts";

/** A closure whose variables are in question. */
export interface Closure {
  readonly target: object;
  readonly names: readonly FreeName[];
  readonly scope: string;
  readonly isClass: boolean;
  readonly isInFunction: boolean;
}

/** What the host lends to the session. */
export interface Host {
  readonly dialect: Dialect;
  readonly reader: HostReader;
  /** Of a closure's free names, those that it does not share with the next closure of the same text. */
  readonly ownNames: (closure: Closure) => readonly string[];
  /** A value that differs from cell to cell, where there is one. */
  readonly cell: () => unknown;
  /** Since the epoch. */
  readonly date: () => Milliseconds;
  /** A monotonic clock. */
  readonly now: () => Milliseconds;
  /** Says what a call found. */
  readonly notice: (event: SessionEvent) => void;
}
