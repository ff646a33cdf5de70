// A mutation operator as data: on which nodes it works, and which edits of the text make one mutant each.

import { nodeIn, nodesIn } from "../babel.ts";
import type { Tree } from "../tools.ts";

/** A place of the source, and what stands there instead. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Edits that make one mutant together. */
export type Edits = readonly Edit[];

/** What an operator may ask about the code. */
export interface Code {
  readonly source: string;
  readonly parentOf: (node: Tree) => Tree | undefined;
  /** Names that the function around a node declares, the function's own left out. */
  readonly localsAt: (node: Tree) => readonly string[];
}

/** One operator. */
export interface Operator {
  readonly name: string;
  readonly on: readonly string[];
  readonly mutants: (node: Tree, code: Code) => readonly Edits[];
}

/** The text of a node. */
export const textOf = (node: Tree, { source }: Code): string => source.slice(node.start, node.end);

/** One mutant that has another text in the place of a node. */
export const instead = (node: Tree, text: string): Edits => [{ start: node.start, end: node.end, text }];

/** One mutant in which two nodes have changed places. */
export function swapped(one: Tree | undefined, other: Tree | undefined, code: Code): readonly Edits[] {
  if (one === undefined || other === undefined || textOf(one, code) === textOf(other, code)) return [];
  return [[...instead(one, bracketed(other, code)), ...instead(other, bracketed(one, code))]];
}

/** The text of a node so that it can stand for an operand. */
export function bracketed(node: Tree, code: Code): string {
  const isExpression =
    /(?:Expression|Literal)$/.test(node.type) && !/^(?:String|Numeric|Template)/.test(node.type);
  return isExpression ? `(${textOf(node, code)})` : textOf(node, code);
}

/** The mutants in which two neighbours of a list have changed places. */
export function neighbours(node: Tree, field: string, code: Code): readonly Edits[] {
  const list = nodesIn(node, field);
  return list.slice(1).flatMap((each, index) => swapped(list[index], each, code));
}

/** The mutants that lack one element of a list, with the comma or the space around it. */
export function without(node: Tree, field: string): readonly Edits[] {
  const list = nodesIn(node, field);
  return list.map((each, index) => {
    const [next, last] = [list[index + 1], list[index - 1]];
    if (next !== undefined) return [{ start: each.start, end: next.start, text: "" }];
    return [{ start: last?.end ?? each.start, end: each.end, text: "" }];
  });
}

/** One mutant in which the operator of a node is another. */
export function otherOperator(node: Tree, operator: string, code: Code): Edits {
  const [left, right] = [nodeIn(node, "left"), nodeIn(node, "right")];
  if (left === undefined || right === undefined) return [];
  // The gap may hold parentheses and comments beside the operator.
  const gap = code.source.slice(left.end, right.start);
  const at = gap.indexOf(String(node.operator));
  const start = left.end + at;
  return [{ start, end: start + String(node.operator).length, text: operator }];
}
