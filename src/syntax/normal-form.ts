// From a text to the tree that decides: parsed, resolved, freed of what hosts wrote into it, and, on the rung "normal",
// rewritten. This is the pipeline of the folder.

import type { ESTree } from "meriyah";
import { ARTEFACT_RULES, mayHaveArtefacts } from "./artefacts.ts";
import type { FreeName, Scopes, Traits } from "./binding.ts";
import { type SourceKind, type SyntaxTree, syntaxTree } from "./parse.ts";
import { type RuleIndex, rewritten, ruleIndex } from "./rewrite.ts";
import { type Dialect, ruleContext } from "./rule.ts";
import { NEAR_RULES, NORMAL_RULES } from "./rules.ts";
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
const NEAR_NORMAL: RuleIndex = ruleIndex(NEAR_RULES);

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
  const context = ruleContext(all, {
    dialect,
    free: (name, { start = 0, end = 0 }) => {
      const identifier: ESTree.Identifier = { type: "Identifier", name: name.name, start, end };
      freeOf.set(identifier, name);
      return identifier;
    },
  });
  const syntax = rewritten(root, ARTEFACTS, context);
  return { ...whole, syntax, scopes: all };
}

/** The tree that a rung compares. Code with direct `eval` or `with` is compared by its syntax on every rung. */
export function treeOf(found: Analysis, rung: TreeRung): Node {
  return rung === "syntax" ? found.syntax : normalForm(found).tree;
}

/** A tree that a rung tells apart from another if it is told apart at all, with everything where it stands in the text. */
export function nearTree(found: Analysis, rung: TreeRung): Node {
  return rung === "syntax" ? found.syntax : normalForm(found, NEAR_NORMAL).tree;
}

/** A normal form, and what it took to get there. */
export interface NormalForm {
  readonly tree: Node;
  /** Names that the code does not bind and that were taken for the globals: `undefined` for a value, not a variable. */
  readonly assumed: readonly FreeName[];
  /** The names of the rules that applied. */
  readonly fired: ReadonlySet<string>;
}

/** The normal form of a code, under all rules or some. */
export function normalForm(found: Analysis, rules: RuleIndex = NORMAL): NormalForm {
  const assumed = new Map<string, FreeName>();
  const fired = new Set<string>();
  if (found.traits.dynamicScope) return { tree: found.syntax, assumed: [], fired };
  const context = ruleContext(found.scopes, {
    assume: (name) => assumed.set(name.name, name),
    fired: (name) => fired.add(name),
  });
  const tree = rewritten(found.syntax, rules, context);
  return { tree, assumed: [...assumed.values()], fired };
}
