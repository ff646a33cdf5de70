// Why a fingerprint changed: the first pair of nodes in which two normal forms differ.

import { type Analysis, analysis, treeOf } from "../../src/syntax/normal-form.ts";
import { childOf, isList, type Node, scalarOf, shapeOf } from "../../src/syntax/tree.ts";
import type { FunctionText } from "./corpus.ts";
import type { Loss, RowResult } from "./row.ts";

/** The first difference of two texts in a few words, such as `BlockStatement.body: If vs Return`. */
export function causeOf(before: string, after: string, { isMethod }: Pick<FunctionText, "isMethod">): string {
  const [left, right] = [before, after].map((text) =>
    analysis(text, { isMethod: isMethod && text.startsWith("function") }),
  );
  if (left === undefined || right === undefined) return "not understood";
  if (left.kind !== right.kind) return `kind: ${left.kind} vs ${right.kind}`;
  return new Pair(left, right).difference() ?? "no difference of the trees: names, texts or free names";
}

/** Two trees walked side by side; names are told apart by the order of their first occurrence, as in a fingerprint. */
class Pair {
  readonly #left: Analysis;
  readonly #right: Analysis;
  readonly #numbers = [new Map<object, number>(), new Map<object, number>()] as const;

  constructor(left: Analysis, right: Analysis) {
    this.#left = left;
    this.#right = right;
  }

  difference(): string | undefined {
    return this.#pair(treeOf(this.#left, "normal"), treeOf(this.#right, "normal"), "root");
  }

  #pair(left: Node, right: Node, at: string): string | undefined {
    if (left.type !== right.type) return `${at}: ${titleOf(left)} vs ${titleOf(right)}`;
    if (left.type === "Identifier" || left.type === "PrivateIdentifier") {
      const names = [this.#name(left, 0), this.#name(right, 1)];
      return names[0] === names[1] ? undefined : `${at}: ${names.join(" vs ").replace(/ \S+(?= vs|$)/g, "")}`;
    }
    if (left.type === "Literal") {
      const [one, other] = [literalText(left), literalText(right)];
      return one === other ? undefined : `${at}: literal ${typeText(left)} vs ${typeText(right)}`;
    }
    if (left.type === "TemplateElement" && right.type === "TemplateElement") {
      return left.value.cooked === right.value.cooked ? undefined : `${at}: text of a template`;
    }
    const { scalars, children } = shapeOf(left);
    for (const field of scalars) {
      const [one, other] = [scalarOf(left, field), scalarOf(right, field)];
      if (one !== other) return `${at}: ${left.type}.${field} ${one} vs ${other}`;
    }
    for (const field of children) {
      const found = this.#field(left, right, field);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #field(left: Node, right: Node, field: string): string | undefined {
    const at = `${left.type}.${field}`;
    const [one, other] = [listOf(left, field), listOf(right, field)];
    const length = Math.max(one.length, other.length);
    for (let index = 0; index < length; index++) {
      const [a, b] = [one[index], other[index]];
      if (a && b) {
        // Of lists that differ in length, what stands at the first place that differs says most.
        const found = this.#pair(a, b, at);
        if (found !== undefined && one.length !== other.length && titleOf(a) !== titleOf(b))
          return `${at}: ${titleOf(a)} vs ${titleOf(b)}`;
        if (found !== undefined) return found;
      } else if (a || b) return `${at}: ${a ? titleOf(a) : "nothing"} vs ${b ? titleOf(b) : "nothing"}`;
    }
    return undefined;
  }

  #name(node: Node, side: 0 | 1): string {
    const { scopes } = side === 0 ? this.#left : this.#right;
    const numbers = this.#numbers[side];
    const binding = scopes.bindingOf.get(node);
    if (binding?.renamable) {
      const number = numbers.get(binding) ?? numbers.size;
      numbers.set(binding, number);
      return `local ${number}`;
    }
    const name = "name" in node ? String(node.name) : "";
    return `${binding ? "unrenamable" : "free"} ${name}`;
  }
}

function listOf(node: Node, field: string): readonly (Node | null)[] {
  const child = childOf(node, field);
  if (child === null || child === undefined) return [];
  return isList(child) ? child : [child];
}

/** A node's type, with what tells it from others of the type. */
function titleOf(node: Node): string {
  switch (node.type) {
    case "ExpressionStatement":
      return `Statement(${titleOf(node.expression)})`;
    case "LogicalExpression":
    case "BinaryExpression":
    case "UnaryExpression":
    case "AssignmentExpression":
    case "UpdateExpression":
      return `${node.type} ${node.operator}`;
    case "VariableDeclaration":
      return `${node.kind}(${node.declarations.length > 1 ? "several" : "one"})`;
    case "Literal":
      return `literal ${typeText(node)}`;
    default:
      return node.type;
  }
}

function literalText(node: Node): string {
  if (node.type !== "Literal") return "";
  return "regex" in node
    ? `${node.regex.pattern}/${[...node.regex.flags].sort().join("")}`
    : `${typeof node.value} ${Object.is(node.value, -0) ? "-0" : String(node.value)}`;
}

function typeText(node: Node): string {
  if (node.type !== "Literal") return "";
  return "regex" in node ? "regexp" : node.value === null ? "null" : typeof node.value;
}

/** A cause with all that it cost. */
export interface Cause {
  readonly title: string;
  readonly losses: readonly Loss[];
}

/** The causes behind the losses of some rows, those that cost most first; within each, short functions first. */
export function rankedCauses(results: readonly RowResult[]): readonly Cause[] {
  const found = new Map<string, Loss[]>();
  for (const loss of results.flatMap(({ losses }) => losses)) {
    const title = causeOf(loss.before, loss.after, loss);
    found.set(title, [...(found.get(title) ?? []), loss]);
  }
  return [...found]
    .map(([title, losses]) => ({
      title,
      losses: losses.sort((one, other) => one.before.length - other.before.length),
    }))
    .sort((one, other) => other.losses.length - one.losses.length);
}
