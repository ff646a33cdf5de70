import { describe, expect, it } from "vitest";
import type { Callable } from "../../src/callable.ts";
import { accepted, forgotten } from "../../src/session/control.ts";
import type { SessionEvent } from "../../src/session/event.ts";
import { definitionOf } from "../../src/session/inspect.ts";
import { cachedDefinition } from "../../src/session/upkeep.ts";
import { newSession } from "./decisions.ts";

const ONE = (): Callable => () => 1;
const TWO = (): Callable => () => 2;
const THREE = (): Callable => () => 3;

describe("events", () => {
  it("are exactly one a decision, in order, and the last is the one returned", () => {
    const { decide } = newSession();
    const decisions = [ONE(), ONE(), TWO(), ONE(), THREE()].map((target) => decide(target));
    const events: readonly SessionEvent[] = decisions[0]?.definition.events ?? [];
    expect(events.map((event) => event.type === "defined" && event.verdict.kind)).toEqual([
      "first",
      "kept",
      "changed",
      "restored",
      "changed",
    ]);
    expect(decisions.map(({ event }) => events.indexOf(event))).toEqual([0, 1, 2, 3, 4]);
  });

  it("are one for an acceptance and one for forgetting", () => {
    const { decide, registry, host } = newSession();
    for (const target of [ONE(), TWO()]) {
      const { definition, generation } = decide(target);
      cachedDefinition(registry, definition, generation, undefined, host);
    }
    const definition = definitionOf(registry, "f", "test");
    accepted(registry, definition, host);
    forgotten(registry, definition, 2);
    expect(definition.events.map(({ type }) => type)).toEqual([
      "defined",
      "defined",
      "accepted",
      "forgotten",
    ]);
  });

  it("carry the time, the place and what deciding cost, by the host's clocks", () => {
    const { decide } = newSession();
    const { event } = decide(ONE(), { name: "g", scope: "a file" });
    expect(event).toMatchObject({ type: "defined", name: "g", scope: "a file", results: 0 });
    expect(event.at).toBeGreaterThanOrEqual(1000);
    expect(event.took).toBeGreaterThan(0);
    expect(event.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  it("say how many results the definition in force holds from before", () => {
    const { decide, registry, host } = newSession();
    const { definition, generation } = decide(ONE());
    cachedDefinition(registry, definition, generation, undefined, host)();
    expect(decide(ONE()).event.results).toBe(1);
    expect(decide(TWO()).event.results).toBe(0);
    expect(decide(ONE()).event.results).toBe(1);
  });

  it("are bounded: the latest hundred stay", () => {
    const { decide } = newSession();
    for (let count = 0; count < 250; count++) decide(count % 2 === 0 ? ONE() : TWO());
    const { definition, event } = decide(THREE());
    expect(definition.events).toHaveLength(100);
    expect(definition.events.at(-1)).toBe(event);
    expect(definition.events.at(0)).toMatchObject({ verdict: { kind: "restored" } });
    expect([definition.kept, definition.redefined], "counters are not").toEqual([248, 3]);
  });

  it("are one for a call that finds something else, told to the host, and none for a call that does not", () => {
    const { decide, registry, host, notices } = newSession();
    const box = { n: 1 };
    const { definition, generation } = decide(() => box.n);
    const shell = cachedDefinition(registry, definition, generation, undefined, host);
    const results = [1, 1, 2, 1].map((n) => {
      box.n = n;
      return shell();
    });
    expect(results).toEqual([1, 1, 2, 1]);
    expect(definition.events.slice(1)).toMatchObject([
      {
        type: "rechecked",
        results: 0,
        verdict: {
          kind: "changed",
          reason: { kind: "leaf", path: ["f", "box.n"], before: "1", after: "2" },
        },
      },
      { type: "rechecked", results: 1, verdict: { kind: "restored", undone: { before: "2", after: "1" } } },
    ]);
    expect(notices).toEqual(definition.events.slice(1));
    expect(definition.redefined, "no new definition").toBe(1);
  });

  it("of calls are told once in a turn, and all recorded: a loop may change a variable at each round", () => {
    const { decide, registry, host, notices } = newSession({ cell: () => "one cell" });
    const box = { n: 0 };
    const { definition, generation } = decide(() => box.n);
    const shell = cachedDefinition(registry, definition, generation, undefined, host);
    for (; box.n < 5; box.n++) shell();
    expect(definition.events).toHaveLength(5);
    expect(notices).toHaveLength(1);
  });

  it("are none for a decision that fails: the decorator throws, nothing has changed", () => {
    const { decide, registry } = newSession();
    const { definition, generation } = decide(ONE());
    const failing = (): never => {
      throw new Error("no");
    };
    expect(() => decide(TWO(), { decorate: failing, options: { decorate: "failing" } })).toThrow("no");
    expect(definition.events).toHaveLength(1);
    expect(definition.generations).toEqual([generation]);
    expect(() => decide(ONE(), { name: "new", decorate: failing })).toThrow("no");
    expect(registry.definitions.size).toBe(1);
  });

  it("are plain data: a copy by JSON is the same", () => {
    const { decide } = newSession();
    decide(ONE());
    const { definition } = decide(TWO());
    expect(JSON.parse(JSON.stringify(definition.events))).toEqual(definition.events);
  });
});
