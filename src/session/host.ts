// What the session takes from its surroundings.

import type { StoreChoice } from "../cache/rules.ts";
import type { Store } from "../store/store.ts";
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
  /** Prints a line, once for each text. */
  readonly say: (text: string) => void;
  /** Shows that a call of a function is under way, if it takes long; gives what ends that. */
  readonly progress: (name: string, last: Milliseconds | undefined) => () => void;
  /** Says that a call begins that will block the thread for long, if it takes as long as last time. */
  readonly announceRun: (name: string, last: Milliseconds | undefined) => void;
  /** The store that the user chose, which says in lines what is wrong with it; undefined for none. */
  readonly store: (choice: StoreChoice, say: (text: string) => void) => Store | undefined;
  /** What results may depend on besides code and arguments: the runtime, its versions, time zone and locale. */
  readonly environment: () => readonly string[];
  /** For packages given as `name@version`, these and all that they resolve to. */
  readonly packageVersions: (names: readonly string[]) => readonly string[];
  /**
   * What tells the content of files from any other.
   *
   * @throws {DefineOnceError} `DEFINE_ONCE_FILES` where that is no list of paths, or one cannot be read
   */
  readonly fileContents: (paths: unknown, name: string) => readonly string[];
  /** Says what a call found. */
  readonly notice: (event: SessionEvent) => void;
}
