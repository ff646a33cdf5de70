// The driver of the rewrite rules: it brings a tree to the fixed point of a list of rules, from the leaves up.

import type { Rule, RuleContext } from "./rule.ts";
import { isBareVar, LISTS } from "./statements.ts";
import { mapped, type Node, type NodeType, type Shape, shapeOf, tagOf } from "./tree.ts";

/** A rule, and the bits of the types of statements that it looks for in a list. */
interface Entry {
  readonly rule: Rule;
  readonly holding: number;
}

/** Rules by the tag of the type of node they look at, in the order in which they are tried. */
export type RuleIndex = readonly (readonly Entry[] | undefined)[];

/** Rules indexed once, for many trees. */
export function ruleIndex(rules: readonly Rule[]): RuleIndex {
  const index: (readonly Entry[] | undefined)[] = [];
  for (const rule of rules) {
    const holding = rule.holding === undefined ? ALL : bitsOf(rule.holding);
    for (const tag of rule.on.map(tagOf)) index[tag] = [...(index[tag] ?? []), { rule, holding }];
  }
  return index;
}

// Most rules for lists look for a statement of one type, and most lists have none.
const BITS: ReadonlyMap<NodeType, number> = new Map(
  (
    [
      "BlockStatement",
      "EmptyStatement",
      "ExpressionStatement",
      "ForInStatement",
      "ForOfStatement",
      "ForStatement",
      "FunctionDeclaration",
      "IfStatement",
      "LabeledStatement",
      "ReturnStatement",
      "ThrowStatement",
      "VariableDeclaration",
    ] as const
  ).map((type, index) => [type, 1 << index]),
);
const ALL = -1;

function bitsOf(types: readonly NodeType[]): number {
  return types.reduce((bits, type) => bits | (BITS.get(type) ?? ALL), 0);
}

/** The types of statements in a list, as bits; all for what is no list. */
function held(node: Node): number {
  switch (node.type) {
    case "BlockStatement":
    case "StaticBlock":
      return bitsIn(node.body);
    case "SwitchCase":
      return bitsIn(node.consequent);
    default:
      return ALL;
  }
}

function bitsIn(list: readonly Node[]): number {
  let bits = 1 << 30;
  for (const { type } of list) bits |= BITS.get(type) ?? 0;
  return bits;
}

const SEQUENCE = tagOf("SequenceExpression");
const DECLARATION = tagOf("VariableDeclaration");
const LIST_TAGS: ReadonlySet<number> = new Set(LISTS.map(tagOf));

// Every rule brings a node nearer to its one form (see rules.ts for the measure), so a node is rewritten a few times at most.
// The bounds end what a mistake in a rule would make endless; each step is sound, so that any tree may be the last.
const MOST_REWRITES_OF_A_NODE = 200;
const MOST_PASSES = 12;

/**
 * The normal form of a tree under some rules; the same object where nothing applies.
 * A node is looked at when its children are in normal form, and again after each rewrite; what is known to be in normal
 * form is not walked twice, so the cost grows with the size of the tree. Where rules dropped uses of variables, which may
 * be what others wait for, the tree is passed again.
 */
export function rewritten(root: Node, rules: RuleIndex, context: RuleContext): Node {
  let current = root;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    current = new Pass(rules, context).normalForm(current);
    if (!context.uses.isFewer()) break;
  }
  return current;
}

class Pass {
  readonly #rules: RuleIndex;
  readonly #context: RuleContext;
  readonly #normal = new Set<Node>();

  constructor(rules: RuleIndex, context: RuleContext) {
    this.#rules = rules;
    this.#context = context;
  }

  readonly normalForm = (node: Node): Node => {
    // Looked up once: nodes are of many hidden classes, so that even to ask one for its type is felt.
    let shape = shapeOf(node);
    const isLeaf = shape.children.length === 0;
    // Leaves are cheaper to look at again than to remember.
    if (!isLeaf && this.#normal.has(node)) return node;
    let current = isLeaf ? node : mapped(node, this.normalForm, shape);
    for (let count = 0; ; count++) {
      const next = this.#rewritten(current, shape);
      if (next === undefined) break;
      if (count === MOST_REWRITES_OF_A_NODE) {
        this.#context.endless(current.type);
        break;
      }
      shape = shapeOf(next);
      current = this.#normal.has(next) ? next : mapped(next, this.normalForm, shape);
    }
    if (!isLeaf) this.#normal.add(current);
    return current;
  };

  #rewritten(node: Node, { tag }: Shape): Node | undefined {
    const entries = this.#rules[tag];
    if (entries === undefined) return undefined;
    if (tag === SEQUENCE) this.#context.met.sequence = true;
    else if (tag === DECLARATION) this.#context.met.bareVar ||= isBareVar(node);
    const bits = LIST_TAGS.has(tag) ? held(node) : ALL;
    for (const { rule, holding } of entries) {
      if ((holding & bits) === 0) continue;
      const next = rule.rewritten(node, this.#context);
      if (next === undefined || next === node) continue;
      this.#context.fired(rule.name);
      return next;
    }
    return undefined;
  }
}
