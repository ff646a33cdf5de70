// Scope analysis: each identifier of a tree is resolved to the binding it means, or found to be free.
// Two names that interact are one binding, so that giving every binding a new name never changes what the code does.

import type { ESTree } from "meriyah";
import type { Scopes } from "./binding.ts";
import { hasExpression, hasUseStrict } from "./function-head.ts";
import { declaredNames, hoisted, lexicalNames } from "./hoist.ts";
import { Names } from "./names.ts";
import type { SyntaxTree } from "./parse.ts";
import { binding, privateNames, Scope } from "./scope.ts";
import {
  boundIdentifiers,
  type ClassNode,
  eachChild,
  type FunctionNode,
  isConstructor,
  type Node,
} from "./tree.ts";

/**
 * The scopes of a function or class.
 *
 * @example
 * const tree = syntaxTree("x => x + K");
 * [...scopes(tree).freeOf.values()] // [{ name: "K", origin: "" }]
 */
export function scopes({ root }: SyntaxTree): Scopes {
  const walk = new Walk();
  walk.visit(root);
  return walk.result();
}

class Walk extends Names {
  override visit(node: Node): void {
    switch (node.type) {
      case "Identifier":
        this.reference(node);
        return;
      // The most frequent types come first.
      case "Literal":
        return;
      case "MemberExpression":
        this.member(node, true);
        return;
      case "CallExpression":
        this.called(node.callee);
        break;
      case "FunctionDeclaration":
        if (node.id !== null) this.declaration(node.id);
        this.#function(node);
        return;
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        this.#function(node);
        return;
      case "ClassDeclaration":
      case "ClassExpression":
        this.#class(node);
        return;
      case "BlockStatement":
        this.#block(node.body);
        return;
      case "IfStatement":
        this.visit(node.test);
        // `if (x) function f() {}` declares as if it stood in a block (ECMA-262, B.3.3).
        this.#block([node.consequent]);
        if (node.alternate !== null) this.#block([node.alternate]);
        return;
      case "WhileStatement":
      case "DoWhileStatement":
        this.#loop(node);
        return;
      case "SwitchStatement":
        this.#switch(node);
        return;
      case "ForStatement":
        this.#for(node);
        return;
      case "ForInStatement":
      case "ForOfStatement":
        this.#forEach(node);
        return;
      case "CatchClause":
        this.#catch(node);
        return;
      case "LabeledStatement":
        this.labelled(node);
        return;
      case "BreakStatement":
      case "ContinueStatement":
        this.jump(node);
        return;
      case "VariableDeclarator":
        this.declarator(node);
        return;
      case "AssignmentExpression":
        this.target(node.left, node.operator !== "=");
        this.visit(node.right);
        return;
      case "UpdateExpression":
        this.target(node.argument, true);
        return;
      case "UnaryExpression":
        if (node.operator !== "delete") break;
        this.deletion(node.argument);
        return;
      case "WithStatement":
        this.surroundings.useDynamicScope();
        break;
      case "SequenceExpression":
      case "ImportExpression":
        this.mayHaveArtefacts = true;
        break;
      case "ThisExpression":
        this.surroundings.useThis();
        return;
      case "Super":
        this.surroundings.useSuper();
        return;
      case "MetaProperty":
        if (node.meta.name === "new") this.surroundings.useNewTarget();
        return;
      case "PrivateIdentifier":
        this.privateName(node);
        return;
    }
    eachChild(node, this.#visit);
  }

  // Each node comes by here: what needs closures of its own has a method of its own.
  readonly #visit = (node: Node): void => this.visit(node);

  #loop(node: ESTree.WhileStatement | ESTree.DoWhileStatement): void {
    this.places.loop(() => eachChild(node, this.#visit));
  }

  #switch({ discriminant, cases }: ESTree.SwitchStatement): void {
    this.visit(discriminant);
    this.within(new Scope(this.scope), () => {
      this.scope.isSwitch = true;
      this.scope.declareAll(lexicalNames(cases.flatMap((each) => each.consequent)));
      for (const each of cases) this.places.block(() => eachChild(each, this.#visit));
    });
  }

  #block(statements: readonly Node[]): void {
    const names = lexicalNames(statements);
    const walk = (): void => this.places.block(() => this.#statements(statements));
    if (names.length === 0) {
      walk();
      return;
    }
    this.within(new Scope(this.scope), () => {
      this.scope.declareAll(names);
      walk();
    });
  }

  /** The head of a loop binds for the head itself and the body: `for (const x of x)` reads its own dead `x`. */
  #for(node: ESTree.ForStatement): void {
    const { init, test, update, body } = node;
    this.within(new Scope(this.scope), () => {
      if (init?.type === "VariableDeclaration" && init.kind !== "var")
        this.scope.declareAll(declaredNames(init));
      if (init !== null) this.visit(init);
      this.places.loop(() => {
        for (const part of [test, update, body]) if (part !== null) this.visit(part);
      });
    });
  }

  #forEach({ left, right, body }: ESTree.ForInStatement | ESTree.ForOfStatement): void {
    this.within(new Scope(this.scope), () =>
      this.places.loop(() => {
        if (left.type !== "VariableDeclaration") this.target(left, false);
        else {
          if (left.kind !== "var") this.scope.declareAll(declaredNames(left));
          this.visit(left);
        }
        const declared = left.type === "VariableDeclaration" ? left.declarations : [];
        this.unready(declared);
        this.visit(right);
        for (const { id } of declared) this.ready(id);
        this.visit(body);
      }),
    );
  }

  #catch(node: ESTree.CatchClause): void {
    const isShared = this.scope.sharesCatch(node);
    this.within(new Scope(this.scope), () => {
      if (node.param !== null) {
        if (!isShared) for (const { name } of boundIdentifiers(node.param)) this.scope.declare(name, "catch");
        this.declaration(node.param);
        this.ready(node.param);
      }
      this.visit(node.body);
    });
  }

  #function(node: FunctionNode): void {
    const outer = { scope: this.scope, labels: this.labels };
    const isArrow = node.type === "ArrowFunctionExpression";
    const isDeclaration = node.type === "FunctionDeclaration";
    if (node.async && !isArrow && node.generator) this.surroundings.hasAsyncGenerator = true;
    const walk = (): void => {
      this.labels = [];
      if (node.type === "FunctionExpression" && node.id !== null) {
        this.scope = new Scope(this.scope);
        this.scope.declare(node.id.name, "self");
        this.declaration(node.id);
        this.ready(node.id);
      }
      this.scope = new Scope(this.scope, isDeclaration ? "function declaration" : "function");
      const parameters = node.params.flatMap((each) => boundIdentifiers(each));
      for (const { name } of parameters) this.scope.declare(name, "parameter");
      for (const parameter of node.params) this.declaration(parameter);
      for (const parameter of node.params) this.ready(parameter);
      if (node.body?.type === "BlockStatement") this.#body(node.body.body, node.params.some(hasExpression));
      else if (node.body) this.visit(node.body);
    };
    const found = this.surroundings.within({ isArrow, isStrict: hasUseStrict(node) }, () =>
      this.places.function(walk),
    );
    // Sloppy code writes its parameters through `arguments` (ECMA-262, 10.4.4).
    if (found.usesArguments) for (const parameter of node.params) this.aliased(parameter);
    this.scope = outer.scope;
    this.labels = outer.labels;
  }

  /**
   * A body shares the scope of its parameters, unless those contain expressions: then the body's own names are out of
   * their sight, while a `var` named like a parameter starts as its copy and keeps its name
   * (ECMA-262, 10.2.11 FunctionDeclarationInstantiation, steps 27 and 28).
   */
  #body(statements: readonly Node[], isSeparate: boolean): void {
    const parameters = this.scope;
    const scope = isSeparate ? new Scope(parameters) : parameters;
    const { vars, sharedCatches, blockFunctions } = hoisted(statements);
    for (const name of vars) scope.declareBeside(parameters, name, "var");
    for (const { name, kind } of lexicalNames(statements)) scope.declareBeside(parameters, name, kind);
    if (!this.surroundings.isStrict) scope.blockFunctions = blockFunctions;
    scope.sharedCatches = sharedCatches;
    this.scope = scope;
    this.#statements(statements);
  }

  /** Statements in their order; a block that declares nothing for itself is none. */
  #statements(statements: readonly Node[]): void {
    for (const each of statements) {
      if (each.type === "BlockStatement" && lexicalNames(each.body).length === 0) this.#statements(each.body);
      else this.visit(each);
    }
  }

  /** A class's name is bound outside and, for its own body, inside; both are spelled once, so they are one binding. */
  #class(node: ClassNode): void {
    for (const decorator of node.decorators ?? []) this.visit(decorator);
    const scope = new Scope(this.scope);
    if (node.id !== null) {
      const declared = node.type === "ClassDeclaration" ? this.scope.bindings.get(node.id.name) : undefined;
      scope.bindings.set(node.id.name, declared ?? binding(node.id.name, "self"));
    }
    // All of a class is strict code; its heritage and computed keys see the `this` around it.
    const walk = (): void => {
      if (node.id !== null) this.declaration(node.id);
      if (node.superClass !== null) {
        this.visit(node.superClass);
        if (node.body.body.some(isConstructor)) this.surroundings.mayLackThis = true;
      }
      this.privateNames = [...this.privateNames, privateNames(node)];
      for (const member of node.body.body) this.#member(member);
      this.privateNames = this.privateNames.slice(0, -1);
    };
    this.surroundings.within({ isArrow: true, isStrict: true }, () => this.within(scope, walk));
    if (node.type === "ClassDeclaration" && node.id !== null) this.ready(node.id);
  }

  #member(member: Node): void {
    if (member.type === "StaticBlock") this.#initializer(() => this.#body(member.body, false));
    else if (member.type === "PropertyDefinition" || member.type === "AccessorProperty") {
      for (const decorator of member.decorators ?? []) this.visit(decorator);
      this.visit(member.key);
      const { value } = member;
      if (value !== null) this.#initializer(() => this.visit(value));
    } else eachChild(member, this.#visit);
  }

  /** A field's initializer and a static block run as methods of their own (ECMA-262, 15.7.10 and 15.7.11). */
  #initializer(walk: () => void): void {
    const labels = this.labels;
    this.labels = [];
    this.surroundings.within({ isArrow: false, isStrict: true }, () =>
      this.within(new Scope(this.scope, "function"), () => this.places.function(walk)),
    );
    this.labels = labels;
  }
}
