// The rule about code that nothing reaches.

import type { ESTree } from "meriyah";
import type { Binding } from "../binding.ts";
import { declared } from "../make.ts";
import { type Rule, type RuleContext, rule } from "../rule.ts";
import {
  declaresFunction,
  declaresInBlock,
  isExit,
  LISTS,
  statementsOf,
  withStatements,
} from "../statements.ts";
import { boundIdentifiers, eachChild, type Node } from "../tree.ts";
import { usesWithin } from "./occurrences.ts";

const deadCode = rule({
  name: "code behind an exit",
  statement: "what follows `return`, `throw`, `break` or `continue` is dropped",
  condition:
    "6.2.4: it is never reached; but a `var` and a function exist all the same (8.2.6, 10.2.11), as does the dead zone of what " +
    "is used elsewhere",
  same: ["a => { return a; a() }", "a => { return a }"],
  different: ["a => { b = a; return b; var b }", "a => { b = a; return b }"],
  on: LISTS,
  rewritten: (node, context) => {
    const statements = statementsOf(node);
    const end = statements.findIndex(isExit);
    if (end === -1 || end === statements.length - 1) return undefined;
    const dead = statements.slice(end + 1);
    const kept = dead.filter((each) => declaresFunction(each) || letsOutNames(each, context));
    const code = dead.filter((each) => !kept.includes(each));
    const live = liveNames(code, context);
    const lets = code.filter(isLoneLet);
    if (lets.length === code.length && live.lets.length === lets.length) {
      const ordered = [...kept, ...code];
      if (dead.every((each, index) => each === ordered[index])) return undefined;
    }
    const names = new Set<Node>([...live.vars, ...live.lets]);
    for (const each of code) context.uses.drop(each, names);
    const [before, exit] = [statements.slice(0, end), statements.slice(end, end + 1)];
    const vars = live.vars.map((name) => declared(name, "var"));
    const dying = live.lets.map((name) => declared(name, "let"));
    return withStatements(node, [...before, ...vars, ...exit, ...kept, ...dying]);
  },
});

/** The rules of this topic. */
export const DEAD_CODE: readonly Rule[] = [deadCode];

/** The names of dead code that can be seen, one identifier for each. */
interface LiveNames {
  readonly vars: readonly ESTree.Identifier[];
  /** What code elsewhere finds in its dead zone. */
  readonly lets: readonly ESTree.Identifier[];
}

/** Whether a function in a nested block may be known outside of it, as a variable without a value (B.3.2). */
function letsOutNames(node: Node, context: RuleContext): boolean {
  switch (node.type) {
    case "FunctionDeclaration":
      return node.id !== null && !context.scopes.bindingOf.get(node.id)?.renamable;
    case "FunctionExpression":
    case "ArrowFunctionExpression":
    case "ClassExpression":
    case "ClassDeclaration":
    case "ExpressionStatement":
    case "VariableDeclaration":
      return false;
  }
  let found = false;
  eachChild(node, (child) => {
    found ||= letsOutNames(child, context);
  });
  return found;
}

/** The names of dead code that are used elsewhere. */
function liveNames(code: readonly ESTree.Statement[], context: RuleContext): LiveNames {
  const { scopes, uses } = context;
  const within = usesWithin(code, context);
  const isUsed = (name: Node): boolean => {
    const binding = scopes.bindingOf.get(name);
    return binding === undefined || !binding.renamable || uses.references(binding) > within(binding);
  };
  const vars = new Map<Binding | undefined, ESTree.Identifier>();
  const visit = (node: Node): void => {
    switch (node.type) {
      case "FunctionExpression":
      case "FunctionDeclaration":
      case "ArrowFunctionExpression":
      case "ClassExpression":
      case "ClassDeclaration":
        return;
      case "VariableDeclaration":
        if (node.kind !== "var") break;
        for (const name of node.declarations.flatMap(({ id }) => boundIdentifiers(id))) {
          const binding = scopes.bindingOf.get(name);
          if ((isUsed(name) || binding?.kind !== "var") && !vars.has(binding)) vars.set(binding, name);
        }
        break;
    }
    eachChild(node, visit);
  };
  for (const each of code) visit(each);
  const lets = code.filter(declaresInBlock).flatMap(blockIdentifiers).filter(isUsed);
  return { vars: [...vars.values()], lets };
}

function isLoneLet(node: ESTree.Statement): boolean {
  if (node.type !== "VariableDeclaration" || node.kind !== "let" || node.declarations.length !== 1)
    return false;
  return node.declarations.every(({ id, init }) => id.type === "Identifier" && init === null);
}

function blockIdentifiers(node: Node): readonly ESTree.Identifier[] {
  switch (node.type) {
    case "VariableDeclaration":
      return node.declarations.flatMap(({ id }) => boundIdentifiers(id));
    case "ClassDeclaration":
      return node.id === null ? [] : [node.id];
    case "LabeledStatement":
      return blockIdentifiers(node.body);
    default:
      return [];
  }
}
