// What evaluating an expression may observe or affect. Rules that drop, move or repeat an evaluation ask only here.

import type { ESTree } from "meriyah";
import type { Binding } from "./binding.ts";
import type { RuleContext } from "./rule.ts";
import { eachChild, type Node } from "./tree.ts";

/** What an evaluation may do. */
export interface Effects {
  /**
   * Whether it may do anything: call something, run an accessor or a conversion, throw, wait. Reading a name that the code
   * does not bind counts: it may not exist, or be an accessor of the global object (ECMA-262, 9.1.1.2.6).
   */
  isAny: boolean;
  /** Variables whose value may differ from one time to another and that it reads. */
  readonly reads: Set<Binding>;
  readonly writes: Set<Binding>;
  /** Whether it makes an object, so that evaluating it twice is not evaluating it once. */
  makes: boolean;
}

/** The effects of an expression; functions in it are made, not called. */
export function effectsOf(node: Node, context: RuleContext): Effects {
  const effects: Effects = { isAny: false, reads: new Set(), writes: new Set(), makes: false };
  new Walk(effects, context).visit(node);
  return effects;
}

// What most statements are.
const BUSY: ReadonlySet<string> = new Set([
  "AssignmentExpression",
  "AwaitExpression",
  "CallExpression",
  "UpdateExpression",
]);

/** Whether nobody could tell that an expression was not evaluated. */
export function isSilent(node: Node, context: RuleContext): boolean {
  if (BUSY.has(node.type)) return false;
  const { isAny, writes } = effectsOf(node, context);
  return !isAny && writes.size === 0;
}

/** Whether two evaluations may change places. */
export function commute(one: Effects, other: Effects): boolean {
  if (one.isAny && other.isAny) return false;
  return !disturbs(one, other) && !disturbs(other, one);
}

/** Whether the first may change what the second sees. */
function disturbs(one: Effects, other: Effects): boolean {
  for (const read of other.reads) {
    // What a call runs knows the variables that functions captured.
    if (one.writes.has(read) || (one.isAny && read.captured)) return true;
  }
  for (const written of other.writes) {
    if (one.writes.has(written) || one.reads.has(written) || (one.isAny && written.captured)) return true;
  }
  return false;
}

/** The variable that an identifier reads, if it surely has its value there; undefined for any other expression. */
export function knownVariable(node: Node, { scopes }: RuleContext): Binding | undefined {
  if (node.type !== "Identifier" || scopes.early.has(node)) return undefined;
  return scopes.bindingOf.get(node);
}

/** Whether a variable, once it has its value, keeps it. */
export function isConstant(binding: Binding, { uses }: RuleContext): boolean {
  if (!binding.renamable || uses.writes(binding) > 0) return false;
  switch (binding.kind) {
    case "parameter":
    case "let":
    case "const":
    case "catch":
    case "self":
    case "function":
      return binding.declarations === 1;
    case "var":
      return binding.declarations === 1 && binding.isLocal && !binding.isRepeated;
    default:
      return false;
  }
}

/** Whether an identifier is a variable that has a value and can be assigned another one, which does nothing else and never throws. */
export function isWritable(target: Node, context: RuleContext): boolean {
  const kind = knownVariable(target, context)?.kind;
  return kind === "let" || kind === "var" || kind === "parameter" || kind === "catch";
}

// Operators that take any value as it is (ECMA-262, 13.5 and 13.11).
const QUIET: ReadonlySet<string> = new Set(["!", "void", "typeof", "===", "!=="]);

class Walk {
  readonly #effects: Effects;
  readonly #context: RuleContext;

  constructor(effects: Effects, context: RuleContext) {
    this.#effects = effects;
    this.#context = context;
  }

  visit(node: Node): void {
    switch (node.type) {
      case "Literal":
        if ("regex" in node) this.#effects.makes = true;
        return;
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        this.#effects.makes = true;
        return;
      case "ThisExpression":
        if (this.#context.scopes.mayLackThis) this.#any();
        return;
      case "Identifier":
        this.#read(node);
        return;
      case "AssignmentExpression":
        this.#assignment(node);
        return;
      case "UpdateExpression":
        this.#any();
        this.#target(node.argument);
        this.visit(node.argument);
        return;
      case "UnaryExpression":
        // A minus before a number is part of the number.
        if (!QUIET.has(node.operator) && !isNumber(node.argument)) this.#any();
        break;
      case "BinaryExpression":
        if (!QUIET.has(node.operator) && !areNumbers(node)) this.#any();
        break;
      case "TemplateLiteral":
        if (node.expressions.length > 0) this.#any();
        break;
      case "ArrayExpression":
      case "ObjectExpression":
        this.#effects.makes = true;
        break;
      case "Property":
        // A regular expression is converted to be a key.
        if (node.computed && (node.key.type !== "Literal" || "regex" in node.key)) this.#any();
        break;
      case "LogicalExpression":
      case "ConditionalExpression":
      case "SequenceExpression":
      case "TemplateElement":
        break;
      default:
        this.#any();
    }
    eachChild(node, (child) => this.visit(child));
  }

  #any(): void {
    this.#effects.isAny = true;
  }

  #read(identifier: ESTree.Identifier): void {
    const binding = knownVariable(identifier, this.#context);
    if (binding === undefined) this.#any();
    else if (!isConstant(binding, this.#context)) this.#effects.reads.add(binding);
  }

  #assignment(node: ESTree.AssignmentExpression): void {
    this.visit(node.right);
    if (node.left.type !== "Identifier") {
      this.#any();
      eachChild(node, (child) => this.#target(child));
      this.visit(node.left);
      return;
    }
    this.#target(node.left);
    if (node.operator === "=") return;
    this.#read(node.left);
    // `a += b` converts both.
    if (!["&&=", "||=", "??="].includes(node.operator)) this.#any();
  }

  /** Every variable in a pattern counts as written, which is more than it may be. */
  #target(node: Node): void {
    if (node.type !== "Identifier") {
      eachChild(node, (child) => this.#target(child));
      return;
    }
    const binding = knownVariable(node, this.#context);
    if (
      binding === undefined ||
      binding.kind === "const" ||
      binding.kind === "using" ||
      binding.kind === "self"
    )
      this.#any();
    if (binding !== undefined) this.#effects.writes.add(binding);
  }
}

/** Arithmetic on numbers that stand in the text. */
function areNumbers({ operator, left, right }: ESTree.BinaryExpression): boolean {
  return operator !== "in" && operator !== "instanceof" && isNumber(left) && isNumber(right);
}

function isNumber(node: Node): boolean {
  return node.type === "Literal" && typeof node.value === "number";
}
