// What fingerprints ask of the program that is running. A host answers; nothing here runs any of the user's code, except
// the thunks that users hand over for that.

import type { Callable } from "../callable.ts";
import type { FreeName } from "../syntax/binding.ts";
import type { Code } from "./code.ts";
import type { Properties } from "./property-path.ts";

/** What became of the question what a name stands for. */
export type Reading =
  /** `isGlobal`: what the global or script scope binds, which can be asked for again by its name. */
  | { readonly kind: "value"; readonly value: unknown; readonly isGlobal: boolean }
  /** An accessor on the global object: not run, but counted as what it is. */
  | { readonly kind: "accessor"; readonly get: unknown }
  /** Declared, but not yet initialized. */
  | { readonly kind: "dead" }
  /** Nothing of that name is declared. */
  | { readonly kind: "absent" }
  /** Nobody can read it here. */
  | { readonly kind: "unread" };

/** Where the source of a function stands. */
export type Origin =
  /** In an installed package: `lodash@4.17.21`. */
  | { readonly kind: "package"; readonly name: string }
  /** In the runtime itself: `node:path`. */
  | { readonly kind: "runtime"; readonly name: string }
  /** In the user's own files or cells; `file` is without query, and empty for cells. */
  | { readonly kind: "project"; readonly file: string }
  | { readonly kind: "unknown" };

/** A part of an object that no property shows, in a stable order: `[[BoundThis]]`, `#count`. */
export interface Internal {
  readonly name: string;
  readonly value: unknown;
}

/** The function behind one of our own wrappers, with the options that decide its results. */
export interface Wrapped {
  readonly target: Callable;
  readonly options: Readonly<Record<string, string>>;
  /** The function that decorates it, if any. */
  readonly decorator: unknown;
}

/** What a host reads for us. */
export interface Reader extends Properties {
  /** What each of some names means in a closure, in their order. */
  readings(fn: object, names: readonly FreeName[]): readonly Reading[];
  /** A text that only closures with the very same variables share; undefined where that cannot be told. */
  home(fn: object): string | undefined;
  /** Whether a variable that a closure sees is one of its whole module, rather than of a function that ran in it. */
  isOfModule(fn: object, name: FreeName): boolean;
  /** A test whether some global names still stand for some values: compiled, since it runs at every call. */
  globalTest(names: readonly string[], values: readonly unknown[]): () => boolean;
  /** What hides in private fields, proxies, weak collections and bound functions; undefined where it cannot be read. */
  internals(value: object): readonly Internal[] | undefined;
  origin(fn: object): Origin;
  code(fn: object): Code;
  /** The name of an intrinsic of the language or the runtime, if the object is the one that was there at the beginning. */
  wellKnownName(value: object): string | undefined;
  /** Own properties of an array or a view that are no elements, symbols aside. */
  namedKeys(list: object): readonly string[];
  /** What one of our own functions stands for. */
  unwrapped(fn: object): Wrapped | undefined;
}
