// The names of a walk: where each identifier that it meets belongs, in the scope, the labels and the private names that
// are in force at that place.

import type { ESTree } from "meriyah";
import type { Binding, FreeName, Role, Scopes } from "./binding.ts";
import { isFunction, isShortLiteral } from "./initializers.ts";
import { nothing } from "./make.ts";
import { Places } from "./places.ts";
import { binding, Scope } from "./scope.ts";
import { Surroundings } from "./surroundings.ts";
import { boundIdentifiers, type Node } from "./tree.ts";

const PLACES: ReadonlySet<string> = new Set(["Identifier", "MemberExpression", "ChainExpression"]);

/** Resolves names; a walk over the tree says where it stands, and visits what is no name. */
export abstract class Names {
  protected readonly surroundings: Surroundings = new Surroundings();
  protected readonly places: Places = new Places();
  protected scope: Scope = new Scope(undefined);
  protected labels: readonly Binding[] = [];
  protected privateNames: readonly ReadonlyMap<string, Binding>[] = [];
  /** Whether some construct was met that a host may have made. */
  protected mayHaveArtefacts = false;
  protected deletesValues = false;
  protected readonly methods: Set<Node> = new Set();

  readonly #bindingOf = new Map<Node, Binding>();
  readonly #freeOf = new Map<Node, FreeName>();
  readonly #roleOf = new Map<Node, Role>();
  readonly #freeNames = new Map<string, FreeName>();
  /** The scope in which the latest name was found. */
  #home: Scope = this.scope;
  /** Names that mean one thing in strict and another in sloppy code. */
  readonly #ambiguous = new Set<string>();

  abstract visit(node: Node): void;

  /** What has been found. */
  result(): Scopes {
    for (const found of this.#bindingOf.values()) {
      const isVariable = found.kind !== "label" && found.kind !== "private";
      if (isVariable && this.#ambiguous.has(found.name)) found.renamable = false;
    }
    return {
      bindingOf: this.#bindingOf,
      freeOf: this.#freeOf,
      bind: (identifier, found, role) => {
        this.#bindingOf.set(identifier, found);
        if (role !== undefined) this.#roleOf.set(identifier, role);
      },
      roleOf: this.#roleOf,
      early: this.places.early,
      freeNames: [...this.#freeNames.values()],
      traits: this.surroundings.traits,
      methods: this.methods,
      deletesValues: this.deletesValues,
      mayLackThis: this.surroundings.mayLackThis,
      hasAsyncGenerator: this.surroundings.hasAsyncGenerator,
      mayHaveArtefacts: this.mayHaveArtefacts,
    };
  }

  protected within(scope: Scope, walk: () => void): void {
    const outer = this.scope;
    this.scope = scope;
    walk();
    this.scope = outer;
  }

  /** Identifiers that a pattern declares; what stands in it as an expression is visited. */
  protected declaration(pattern: Node): void {
    this.pattern(pattern, (identifier) => {
      const declared = this.resolved(identifier.name);
      this.#roleOf.set(identifier, "declaration");
      if (declared === undefined) return;
      this.#bindingOf.set(identifier, declared);
      this.places.declared(declared);
    });
  }

  /** What a pattern declares has its value now; in a `switch`, another case may come here without. */
  protected ready(pattern: Node): void {
    for (const { name } of boundIdentifiers(pattern)) {
      const declared = this.resolved(name);
      const mayBeSkipped = this.scope.isSwitch && declared?.kind !== "var";
      if (declared !== undefined) this.places.ready(declared, mayBeSkipped);
    }
  }

  /**
   * The head of a `for (const x of x)` binds what its right side must not read. What old code gives its variable there,
   * `for (var a = 1 in b)`, it has before the loop only (ECMA-262, B.3.5).
   */
  protected unready(declarations: readonly ESTree.VariableDeclarator[]): void {
    for (const { id } of declarations) {
      for (const { name } of boundIdentifiers(id)) {
        const declared = this.resolved(name);
        if (declared === undefined) continue;
        this.places.unready(declared);
        declared.literal = undefined;
      }
    }
  }

  /** A parameter that the object `arguments` may write. */
  protected aliased(parameter: Node): void {
    for (const identifier of boundIdentifiers(parameter)) {
      const declared = this.#bindingOf.get(identifier);
      if (declared === undefined) continue;
      declared.writes++;
      declared.captured = true;
    }
  }

  /** A declaration of names, and what it gives them. */
  protected declarator(node: ESTree.VariableDeclarator): void {
    this.declaration(node.id);
    this.initialized(node);
    this.ready(node.id);
  }

  /** What is called: `eval` looks names up, and a member sees its object. */
  protected called(callee: Node): void {
    if (callee.type === "Identifier" && callee.name === "eval") this.surroundings.useDynamicScope();
    if (callee.type === "MemberExpression" && callee.object.type === "Identifier") this.methods.add(callee);
  }

  private initialized({ id, init }: ESTree.VariableDeclarator): void {
    if (init === null) return;
    const declared = id.type === "Identifier" ? this.resolved(id.name) : undefined;
    if (declared !== undefined && isFunction(init)) declared.holdsFunction = true;
    if (declared !== undefined) declared.literal = this.literalOf(init);
    this.visit(init);
  }

  /** The literal that an expression is, or what stands for one. */
  private literalOf(node: Node): Node | undefined {
    if (node.type !== "Identifier") return isShortLiteral(node) ? node : undefined;
    if (node.name !== "undefined" || this.resolved(node.name) !== undefined) return undefined;
    return nothing(node);
  }

  /** Identifiers that a pattern assigns; `isRead` where the value before counts: `a.name += b`. */
  protected target(pattern: Node, isRead: boolean): void {
    if (pattern.type === "MemberExpression") {
      this.surroundings.tellStrictness();
      this.member(pattern, isRead);
      return;
    }
    this.pattern(pattern, (identifier) => {
      const assigned = this.reference(identifier);
      this.#roleOf.set(identifier, "target");
      if (assigned !== undefined) assigned.writes++;
      // Sloppy code may create a global, and ignores writes to a function's own name.
      if (assigned === undefined || assigned.kind === "self") this.surroundings.tellStrictness();
    });
  }

  /** What `delete` is asked for. A variable cannot be deleted, but what stands for it might be. */
  protected deletion(argument: Node): void {
    this.surroundings.tellStrictness();
    this.deletesValues ||= !PLACES.has(argument.type);
    if (argument.type === "Identifier") this.target(argument, false);
    else this.visit(argument);
  }

  private pattern(node: Node, leaf: (identifier: ESTree.Identifier) => void): void {
    switch (node.type) {
      case "Identifier":
        leaf(node);
        return;
      case "ParenthesizedExpression":
        this.pattern(node.expression, leaf);
        return;
      case "MemberExpression":
        this.target(node, false);
        return;
      case "AssignmentPattern":
        this.pattern(node.left, leaf);
        if (node.right !== undefined) this.visit(node.right);
        return;
      case "RestElement":
        this.pattern(node.argument, leaf);
        return;
      case "ArrayPattern":
        for (const element of node.elements) if (element !== null) this.pattern(element, leaf);
        return;
      case "ObjectPattern":
        for (const property of node.properties) {
          if (property.type === "RestElement") this.pattern(property, leaf);
          else {
            if (property.computed) this.visit(property.key);
            this.propertyName(property.key, true);
            this.pattern(property.value, leaf);
          }
        }
        return;
      default:
        this.visit(node);
    }
  }

  protected reference(identifier: ESTree.Identifier): Binding | undefined {
    const { name } = identifier;
    const found = this.resolved(name);
    if (found !== undefined) {
      found.references++;
      this.places.used(identifier, found, this.scope, this.#home);
      this.#bindingOf.set(identifier, found);
      return found;
    }
    if (name === "arguments" && this.surroundings.useArguments()) return undefined;
    this.#freeOf.set(identifier, this.#freeName(name));
    return undefined;
  }

  #freeName(name: string): FreeName {
    const known = this.#freeNames.get(name);
    if (known !== undefined) return known;
    const free = { name, origin: "" };
    this.#freeNames.set(name, free);
    return free;
  }

  /**
   * The binding that a name means here. A name that crosses the edge of a function in which a nested block declares a
   * function of that name may mean that function in sloppy code (ECMA-262, B.3.2): nothing of that name is renamed.
   */
  private resolved(name: string): Binding | undefined {
    for (let scope: Scope | undefined = this.scope; scope !== undefined; scope = scope.parent) {
      if (scope.blockFunctions?.has(name)) {
        this.#ambiguous.add(name);
        this.surroundings.tellStrictness();
      }
      const found = scope.bindings.get(name);
      if (found === undefined) continue;
      this.#home = scope;
      return found;
    }
    return undefined;
  }

  /** A member of an object, which is read or only written. */
  protected member(node: ESTree.MemberExpression, isRead: boolean): void {
    this.propertyName(node.property, isRead);
    if (isRead) this.textRead(node);
    this.visit(node.object);
    this.visit(node.property);
  }

  /** `f.toString` of one of the code's own functions. What else has a text is not looked for. */
  private textRead({ object, property }: ESTree.MemberExpression): void {
    if (property.type !== "Literal" || property.value !== "toString") return;
    this.surroundings.traits.asksTexts = true;
    const isOwn =
      object.type === "Identifier" ? this.resolved(object.name)?.holdsFunction : isFunction(object);
    if (isOwn) this.surroundings.traits.readsTexts = true;
  }

  private propertyName(key: Node, isRead: boolean): void {
    const name = keyText(key);
    // To write `this.name` shows no function's name, whatever it is.
    if (name === "name" && isRead) this.surroundings.traits.readsNames = true;
    // `arguments.callee`, `f.caller` and `f.arguments` throw for strict functions.
    if (name === "callee" || name === "caller" || name === "arguments") {
      this.surroundings.tellStrictness();
      this.surroundings.traits.usesArguments = true;
    }
  }

  // Labels and private names

  protected labelled(node: ESTree.LabeledStatement): void {
    const label = binding(node.label.name, "label");
    this.#bindingOf.set(node.label, label);
    const outer = this.labels;
    this.labels = [...outer, label];
    this.visit(node.body);
    this.labels = outer;
  }

  protected jump({ label }: ESTree.BreakStatement | ESTree.ContinueStatement): void {
    const target = label && this.labels.findLast(({ name }) => name === label.name);
    if (label && target) this.#bindingOf.set(label, target);
  }

  protected privateName(node: ESTree.PrivateIdentifier): void {
    const declared = this.privateNames.findLast((names) => names.has(node.name))?.get(node.name);
    if (declared !== undefined) this.#bindingOf.set(node, declared);
    else this.surroundings.traits.usesSurroundings = true;
  }
}

/** The property that a key names, as far as it is written out. */
function keyText(key: Node): string | undefined {
  if (key.type === "Literal") return String(key.value);
  const isPlain = key.type === "TemplateLiteral" && key.expressions.length === 0;
  return isPlain ? (key.quasis[0]?.value.cooked ?? undefined) : undefined;
}
