// In the normal form a free name is the number of its first occurrence: how it is spelt does not count, since what it stands
// for is compared beside it. Texts that stand alone have nothing else, so there the spelling counts.

import { describe, expect, it } from "vitest";
import { meaningOf, parsed } from "./parsed.ts";

type Pair = readonly [title: string, before: string, after: string];

describe("free names are numbers in the normal form, by their first occurrence, so that what they stand for can decide:", () => {
  it.each<Pair>([
    ["one name", "() => a", "() => b"],
    ["the same name twice", "() => a + a", "() => b + b"],
    ["two names", "() => a - b", "() => b - a"],
    ["a name that is called", "x => a(x)", "x => b(x)"],
    ["a name that is written", "() => { a = 1 }", "() => { b = 1 }"],
    ["a name of the language", "x => parseInt(x)", "x => parseFloat(x)"],
    ["a name that only counts", "() => { a++ }", "() => { b++ }"],
  ])("%s", (_title, before, after) => {
    expect(parsed(after).normal).toBe(parsed(before).normal);
    expect(parsed(after).syntax).not.toBe(parsed(before).syntax);
    expect(meaningOf(after)).not.toBe(meaningOf(before));
  });

  it.each<Pair>([
    ["one name or two", "() => a + a", "() => a + b"],
    ["which of two is read again", "() => [a, b, a]", "() => [a, b, b]"],
    ["a free name or a local", "a => a + b", "a => b + b"],
    ["a free name or a property of it", "() => a.b", "() => a.c"],
    ["what is looked up at run time", "a => eval(b)", "a => eval(c)"],
  ])("but not %s", (_title, before, after) => {
    expect(parsed(after).normal).not.toBe(parsed(before).normal);
  });
});
