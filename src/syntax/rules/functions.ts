// Rules about functions: their bodies, their own names, the order in which they are declared.

import type { ESTree } from "meriyah";
import type { Scopes } from "../binding.ts";
import { block } from "../make.ts";
import { type Rule, rule } from "../rule.ts";
import { declaresFunction, isBareVar, isBlock, isDirective } from "../statements.ts";
import { rangeOf } from "../tree.ts";

const arrowBodies = rule({
  name: "arrow bodies",
  statement: "`x => e` is `x => { return e }`",
  condition: "15.3.5: an expression body is the operand of a return",
  same: ["a => a + 1", "a => { return a + 1 }"],
  different: ["a => ({})", "a => {}"],
  on: ["ArrowFunctionExpression"],
  rewritten: (node) => {
    if (isBlock(node.body)) return undefined;
    const result: ESTree.ReturnStatement = {
      type: "ReturnStatement",
      argument: node.body,
      ...rangeOf(node.body),
    };
    return { ...node, expression: false, body: block([result], node.body) };
  },
});

const unusedOwnName = rule({
  name: "own name never used",
  statement: "`function f() {}` as an expression is `function () {}`",
  condition:
    "15.2.5: the name of a function expression is bound in its own scope only; not where the code reads a `name`",
  same: ["function f(a) { return a }", "function (a) { return a }"],
  different: ["function g(a) { return typeof g }", "function (a) { return typeof g }"],
  on: ["FunctionExpression"],
  rewritten: (node, { scopes, uses }) => {
    if (node.id === null || scopes.traits.readsNames) return undefined;
    const own = scopes.bindingOf.get(node.id);
    return own === undefined || uses.references(own) > 0 || !own.renamable
      ? undefined
      : { ...node, id: null };
  },
});

const declaredFunctions = rule({
  name: "places of declared functions",
  statement: "`{ a; function b() {} }` as a function's body is `{ function b() {} a; }`",
  condition:
    "10.2.11, step 36, and 15.2.6: functions at the top of a body are made before it runs, the last of one name wins, and to " +
    "come to a declaration does nothing; in a nested block of sloppy code it does (B.3.2)",
  same: ["a => { a(b); function b() {} }", "a => { function b() {} a(b) }"],
  different: ["a => { { function b() {} a(b) } a(b) }", "a => { function b() {} { a(b) } a(b) }"],
  on: ["FunctionExpression", "FunctionDeclaration", "ArrowFunctionExpression"],
  rewritten: (node) => {
    const { body } = node;
    if (!body || !isBlock(body)) return undefined;
    const first = body.body.findIndex((each) => !isDirective(each) && !isBareVar(each));
    const code = body.body.slice(Math.max(first, 0));
    const functions = code.filter(declaresFunction);
    if (functions.every((each, index) => each === code[index])) return undefined;
    const rest = code.filter((each) => !declaresFunction(each));
    const ordered = { ...body, body: [...body.body.slice(0, first), ...functions, ...rest] };
    return { ...node, body: ordered } as typeof node;
  },
});

const functionValues = rule({
  name: "declared functions as values",
  statement: "`{ a; function b() {} }` is `{ let b = function () {}; a; }`",
  condition:
    "10.2.11, 14.2.3: functions are made before anything else in their block; not where the code reads a `name`, nor one that " +
    "shares its name with another binding, or may leave its block as a `var` (B.3.2)",
  same: [
    "(a, b) => { a(c, c); function c() { return b } }",
    "(a, b) => { let c = function () { return b }; a(c, c) }",
  ],
  different: ["(a, b) => { a(c); function c() {} }", "(a, b) => { a(c); var c = function () {} }"],
  on: ["BlockStatement", "StaticBlock"],
  holding: ["FunctionDeclaration"],
  rewritten: (node, { scopes }) => {
    if (scopes.traits.readsNames) return undefined;
    const values: ESTree.Statement[] = [];
    const rest: ESTree.Statement[] = [];
    for (const each of node.body) {
      const isValue = each.type === "FunctionDeclaration" && isLoneFunction(each, scopes);
      if (isValue) values.push(asValue(each));
      else rest.push(each);
    }
    if (values.length === 0) return undefined;
    const first = rest.findIndex((each) => !isDirective(each) && !declaresFunction(each));
    const at = first === -1 ? rest.length : first;
    return { ...node, body: [...rest.slice(0, at), ...values, ...rest.slice(at)] };
  },
});

const unusedErrors = rule({
  name: "errors nobody looks at",
  statement: "`catch (a) {}` is `catch {}` where nothing uses `a`",
  condition: "14.15.2: a plain name takes the error and does nothing else; a pattern reads it",
  same: ["a => { try { a() } catch (b) { a(1) } }", "a => { try { a() } catch { a(1) } }"],
  different: ["a => { try { a() } catch ({ b }) { a(1) } }", "a => { try { a() } catch { a(1) } }"],
  on: ["CatchClause"],
  rewritten: (node, { scopes, uses }) => {
    if (node.param?.type !== "Identifier") return undefined;
    const binding = scopes.bindingOf.get(node.param);
    if (binding === undefined || !binding.renamable || binding.declarations > 1) return undefined;
    return uses.references(binding) > 0 ? undefined : { ...node, param: null };
  },
});

/** The rules of this topic, in the order in which they are tried at a node. */
export const FUNCTIONS: readonly Rule[] = [
  arrowBodies,
  unusedOwnName,
  declaredFunctions,
  functionValues,
  unusedErrors,
];

/** Whether a function is all that its name stands for, and its name need not be this one. */
function isLoneFunction({ id }: ESTree.FunctionDeclaration, { bindingOf }: Scopes): boolean {
  const binding = id === null ? undefined : bindingOf.get(id);
  return binding?.kind === "function" && binding.declarations === 1 && binding.renamable;
}

/** The declaration of a variable with a function as its value. */
function asValue({ id, type: _, ...made }: ESTree.FunctionDeclaration): ESTree.Statement {
  const range = { start: made.start ?? 0, end: made.end ?? 0 };
  if (id === null) throw new TypeError("a declared function without a name");
  const init: ESTree.FunctionExpression = { ...made, type: "FunctionExpression", id: null };
  return {
    type: "VariableDeclaration",
    kind: "let",
    declarations: [{ type: "VariableDeclarator", id, init, ...range }],
    ...range,
  };
}
