// Rules about what is returned, thrown or assigned on one condition or another, and about code that nothing reaches.

import type { ESTree } from "meriyah";
import { isConstant, knownVariable } from "../effects.ts";
import { block, nothing, returned, statement } from "../make.ts";
import { type Rule, type RuleContext, rule } from "../rule.ts";
import { areSame } from "../same-nodes.ts";
import { hasSeveralSteps } from "../several-steps.ts";
import { branch, isStillLet, LISTS, statementsOf, withReplaced, withStatements } from "../statements.ts";
import { type Node, rangeOf } from "../tree.ts";
import { areUsedOnlyIn } from "./occurrences.ts";

const returnedConditions = rule({
  name: "returned conditions",
  statement: "`if (a) return b; return c` is `return a ? b : c`, and `throw` alike",
  condition:
    "13.14.1, 14.6.2, 14.10: the same is evaluated in the same order; a `return` without a value gives undefined, which in an " +
    "async generator is not waited for (27.6.3.8)",
  same: ["(a, b) => { if (a) { return b } return }", "(a, b) => a ? b : undefined"],
  different: ["(a, b) => { if (a) { return b } throw a }", "(a, b) => a ? b : a"],
  on: LISTS,
  holding: ["IfStatement"],
  rewritten: (node, context) => {
    let statements = statementsOf(node);
    for (let index = statements.length - 2; index >= 0; index--) {
      const guard = statements[index];
      if (guard?.type !== "IfStatement" || guard.alternate !== null) continue;
      // Variables without a value may as well be declared before the guard, unless it finds them in their dead zone.
      const between = leadingLets(statements, index + 1, context);
      const inside = leadingLets(branch(guard.consequent), 0, context);
      const other = statements[index + 1 + between.length];
      const [only, ...more] = branch(guard.consequent).slice(inside.length);
      if (only === undefined || other === undefined || more.length > 0 || only.type !== other.type) continue;
      if (!areUsedOnlyIn([other], between, context)) continue;
      const count = between.length + 2;
      if (only.type === "ThrowStatement" && other.type === "ThrowStatement") {
        const argument = chosen(guard.test, only.argument, other.argument);
        if (argument !== undefined)
          statements = statements.toSpliced(index, count, ...inside, ...between, { ...other, argument });
      } else if (only.type === "ReturnStatement" && other.type === "ReturnStatement") {
        const [yes, no] = [only.argument, other.argument];
        if (yes === null && no === null) continue;
        if ((yes === null || no === null) && context.scopes.hasAsyncGenerator) continue;
        const argument = chosen(guard.test, yes ?? nothing(only), no ?? nothing(other));
        if (argument !== undefined)
          statements = statements.toSpliced(index, count, ...inside, ...between, { ...other, argument });
      }
    }
    return withStatements(node, statements);
  },
});

const returnedSequences = rule({
  name: "returned conditions of more than a value",
  statement: "`return a ? (b, c) : d` is `if (a) { b; return c } return d`, and `throw` alike",
  condition: "13.14.1, 13.16, 14.6.2: as for returned conditions, the same is evaluated in the same order",
  same: ["(a, b) => { return a ? (b(), a) : b }", "(a, b) => { if (a) { b(); return a } return b }"],
  different: ["(a, b) => { return (b(), a) ? a : b }", "(a, b) => { if (a) { b(); return a } return b }"],
  on: LISTS,
  holding: ["ReturnStatement", "ThrowStatement"],
  rewritten: (node) => withReplaced(node, expanded),
});

const plainReturns = rule({
  name: "returns of nothing",
  statement: "`return undefined` is `return`",
  condition: "14.10.1; not in an async generator, which waits for a value that it returns (27.6.3.8)",
  same: ["a => { if (a) { return void 0 } a() }", "a => { if (a) { return } a() }"],
  different: ["a => { if (a) { return null } a() }", "a => { if (a) { return } a() }"],
  on: ["ReturnStatement"],
  rewritten: (node, { scopes }) => {
    const { argument } = node;
    if (argument?.type !== "UnaryExpression" || argument.operator !== "void" || scopes.hasAsyncGenerator)
      return undefined;
    return argument.argument.type === "Literal" ? { ...node, argument: null } : undefined;
  },
});

const assignedConditions = rule({
  name: "assigned conditions",
  statement: "`if (a) x = b; else x = c;` is `x = a ? b : c;`",
  condition:
    "13.15.2: to find a variable of the code, or a member of one that is never written, is no effect and may come first",
  same: [
    "(a, b) => { let c; if (a()) { c = a } else { c = b } return [c, c] }",
    "(a, b) => { let c; c = a() ? a : b; return [c, c] }",
  ],
  different: ["(a, b) => { if (a()) { b().c = a } else { b().c = b } }", "(a, b) => { b().c = a() ? a : b }"],
  on: ["IfStatement"],
  rewritten: (node, context) => {
    if (node.alternate === null) return undefined;
    const [yes, no] = [assignment(node.consequent), assignment(node.alternate)];
    if (yes === undefined || no === undefined || !isStableTarget(yes.left, context)) return undefined;
    if (!areSame(yes.left, no.left, context.scopes) || isNamed(yes.right) || isNamed(no.right))
      return undefined;
    const right = chosen(node.test, yes.right, no.right);
    if (right === undefined) return undefined;
    context.uses.drop(no.left);
    return statement({ ...yes, right });
  },
});

/** The rules of this topic, in the order in which they are tried at a node. */
export const RETURNS: readonly Rule[] = [
  plainReturns,
  returnedSequences,
  returnedConditions,
  assignedConditions,
];

/** Declarations `let a;` from an index of a list on, which may as well stand elsewhere before their uses. */
function leadingLets(
  list: readonly ESTree.Statement[],
  from: number,
  { scopes }: RuleContext,
): readonly ESTree.Statement[] {
  let end = from;
  for (let each = list[end]; each !== undefined && isStillLet(each, scopes); each = list[end]) end++;
  return end === from ? NONE : list.slice(from, end);
}

const NONE: readonly ESTree.Statement[] = [];

// A chain of conditions is a tree as deep as it is long.
const MOST_CONDITIONS = 60;

/** A value chosen by a test; undefined where it is more than a value, or the choices are too many for an expression. */
function chosen(
  test: ESTree.Expression,
  consequent: ESTree.Expression,
  alternate: ESTree.Expression,
): ESTree.Expression | undefined {
  if (
    hasSeveralSteps(consequent) ||
    hasSeveralSteps(alternate) ||
    depth(consequent) + depth(alternate) > MOST_CONDITIONS
  )
    return undefined;
  return { type: "ConditionalExpression", test, consequent, alternate, ...rangeOf(test) };
}

function depth(node: ESTree.Expression): number {
  if (node.type !== "ConditionalExpression") return 0;
  return 1 + Math.max(depth(node.consequent), depth(node.alternate));
}

/** A statement whose value is more than one, as statements; undefined for any other. */
function expanded(node: ESTree.Statement): readonly ESTree.Statement[] | undefined {
  if (node.type !== "ReturnStatement" && node.type !== "ThrowStatement") return undefined;
  const { argument } = node;
  if (argument?.type !== "ConditionalExpression" || !hasSeveralSteps(argument)) return undefined;
  const { test, consequent, alternate } = argument;
  const guard: ESTree.Statement = {
    type: "IfStatement",
    test,
    consequent: block([leaving(node, consequent)], consequent),
    alternate: null,
    ...rangeOf(node),
  };
  const rest = leaving(node, alternate);
  return [guard, ...(expanded(rest) ?? [rest])];
}

/** A `return` or `throw` with another value. */
function leaving(
  node: ESTree.ReturnStatement | ESTree.ThrowStatement,
  value: ESTree.Expression,
): ESTree.Statement {
  return node.type === "ReturnStatement" ? returned(value, value) : { ...node, argument: value };
}

function assignment(node: ESTree.Statement): ESTree.AssignmentExpression | undefined {
  const [only, ...more] = branch(node);
  if (only?.type !== "ExpressionStatement" || more.length > 0) return undefined;
  const { expression } = only;
  return expression.type === "AssignmentExpression" && expression.operator === "=" ? expression : undefined;
}

/** Whether finding the place that is assigned does nothing and finds the same at any time. */
function isStableTarget(target: Node, context: RuleContext): boolean {
  if (target.type === "Identifier") return context.scopes.bindingOf.has(target);
  if (target.type !== "MemberExpression" || target.property.type !== "Literal") return false;
  if (target.object.type === "ThisExpression") return !context.scopes.mayLackThis;
  const variable = knownVariable(target.object, context);
  return variable !== undefined && isConstant(variable, context);
}

/** Whether an assignment gives its name to the value: a class shows it. */
function isNamed(node: Node): boolean {
  return (
    node.type === "ClassExpression" ||
    node.type === "FunctionExpression" ||
    node.type === "ArrowFunctionExpression"
  );
}
