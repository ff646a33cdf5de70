// From a text to the tree that decides: parsed, resolved, freed of what hosts wrote into it, and, on the rung "normal",
// rewritten. This is the pipeline of the folder.

import type { ESTree } from "meriyah";
import { ARTEFACT_RULES, mayHaveArtefacts } from "./artefacts.ts";
import type { FreeName, Scopes, Traits } from "./binding.ts";
import { type SourceKind, type SyntaxTree, syntaxTree } from "./parse.ts";
import { type RuleIndex, rewritten, ruleIndex } from "./rewrite.ts";
import type { Dialect, RuleContext } from "./rule.ts";
import { NORMAL_RULES } from "./rules.ts";
import { scopes } from "./scopes.ts";
import type { Node } from "./tree.ts";

/** The two rungs that compare trees. */
export type TreeRung = "syntax" | "normal";

/** A text, analysed once, from which the trees of both rungs are made. */
export interface Analysis {
  readonly text: string;
  readonly kind: SourceKind;
  /** The name that a method or an accessor is written with. */
  readonly key: string | undefined;
  readonly traits: Traits;
  /** Subtract this from the `start` and `end` of nodes to get offsets into `text`. */
  readonly offset: number;
  readonly scopes: Scopes;
  /** The tree without host artefacts: what the rung "syntax" compares. */
  readonly syntax: Node;
}

/** How a text came to be, as far as it cannot be seen in the text itself. */
export interface TextFacts {
  /** True for a live function known to be a method. */
  readonly isMethod?: boolean;
  /** Default: `"plain"`. */
  readonly dialect?: Dialect;
}

const ARTEFACTS: RuleIndex = ruleIndex(ARTEFACT_RULES);
const NORMAL: RuleIndex = ruleIndex(NORMAL_RULES);
/**
 * The analysis of a function's or class's text, or undefined when the text is neither.
 *
 * @throws {RangeError} when the text is nested more deeply than the engine's stack allows
 * @example analysis("function f(x) { return x }")?.kind // "function"
 */
export function analysis(text: string, facts: TextFacts = {}): Analysis | undefined {
  const tree = syntaxTree(text, facts.isMethod);
  if (tree === undefined) return undefined;
  return analysisOf(tree, facts.dialect);
}

/** The analysis of a tree, however it was made; it must be as `clean` leaves it. */
export function analysisOf(tree: SyntaxTree, dialect: Dialect = "plain"): Analysis {
  const found = scopes(tree);
  const { text, kind, key, offset, root } = tree;
  const whole: Analysis = { text, kind, key, offset, traits: found.traits, scopes: found, syntax: root };
  // Where names are looked up at run time, `(0, f)()` and `f()` may differ: the tree stays as it was written.
  if (found.traits.dynamicScope || !mayHaveArtefacts(found, dialect)) return whole;
  const freeOf = new Map(found.freeOf);
  const all: Scopes = { ...found, freeOf };
  const context: RuleContext = {
    scopes: all,
    dialect,
    free: (name, { start = 0, end = 0 }) => {
      const identifier: ESTree.Identifier = { type: "Identifier", name: name.name, start, end };
      freeOf.set(identifier, name);
      return identifier;
    },
  };
  const syntax = rewritten(root, ARTEFACTS, context);
  return { ...whole, syntax, scopes: all };
}

/** The tree that a rung compares. Code with direct `eval` or `with` is compared by its syntax on every rung. */
export function treeOf(found: Analysis, rung: TreeRung): Node {
  if (rung === "syntax" || found.traits.dynamicScope) return found.syntax;
  const { scopes } = found;
  return rewritten(found.syntax, NORMAL, { scopes, dialect: "plain", free: unexpectedFreeName });
}

/** Rules of the normal form move names; only artefacts make new ones. */
function unexpectedFreeName(name: FreeName): never {
  throw new Error(`a rule of the normal form invented the name ${name.name}`);
}
