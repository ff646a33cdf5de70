// V8's own word on whether two objects have one hidden class: the same own properties in the same order, with the same
// attributes, accessors and prototype, and equally extensible. To ask it takes a tenth of the time of asking for each.

import { setFlagsFromString } from "node:v8";

type HiddenClassTest = (one: object, other: object) => boolean;

const FLAG = "allow-natives-syntax";

// These have a `process.versions.node` too; Electron may freeze the flags of V8.
const OTHERS = ["bun", "deno", "electron"] as const;

let current = test();

/** Whether this runtime can be asked at all. Where not, `haveOneHiddenClass` says no to everything. */
export const knowsHiddenClasses: boolean = current !== undefined;

/**
 * Whether two objects have one hidden class. Elements (`o[0]`) are no part of it, but for their attributes and whether
 * a list may have holes. Nothing of the user's runs; a proxy is like no ordinary object.
 *
 * Objects that V8 keeps as dictionaries can share a hidden class and still differ: `other` must be an object of ours that is
 * none.
 *
 * @returns false where that cannot be known
 */
export function haveOneHiddenClass(one: object, other: object): boolean {
  if (current === undefined) return false;
  try {
    return current(one, other);
  } catch {
    // The engine forgets the code of functions that nobody calls for long, and then cannot compile this one again.
    current = test();
    return false;
  }
}

/** A test, compiled while V8 accepts the names of its own functions; undefined where that is no V8 of Node's. */
function test(): HiddenClassTest | undefined {
  const { versions } = globalThis.process ?? {};
  if (versions?.node === undefined || OTHERS.some((name) => versions[name] !== undefined)) return undefined;
  try {
    return compiled() ?? withFlag(compiled);
  } catch {
    return undefined;
  }
}

function withFlag<T>(make: () => T): T {
  setFlagsFromString(`--${FLAG}`);
  try {
    return make();
  } finally {
    setFlagsFromString(`--no-${FLAG}`);
  }
}

/** The test; undefined where its text is a syntax error, or where it does not work as it should. */
function compiled(): HiddenClassTest | undefined {
  try {
    const made = new Function("one", "other", "return %HaveSameMap(one, other)");
    // A function is compiled when it is first called.
    const ask: HiddenClassTest = (one, other) => made(one, other) === true;
    return ask({ a: 1 }, { a: 2 }) && !ask({ a: 1 }, { b: 1 }) ? ask : undefined;
  } catch {
    return undefined;
  }
}
