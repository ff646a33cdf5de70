// Which names the statements of a function or a block declare, found before the code that uses them is walked:
// JavaScript lets a use stand before its declaration (ECMA-262, 8.2, VarDeclaredNames and LexicallyDeclaredNames).

import type { ESTree } from "meriyah";
import type { BindingKind } from "./binding.ts";
import { boundIdentifiers, type Node } from "./tree.ts";

/** A name that a block declares for itself. */
export interface LexicalName {
  readonly name: string;
  readonly kind: BindingKind;
}

/** The names that a list of statements declares in its own block: `let`, `const`, `using`, classes and functions. */
export function lexicalNames(statements: readonly Node[]): readonly LexicalName[] {
  const names: LexicalName[] = [];
  for (const statement of statements) {
    const declaration = unlabelled(statement);
    if (declaration.type === "VariableDeclaration") {
      if (declaration.kind !== "var") names.push(...declaredNames(declaration));
    } else if (declaration.type === "ClassDeclaration" || declaration.type === "FunctionDeclaration") {
      const kind = declaration.type === "ClassDeclaration" ? "class" : "function";
      if (declaration.id !== null) names.push({ name: declaration.id.name, kind });
    }
  }
  return names;
}

/** The names of one declaration, each with the kind of binding it makes. */
export function declaredNames(declaration: ESTree.VariableDeclaration): readonly LexicalName[] {
  const kind = declaration.kind === "await using" ? "using" : declaration.kind;
  return declaration.declarations.flatMap((declarator) =>
    boundIdentifiers(declarator.id).map(({ name }) => ({ name, kind })),
  );
}

function unlabelled(statement: Node): Node {
  let inner = statement;
  while (inner.type === "LabeledStatement") inner = inner.body;
  return inner;
}

/** What the statements of a function hoist to its top, from any depth of blocks. */
export interface Hoisted {
  readonly vars: ReadonlySet<string>;
  /**
   * Catch clauses whose parameter shares its name with a `var` inside them: `catch (e) { var e = 1 }` declares one
   * name and assigns the other (ECMA-262, B.3.4), so the two must be renamed as one.
   */
  readonly sharedCatches: ReadonlySet<Node>;
  /** Names of functions declared in nested blocks, which sloppy mode may carry out of them (ECMA-262, B.3.2). */
  readonly blockFunctions: ReadonlySet<string>;
}

/** What a function's body hoists. Nested functions and classes are not entered. */
export function hoisted(body: readonly Node[]): Hoisted {
  const vars = new Set<string>();
  const sharedCatches = new Set<Node>();
  const blockFunctions = new Set<string>();

  const declareVars = (
    declaration: ESTree.VariableDeclaration,
    catches: readonly ESTree.CatchClause[],
  ): void => {
    for (const { name } of declaredNames(declaration)) {
      vars.add(name);
      for (const clause of catches)
        if (clause.param?.type === "Identifier" && clause.param.name === name) sharedCatches.add(clause);
    }
  };

  const scan = (
    node: Node | null | undefined,
    depth: number,
    catches: readonly ESTree.CatchClause[],
  ): void => {
    switch (node?.type) {
      case "VariableDeclaration":
        if (node.kind === "var") declareVars(node, catches);
        break;
      case "FunctionDeclaration":
        if (depth > 0 && node.id !== null) blockFunctions.add(node.id.name);
        break;
      case "BlockStatement":
        for (const statement of node.body) scan(statement, depth + 1, catches);
        break;
      case "IfStatement":
        scan(node.consequent, depth + 1, catches);
        scan(node.alternate, depth + 1, catches);
        break;
      case "ForStatement":
        scan(node.init, depth + 1, catches);
        scan(node.body, depth + 1, catches);
        break;
      case "ForInStatement":
      case "ForOfStatement":
        scan(node.left, depth + 1, catches);
        scan(node.body, depth + 1, catches);
        break;
      case "WhileStatement":
      case "DoWhileStatement":
      case "WithStatement":
        scan(node.body, depth + 1, catches);
        break;
      case "LabeledStatement":
        scan(node.body, depth, catches);
        break;
      case "SwitchStatement":
        for (const { consequent } of node.cases)
          for (const statement of consequent) scan(statement, depth + 1, catches);
        break;
      case "TryStatement":
        scan(node.block, depth, catches);
        if (node.handler !== null) scan(node.handler.body, depth, [...catches, node.handler]);
        scan(node.finalizer, depth, catches);
        break;
    }
  };

  for (const statement of body) scan(statement, 0, []);
  return { vars, sharedCatches, blockFunctions };
}
