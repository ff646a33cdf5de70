// The smallest nodes in which two trees differ, as ranges of the two texts and a short unified excerpt.

import { type Analysis, analysis, nearTree, type TextFacts, type TreeRung } from "../syntax/normal-form.ts";
import { childOf, isList, type Node, scalarOf, shapeOf } from "../syntax/tree.ts";
import { excerpt } from "./excerpt.ts";
import type { Difference, SourceRange } from "./verdict.ts";

/** One text and how it came to be. */
export interface Side extends TextFacts {
  readonly text: string;
}

/**
 * Where two texts differ on a rung. Where their trees are equal, unknown, or nested too deeply to walk, the texts are
 * compared instead.
 *
 * @example difference({ text: "a => a + 1" }, { text: "b => b + 2" }, "normal").after.text // "2"
 */
export function difference(before: Side, after: Side, rung: TreeRung): Difference {
  const [left, right] = differingSpans(before, after, rung);
  const sides = { before: sourceRange(before.text, left), after: sourceRange(after.text, right) };
  return { ...sides, excerpt: excerpt(before.text, after.text, sides) };
}

/** Offsets into a text. */
interface Span {
  readonly start: number;
  readonly end: number;
}

type Pair = readonly [before: Span, after: Span];

function differingSpans(before: Side, after: Side, rung: TreeRung): Pair {
  try {
    const left = analysis(before.text, before);
    const right = analysis(after.text, after);
    if (left !== undefined && right !== undefined && left.kind === right.kind) {
      const found = new Comparison(left, right, rung).spans(nearTree(left, rung), nearTree(right, rung));
      if (found !== undefined) return [shifted(found[0], left), shifted(found[1], right)];
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return textSpans(before.text, after.text);
}

/** What remains of two texts without their common beginning and end. */
function textSpans(before: string, after: string): Pair {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return [
    { start, end: before.length - end },
    { start, end: after.length - end },
  ];
}

function shifted({ start, end }: Span, { offset, text }: Analysis): Span {
  return { start: Math.max(0, start - offset), end: Math.min(text.length, end - offset) };
}

/** Walks two trees side by side. On the rung "normal", locals are equal when each stands for the other throughout. */
class Comparison {
  readonly #before: Analysis;
  readonly #after: Analysis;
  readonly #renames: boolean;
  readonly #partner = new Map<object, object>();
  /** Bindings that have a partner, in the order in which they got it. */
  readonly #met: object[] = [];

  constructor(before: Analysis, after: Analysis, rung: TreeRung) {
    this.#renames = rung === "normal";
    this.#before = before;
    this.#after = after;
  }

  /** The smallest spans that hold all differences, or undefined when none was found. */
  spans(before: Node, after: Node): Pair | undefined {
    if (before.type !== after.type) return [spanOf(before), spanOf(after)];
    const isSame = this.#isSameLeaf(before, after);
    let found: Pair | undefined = isSame ? undefined : headers(before, after);
    if (!isSame && found === undefined) return [spanOf(before), spanOf(after)];
    for (const field of shapeOf(before).children) {
      const inner = this.#childSpans(before, after, field);
      if (inner === undefined) continue;
      // Two differing parts: what differs is this node.
      if (found !== undefined) return [spanOf(before), spanOf(after)];
      found = inner;
    }
    return found;
  }

  #childSpans(before: Node, after: Node, field: string): Pair | undefined {
    const left = childOf(before, field) ?? null;
    const right = childOf(after, field) ?? null;
    if (isList(left) && isList(right)) return this.#listSpans(left, right, before, after);
    if (left === null || isList(left))
      return right === null || isList(right) ? undefined : [gap(before), spanOf(right)];
    if (right === null || isList(right)) return [spanOf(left), gap(after)];
    return this.spans(left, right);
  }

  /** Elements that both lists begin with and end with are set aside; what remains differs. */
  #listSpans(
    before: readonly (Node | null)[],
    after: readonly (Node | null)[],
    parentBefore: Node,
    parentAfter: Node,
  ): Pair | undefined {
    const shorter = Math.min(before.length, after.length);
    let start = 0;
    while (start < shorter && this.#isSame(before[start], after[start])) start++;
    if (start === before.length && start === after.length) return undefined;
    let end = 0;
    while (end < shorter - start && this.#isSame(before.at(-1 - end), after.at(-1 - end))) end++;
    const left = before.slice(start, before.length - end);
    const right = after.slice(start, after.length - end);
    const [onlyLeft] = left;
    const [onlyRight] = right;
    if (left.length === 1 && right.length === 1 && onlyLeft && onlyRight)
      return this.spans(onlyLeft, onlyRight);
    return [listSpan(left, before, start, parentBefore), listSpan(right, after, start, parentAfter)];
  }

  #isSame(before: Node | null | undefined, after: Node | null | undefined): boolean {
    if (!before || !after) return before === after;
    // Partners that a failed trial found must not mislead the next one.
    const known = this.#met.length;
    if (this.spans(before, after) === undefined) return true;
    for (const binding of this.#met.splice(known)) this.#partner.delete(binding);
    return false;
  }

  /** Whether two nodes of one type are equal, their children not looked at. */
  #isSameLeaf(before: Node, after: Node): boolean {
    if (before.type === "Literal" && after.type === "Literal")
      return literalText(before) === literalText(after);
    if (before.type === "TemplateElement" && after.type === "TemplateElement") {
      return before.value.raw === after.value.raw && before.value.cooked === after.value.cooked;
    }
    if (isName(before) && isName(after)) return this.#isSameName(before, after);
    return shapeOf(before).scalars.every((field) => scalarOf(before, field) === scalarOf(after, field));
  }

  #isSameName(before: Node & { name: string }, after: Node & { name: string }): boolean {
    const left = this.#before.scopes.bindingOf.get(before);
    const right = this.#after.scopes.bindingOf.get(after);
    if (this.#renames && left?.renamable && right?.renamable) {
      const [ofLeft, ofRight] = [this.#partner.get(left), this.#partner.get(right)];
      if (ofLeft === undefined && ofRight === undefined) {
        this.#partner.set(left, right);
        this.#partner.set(right, left);
        this.#met.push(left, right);
        return true;
      }
      return ofLeft === right && ofRight === left;
    }
    return before.name === after.name && (!this.#renames || left?.renamable === right?.renamable);
  }
}

function isName(node: Node): node is Node & { type: "Identifier" | "PrivateIdentifier"; name: string } {
  return node.type === "Identifier" || node.type === "PrivateIdentifier";
}

function literalText(node: Node & { type: "Literal" }): string {
  if ("regex" in node) return `/${node.regex.pattern}/${node.regex.flags}`;
  if (typeof node.value === "number" && Object.is(node.value, -0)) return "number -0";
  return `${typeof node.value} ${String(node.value)}`;
}

function spanOf(node: Node): Span {
  return { start: node.start ?? 0, end: node.end ?? 0 };
}

/** Where something is missing from a node: an empty span before its end. */
function gap(parent: Node): Span {
  const end = parent.end ?? 0;
  return { start: end, end };
}

function listSpan(
  part: readonly (Node | null)[],
  list: readonly (Node | null)[],
  at: number,
  parent: Node,
): Span {
  const nodes = part.filter((each) => each !== null);
  const first = nodes[0];
  const last = nodes.at(-1);
  if (first !== undefined && last !== undefined) return { start: first.start ?? 0, end: last.end ?? 0 };
  const previous = list[at - 1];
  if (previous) return { start: previous.end ?? 0, end: previous.end ?? 0 };
  const next = list[at];
  return next ? { start: next.start ?? 0, end: next.start ?? 0 } : gap(parent);
}

/** Functions that differ in `async` or `*` only differ up to their bodies. */
function headers(before: Node, after: Node): Pair | undefined {
  const [left, right] = [bodyOf(before), bodyOf(after)];
  if (left === undefined || right === undefined) return undefined;
  return [
    { start: before.start ?? 0, end: left.start ?? 0 },
    { start: after.start ?? 0, end: right.start ?? 0 },
  ];
}

function bodyOf(node: Node): Node | undefined {
  switch (node.type) {
    case "FunctionExpression":
    case "FunctionDeclaration":
    case "ArrowFunctionExpression":
      return node.body ?? undefined;
    default:
      return undefined;
  }
}

function sourceRange(text: string, { start, end }: Span): SourceRange {
  const found = text.slice(start, end).trimEnd();
  const before = text.slice(0, start);
  const line = before.split("\n").length;
  return { start, end: start + found.length, line, column: start - before.lastIndexOf("\n"), text: found };
}
