// Whether anything that was read for a fingerprint has changed since. What was read is kept by identity, so that looking
// again is one comparison each.

import type { FreeName } from "../syntax/binding.ts";
import { contentTest, type Test } from "./content-test.ts";
import { isObject, type Outcome, propertyAt } from "./property-path.ts";
import type { Internal, Reader, Reading } from "./reader.ts";

/** The test where there is nothing to look at. */
export const NOTHING_CHANGES: Test = () => true;

interface Variable {
  readonly name: FreeName;
  readonly reading: Reading;
}

/** Collects what is read, and makes one test of it. */
export class Watch {
  readonly #reader: Reader;
  readonly #globals = new Map<string, unknown>();
  readonly #tests: Test[] = [];
  readonly #objects = new Set<object>();
  /** Variables that are not global, by the function or the module that sees them. */
  readonly #variables = new Map<object | string, { readonly fn: object; readonly variables: Variable[] }>();

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** What a closure's names were found to mean. */
  variables(fn: object, names: readonly FreeName[], readings: readonly Reading[]): void {
    const others: Variable[] = [];
    for (const [index, name] of names.entries()) {
      const reading = readings[index];
      if (reading === undefined) continue;
      if (reading.kind === "value" && reading.isGlobal) this.#globals.set(name.name, reading.value);
      else others.push({ name, reading });
    }
    if (others.length === 0) return;
    // Functions of one module are asked together, since asking is what takes time.
    const home = this.#reader.home(fn) ?? fn;
    const asked = this.#variables.get(home) ?? { fn, variables: [] };
    asked.variables.push(...others);
    this.#variables.set(home, asked);
  }

  #variableTests(): readonly Test[] {
    return [...this.#variables.values()].map(({ fn, variables }) => {
      const names = variables.map(({ name }) => name);
      return () => {
        const now = this.#reader.readings(fn, names);
        return variables.every(({ reading }, index) => isSameReading(reading, now[index]));
      };
    });
  }

  /** What a path of properties led to. */
  path(base: unknown, path: readonly string[], outcome: Outcome): void {
    if (path.length === 0) return;
    this.#tests.push(() => {
      const now = propertyAt(base, path, this.#reader);
      return now.kind === outcome.kind && Object.is(now.value, outcome.value) && now.get === outcome.get;
    });
  }

  /** An object whose content was written. */
  object(value: object): void {
    if (this.#objects.has(value)) return;
    this.#objects.add(value);
    this.#tests.push(contentTest(value, this.#reader));
  }

  /** What hid in an object. */
  internals(value: object, found: readonly Internal[]): void {
    this.#tests.push(() => {
      const now = this.#reader.internals(value);
      if (now === undefined || now.length !== found.length) return false;
      return found.every(({ name, value }, index) => {
        const is = now[index];
        return is?.name === name && Object.is(is.value, value);
      });
    });
  }

  /** What the user's own function gave when it was asked for dependencies. */
  thunk(ask: () => unknown, found: readonly (readonly [key: string, value: unknown])[]): void {
    this.#tests.push(() => {
      try {
        const now: unknown = ask();
        const after = isObject(now) ? Object.entries(now) : [];
        return (
          after.length === found.length &&
          found.every(
            ([key, value], index) => after[index]?.[0] === key && Object.is(after[index]?.[1], value),
          )
        );
      } catch {
        return false;
      }
    });
  }

  /** Anything else. */
  test(test: Test): void {
    this.#tests.push(test);
  }

  /** One test of all; that of the global names comes first, since it costs next to nothing. */
  whole(): Test {
    const tests = [...this.#variableTests(), ...this.#tests];
    if (this.#globals.size > 0) {
      tests.unshift(this.#reader.globalTest([...this.#globals.keys()], [...this.#globals.values()]));
    }
    const [first, ...more] = tests;
    if (first === undefined) return NOTHING_CHANGES;
    return more.length === 0 ? first : () => first() && more.every((test) => test());
  }
}

function isSameReading(before: Reading, now: Reading | undefined): boolean {
  if (now === undefined || before.kind !== now.kind) return false;
  if (before.kind === "value") return now.kind === "value" && Object.is(before.value, now.value);
  return before.kind !== "accessor" || (now.kind === "accessor" && before.get === now.get);
}
