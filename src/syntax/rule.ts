// A rewrite rule as data: what it does, when it is sound, and the pair of examples that fixes its border.

import type { ESTree } from "meriyah";
import type { FreeName, Scopes } from "./binding.ts";
import { CurrentUses } from "./current-uses.ts";
import type { Node, NodeOf, NodeType } from "./tree.ts";

/** How a host spells what its cells and imports share. */
export type Dialect = "plain" | "tslab";

/** What a rule may ask about the code it rewrites. */
export interface RuleContext {
  readonly scopes: Scopes;
  readonly dialect: Dialect;
  /** An identifier in the place of `node` that means a name the code does not bind. */
  readonly free: (name: FreeName, node: Node) => ESTree.Identifier;
  /** How often variables are used in the tree as it is now. */
  readonly uses: CurrentUses;
  /** Whether a sequence of operands was met so far, or a `var a;`: most codes have none, and are spared the search. */
  readonly met: { sequence: boolean; bareVar: boolean };
  /** Takes a name that the code does not bind for the global of that name: whoever compares dependencies must look. */
  readonly assume: (name: FreeName) => void;
  /** Hears the name of each rule that applied. */
  readonly fired: (rule: string) => void;
  /** Hears of rules that undo each other. */
  readonly endless: (type: NodeType) => void;
}

/** A context in which a text's tree is rewritten once. */
export function ruleContext(
  scopes: Scopes,
  given: Partial<Omit<RuleContext, "scopes" | "uses" | "met">> = {},
): RuleContext {
  const nothing = (): void => {};
  const callbacks = { free: unexpectedFreeName, assume: nothing, fired: nothing, endless: nothing };
  return {
    dialect: "plain",
    ...callbacks,
    ...given,
    scopes,
    uses: new CurrentUses(scopes),
    met: { sequence: false, bareVar: false },
  };
}

/** Rules of the normal form move names; only artefacts make new ones. */
function unexpectedFreeName(name: FreeName): never {
  throw new Error(`a rule of the normal form invented the name ${name.name}`);
}

/** One rule. `same` must get one normal form; `different`, the nearest pair that only looks alike, must not. */
export interface Rule {
  readonly name: string;
  /** What is made equal, in one line. */
  readonly statement: string;
  /** Why and when that is sound for every JavaScript value, with the section of ECMA-262. */
  readonly condition: string;
  readonly same: readonly [before: string, after: string];
  readonly different: readonly [before: string, after: string];
  readonly on: readonly NodeType[];
  /** Of a rule for lists of statements: it is asked only where the list holds one of these types. Default: always. */
  readonly holding?: readonly NodeType[];
  /**
   * The node in normal form, or undefined where the rule does not apply. Children are in normal form already;
   * identifiers must be moved, never copied, since their bindings hang on them.
   */
  readonly rewritten: (node: Node, context: RuleContext) => Node | undefined;
}

/** A rule from a table row; `rewritten` gets the type of node that `on` names. */
export function rule<T extends NodeType>(
  row: Omit<Rule, "on" | "rewritten"> & {
    readonly on: readonly T[];
    readonly rewritten: (node: NodeOf<T>, context: RuleContext) => Node | undefined;
  },
): Rule {
  // The driver asks a rule about nodes of its types only, and asks so often that a second look would be felt.
  return row as unknown as Rule;
}
