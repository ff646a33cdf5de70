// Laws of the normal form, over random programs. The oracles share no code with src/: Babel prints, acorn and
// eslint-scope rename, and an engine runs both sides. Names of classes stay as they are: instances and errors show them.

import { type GeneratorOptions, generate } from "@babel/generator";
import { parseExpression } from "@babel/parser";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outcome } from "./outcome.ts";
import { meaningOf, parsed } from "./parsed.ts";
import { FREE, programs } from "./programs.ts";
import { canonical, type Names, namesOf, renamed, withNames } from "./renaming.ts";

const seed = 20221123;
const numRuns = 1000;
const modes = ["sloppy", "strict"] as const;

describe(`of ${numRuns} random programs (seed ${seed})`, () => {
  it("each is understood, and gives the same fingerprint twice", () => {
    law((text) => {
      expect(parsed(text)).toEqual(parsed(text));
    });
  });

  it("each keeps its normal form when another tool prints it", () => {
    law((text) => {
      expect(parsed(printed(text)).normal).toBe(parsed(text).normal);
    });
  });

  it("each has one syntax, printed on one line with single quotes or on many", () => {
    law((text) => {
      const line = printed(text, { compact: true, jsescOption: { quotes: "single" } });
      expect(parsed(line).syntax).toBe(parsed(printed(text)).syntax);
    });
  });

  it("each keeps its normal form when every local gets a new name", () => {
    law((text) => {
      expect(parsed(renamed(text)).normal).toBe(parsed(text).normal);
    });
  });

  it("each keeps its free names when every local gets a new name", () => {
    law((text) => {
      expect(parsed(renamed(text)).freeNames).toEqual(parsed(text).freeNames);
    });
  });

  it("each does the same when every local gets a new name, so the renamer may be trusted", () => {
    const ran = new Set<string>();
    law((text) => {
      for (const mode of modes) {
        const before = outcome(text, mode);
        expect(outcome(renamed(text), mode)).toBe(before);
        if (before !== undefined) ran.add(before);
      }
    });
    expect(ran.size, "programs do different things").toBeGreaterThan(numRuns / 20);
  });

  it("each becomes another when a free name that its normal form uses becomes another", () => {
    law((text, choose) => {
      const names = namesOf(text);
      const used = parsed(text).freeNames.map(({ name }) => name);
      const free = [...names.free].filter(([name]) => used.includes(name) && isChangeable(name));
      const [, places] = free[choose(free.length)] ?? [];
      if (places === undefined) return;
      const other = withNames(names, new Map(places.map((place) => [place, "another"])));
      expect(meaningOf(other)).not.toBe(meaningOf(text));
    });
  });

  it("each keeps its normal form when a free name becomes another, new one: what it stands for is compared instead", () => {
    let changed = 0;
    law((text, choose) => {
      const names = namesOf(text);
      const free = [...names.free].filter(([name]) => isChangeable(name) && !CONSTANTS.includes(name));
      const [, places] = free[choose(free.length)] ?? [];
      if (places === undefined || parsed(text).traits.dynamicScope) return;
      const other = withNames(names, new Map(places.map((place) => [place, "another"])));
      expect(parsed(other).normal).toBe(parsed(text).normal);
      changed++;
    });
    expect(changed, "programs have free names").toBeGreaterThan(numRuns / 10);
  });

  it("each becomes another when one use of a local means a free name instead, unless it does the same", () => {
    let changed = 0;
    law((text, choose) => {
      const names = namesOf(text);
      const place = chosenUse(names, choose);
      if (place === undefined) return;
      const other = withNames(names, new Map([[place, "another"]]));
      if (parsed(other).normal === parsed(text).normal) expectSameOutcome(text, other);
      else changed++;
    });
    expect(changed, "most uses matter").toBeGreaterThan(numRuns / 4);
  });

  it("each becomes another when the uses of two locals change places, unless only names differ then, or nothing", () => {
    let changed = 0;
    law((original, choose) => {
      const text = renamed(original);
      const names = namesOf(text);
      const [one, other] = [chosenUse(names, choose), chosenUse(names, choose)];
      if (one === undefined || other === undefined) return;
      const exchanged = withNames(
        names,
        new Map([
          [one, nameAt(names, other)],
          [other, nameAt(names, one)],
        ]),
      );
      const differs = canonical(exchanged) !== canonical(text);
      const isSame = parsed(exchanged).normal === parsed(text).normal;
      if (!differs) expect(isSame).toBe(true);
      else if (isSame) expectSameOutcome(text, exchanged);
      else changed++;
    });
    expect(changed, "some exchanges matter").toBeGreaterThan(numRuns / 10);
  });
});

// Names that stand for values.
const CONSTANTS: readonly string[] = ["undefined", "NaN", "Infinity"];

function isChangeable(name: string): boolean {
  return !FREE.includes(name) || name === "p";
}

function expectSameOutcome(before: string, after: string): void {
  for (const mode of modes) expect(outcome(after, mode), mode).toBe(outcome(before, mode));
}

/** Checks a law on every program; `choose` gives a number from 0 to one less than its argument. */
function law(check: (text: string, choose: (below: number) => number) => void): void {
  fc.assert(
    fc.property(programs, fc.infiniteStream(fc.nat()), (text, numbers) => {
      check(text, (below) => (below === 0 ? 0 : numbers.next().value % below));
    }),
    { seed, numRuns },
  );
}

/** The text of a function expression or an arrow, as Babel prints it. */
function printed(text: string, options: GeneratorOptions = {}): string {
  return generate(parseExpression(text, { sourceType: "script" }), options).code;
}

function chosenUse({ locals }: Names, choose: (below: number) => number): number | undefined {
  const uses = locals.flatMap((local) => local.uses);
  return uses[choose(uses.length)];
}

function nameAt({ locals }: Names, place: number): string {
  return locals.find(({ uses }) => uses.includes(place))?.name ?? "";
}
