import { describe, expect, it } from "vitest";
import type { Callable } from "../../src/callable.ts";
import { definitionOf } from "../../src/session/inspect.ts";
import { cachedDefinition } from "../../src/session/upkeep.ts";
import { newSession, type Session } from "./decisions.ts";

const CODES: readonly (() => Callable)[] = [
  () => () => 0,
  () => () => 1,
  () => () => 2,
  () => () => 3,
  () => () => 4,
];

/** A function of the numbered code, new each time. */
function code(number: number): Callable {
  const make = CODES[number];
  if (make === undefined) throw new TypeError(`there is no code ${number}`);
  return make();
}

/** The numbers of the codes that are kept, least recently in force first. */
function kept({ registry }: Session): readonly unknown[] {
  return definitionOf(registry, "f", "test").generations.map(({ shell }) =>
    Reflect.apply(shell, undefined, []),
  );
}

describe("generations", () => {
  it("stand in the order in which they were last in force", () => {
    const session = newSession();
    for (const number of [0, 1, 2, 0, 1]) session.decide(code(number));
    expect(kept(session)).toEqual([2, 0, 1]);
  });

  it("beyond the limit are dropped, least recently in force first", () => {
    const session = newSession();
    for (const number of [0, 1, 2, 0, 3]) session.decide(code(number), { generations: 3 });
    expect(kept(session)).toEqual([2, 0, 3]);
    expect(session.decide(code(1), { generations: 3 }).event.verdict.kind).toBe("changed");
  });

  it("are dropped at once when a later definition lowers the limit, never the one in force", () => {
    const session = newSession();
    for (const number of [0, 1, 2, 3]) session.decide(code(number));
    session.decide(code(3), { generations: 1 });
    expect(kept(session)).toEqual([3]);
  });

  it("give the number of definitions between in a restored verdict", () => {
    const session = newSession();
    for (const number of [0, 1, 2, 3]) session.decide(code(number));
    expect(session.decide(code(0)).event.verdict).toMatchObject({ kind: "restored", back: 3 });
    expect(session.decide(code(3)).event.verdict).toMatchObject({ kind: "restored", back: 1 });
  });

  it("are each one shell, which runs the function of the newest evaluation", () => {
    const session = newSession();
    const make =
      (value: { n: number }): Callable =>
      () =>
        value.n;
    const { generation } = session.decide(make({ n: 1 }));
    expect(Reflect.apply(generation.shell, undefined, [])).toBe(1);
    session.decide(make({ n: 2 }));
    expect(Reflect.apply(generation.shell, undefined, [])).toBe(2);
  });

  it("are versions of code alone: what the code reads may change, and the shell stays", () => {
    const session = newSession();
    const make =
      (value: number): Callable =>
      () =>
        value;
    const first = session.decide(make(1));
    const second = session.decide(make(2));
    expect(second.generation).toBe(first.generation);
    expect(second.event.verdict).toEqual({
      kind: "changed",
      reason: { kind: "leaf", path: ["f", "value"], before: "1", after: "2" },
    });
    expect(session.decide(make(2)).event.verdict).toEqual({ kind: "kept", by: "source" });
    expect(kept(session)).toEqual([2]);
  });

  it("are not used up by the values of a constant: after nine, an undone edit still comes back with its results", () => {
    const session = newSession();
    const { registry, host } = session;
    const runs: number[] = [];
    const scaled =
      (k: number): Callable =>
      (x: number) => {
        runs.push(k);
        return x * k;
      };
    const call = (target: Callable): unknown => {
      const { definition, generation } = session.decide(target);
      return Reflect.apply(
        cachedDefinition(registry, definition, generation, undefined, host),
        undefined,
        [10],
      );
    };
    const constants = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    expect(constants.map((k) => call(scaled(k)))).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90]);
    expect(call(code(0))).toBe(0);
    expect(constants.map((k) => call(scaled(k)))).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90]);
    expect(runs, "each was computed once").toEqual(constants);
    expect(definitionOf(registry, "f", "test").generations).toHaveLength(2);
  });

  it("of one cell's loop are several, each with its own closure", () => {
    const session = newSession({ cell: () => "one cell" });
    const make =
      (value: number): Callable =>
      () =>
        value;
    const shells = [1, 2, 3].map((value) => session.decide(make(value)).generation.shell);
    expect(shells.map((shell) => Reflect.apply(shell, undefined, []))).toEqual([1, 2, 3]);
  });

  it("of two cells at one place of their text are one: the second is the next evaluation", () => {
    const session = newSession();
    const make =
      (value: number): Callable =>
      () =>
        value;
    expect(session.decide(make(2)).generation).toBe(session.decide(make(3)).generation);
  });

  it("that one evaluation made several times are never restored, since nobody knows which one is meant", () => {
    const session = newSession({ cell: () => "one cell" });
    const make =
      (value: number): Callable =>
      () =>
        value;
    session.decide(make(1));
    session.decide(make(2));
    session.decide(code(0));
    expect(session.decide(make(1)).event.verdict.kind).not.toBe("restored");
  });

  it("are told apart by the options that decide results", () => {
    const session = newSession();
    const one = session.decide(code(0), { options: { version: "1" } });
    const two = session.decide(code(0), { options: { version: "2" } });
    expect(two.generation).not.toBe(one.generation);
    expect(session.decide(code(0), { options: { version: "1" } }).generation).toBe(one.generation);
  });
});
