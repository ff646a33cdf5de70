// Free names against an independent resolver, eslint-scope, on all functions of the corpus and on random programs.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { functionsOf, sourceFiles } from "../corpus/packages.ts";
import { freeNamesOf } from "./parsed.ts";
import { programs } from "./programs.ts";
import { scopesOf } from "./renaming.ts";
import { isTree, type Tree, type Wrapped, walk, wrapped } from "./tree.ts";

const corpus = sourceFiles().flatMap(({ text }) => functionsOf(text));
const seed = 20221123;

describe("the free names of a function", () => {
  it(`are those that eslint-scope finds, in all ${corpus.length} functions of the corpus`, () => {
    for (const { text } of corpus) expect(free(text), text).toEqual(expected(text));
  });

  it(`are those that eslint-scope finds, in random programs (seed ${seed})`, () => {
    fc.assert(
      fc.property(programs, (text) => {
        expect(free(text)).toEqual(expected(text));
      }),
      { seed, numRuns: 2000 },
    );
  });
});

// eslint-scope does not see that the `arguments` of a default parameter is the function's own.
const isCompared = (name: string): boolean => name !== "arguments";

function free(text: string): readonly string[] {
  return freeNamesOf(text).filter(isCompared).sort();
}

/**
 * The free names that eslint-scope finds, in order. What stands in the program but not in the function is left out: the
 * wrapper's own names, and a method's computed key, which is evaluated where the method is defined.
 */
function expected(text: string): readonly string[] {
  const found = wrapped(text);
  const [start, end] = functionRange(found);
  const names = (scopesOf(found).globalScope?.through ?? []).flatMap(({ identifier }) => {
    const [at = -1] = identifier.range ?? [];
    return at >= start && at < end ? [identifier.name] : [];
  });
  return [...new Set(names)].filter(isCompared).sort();
}

function functionRange({ program, source, before, after }: Wrapped): readonly [start: number, end: number] {
  let key: Tree | undefined;
  walk(program, (node) => {
    if (node.start === before.length && isTree(node.key)) key = node.key;
    return undefined;
  });
  return [key?.end ?? before.length, source.length - after.length];
}
