// A walk over a tree that reports how it uses names: where a value is used, where only an effect is wanted.

import type { FreeName } from "./binding.ts";
import { eachChild, type Node } from "./tree.ts";
import { ANY_KEY, type Use, type Uses } from "./uses.ts";

// What adds to a list, a set or a map, and gives back nothing that was there before.
const APPENDING: ReadonlySet<string> = new Set(["push", "unshift", "add", "set"]);

const LOGICAL: ReadonlySet<string> = new Set(["&&=", "||=", "??="]);

/** A chain of properties that begins at a name. */
interface Chain {
  readonly name: FreeName;
  readonly path: readonly string[];
}

export class UseWalk {
  module: Uses["module"] = "none";
  readonly #nameOf: (node: Node) => FreeName | undefined;
  readonly #report: (name: FreeName, use: Use) => void;

  constructor(nameOf: (node: Node) => FreeName | undefined, report: (name: FreeName, use: Use) => void) {
    this.#nameOf = nameOf;
    this.#report = report;
  }

  readonly #visit = (node: Node): void => this.value(node);

  /** An expression whose value is used, or anything that is no expression. */
  value(node: Node): void {
    switch (node.type) {
      case "Identifier":
      case "MemberExpression":
        this.#read(node, "value");
        return;
      case "Literal":
        return;
      case "CallExpression":
        this.#read(node.callee, "call");
        if (this.#chain(node.callee)?.name.name === "require") this.#module(isBare(node.arguments[0]));
        for (const argument of node.arguments) this.value(argument);
        return;
      case "ImportExpression":
        this.#module(isBare(node.source));
        this.value(node.source);
        return;
      case "MetaProperty":
        if (node.meta.name === "import") this.#module(false);
        return;
      case "TaggedTemplateExpression":
        this.#read(node.tag, "call");
        this.value(node.quasi);
        return;
      case "ExpressionStatement":
        this.#effect(node.expression);
        return;
      case "ForStatement":
        for (const part of [node.init, node.update]) if (part !== null) this.#effect(part);
        for (const part of [node.test, node.body]) if (part !== null) this.value(part);
        return;
      case "ForInStatement":
      case "ForOfStatement":
        if (node.left.type === "VariableDeclaration") this.value(node.left);
        else this.#target(node.left);
        this.value(node.right);
        this.value(node.body);
        return;
      case "SequenceExpression":
        for (const each of node.expressions.slice(0, -1)) this.#effect(each);
        for (const last of node.expressions.slice(-1)) this.value(last);
        return;
      case "AssignmentExpression":
        // The value of `a = b` is that of `b`; the value of `a += b` is made from `a`.
        if (node.operator === "=") this.#target(node.left);
        else this.value(node.left);
        this.value(node.right);
        return;
      case "VariableDeclarator":
        if (node.init === null) this.#target(node.id);
        else this.#declared(node.id, node.init);
        return;
    }
    eachChild(node, this.#visit);
  }

  #module(isAddress: boolean): void {
    if (!isAddress) this.module = "content";
    else if (this.module === "none") this.module = "address";
  }

  /** An expression whose value nobody uses. */
  #effect(node: Node): void {
    switch (node.type) {
      case "AssignmentExpression":
        // Whether the right side of `a ||= b` runs depends on `a`.
        if (LOGICAL.has(node.operator)) this.value(node.left);
        else this.#target(node.left);
        this.value(node.right);
        return;
      case "UpdateExpression":
        this.#target(node.argument);
        return;
      case "UnaryExpression":
        if (node.operator === "void") this.#effect(node.argument);
        else this.value(node);
        return;
      case "SequenceExpression":
        for (const each of node.expressions) this.#effect(each);
        return;
      case "LogicalExpression":
        this.value(node.left);
        this.#effect(node.right);
        return;
      case "ConditionalExpression":
        this.value(node.test);
        this.#effect(node.consequent);
        this.#effect(node.alternate);
        return;
      case "CallExpression": {
        const chain = this.#chain(node.callee);
        const method = chain?.path.at(-1);
        if (chain === undefined || method === undefined || !APPENDING.has(method)) return this.value(node);
        this.#report(chain.name, { path: chain.path, how: "append" });
        for (const argument of node.arguments) this.value(argument);
        return;
      }
      default:
        this.value(node);
    }
  }

  /** A pattern that is assigned. */
  #target(node: Node): void {
    switch (node.type) {
      case "Identifier": {
        const name = this.#nameOf(node);
        if (name !== undefined) this.#report(name, { path: [], how: "write" });
        return;
      }
      case "MemberExpression": {
        const chain = this.#chain(node.object);
        if (chain === undefined) this.value(node.object);
        else {
          const key = propertyKey(node.property, node.computed) ?? ANY_KEY;
          this.#report(chain.name, { path: [...chain.path, key], how: "write" });
        }
        if (node.computed) this.value(node.property);
        return;
      }
      case "AssignmentPattern":
        this.#target(node.left);
        if (node.right !== undefined) this.value(node.right);
        return;
      case "Property":
        if (node.computed) this.value(node.key);
        this.#target(node.value);
        return;
      case "ArrayPattern":
      case "ObjectPattern":
      case "RestElement":
      case "ParenthesizedExpression":
        eachChild(node, (child) => this.#target(child));
        return;
      default:
        this.value(node);
    }
  }

  /** `const { a, b } = config` reads two properties of `config`. */
  #declared(pattern: Node, init: Node): void {
    const chain = this.#chain(init);
    const keys = pattern.type === "ObjectPattern" ? pattern.properties.map(writtenKey) : [];
    if (chain === undefined || keys.length === 0 || keys.includes(undefined)) this.value(init);
    else {
      for (const key of keys) {
        if (key !== undefined) this.#report(chain.name, { path: [...chain.path, key], how: "value" });
      }
    }
    this.#target(pattern);
  }

  #read(node: Node, how: "value" | "call"): void {
    if (isAddressOfModule(node)) return this.#module(true);
    const chain = this.#chain(node);
    if (chain !== undefined) this.#report(chain.name, { path: chain.path, how });
    else if (node.type === "MemberExpression" || node.type === "ChainExpression")
      eachChild(node, this.#visit);
    else if (node.type !== "Identifier") this.value(node);
  }

  /** The properties that an expression reads of a name, as far as they are written out. */
  #chain(node: Node): Chain | undefined {
    switch (node.type) {
      case "Identifier": {
        const name = this.#nameOf(node);
        return name && { name, path: [] };
      }
      case "ChainExpression":
        return this.#chain(node.expression);
      case "MemberExpression": {
        const chain = this.#chain(node.object);
        const key = propertyKey(node.property, node.computed);
        return chain && key !== undefined ? { name: chain.name, path: [...chain.path, key] } : undefined;
      }
      default:
        return undefined;
    }
  }
}

/** Whether a specifier names a package or a module of the runtime, which do not change while a program runs. */
function isBare(specifier: Node | undefined): boolean {
  if (specifier?.type !== "Literal" || typeof specifier.value !== "string") return false;
  return (
    /^(?:node:|npm:|jsr:|[\p{ID_Start}@])/u.test(specifier.value) &&
    !/^(?:file|data|blob|https?):/.test(specifier.value)
  );
}

/** `import.meta.url` and its like. */
function isAddressOfModule(node: Node): boolean {
  if (node.type !== "MemberExpression" || node.object.type !== "MetaProperty") return false;
  return ["url", "filename", "dirname", "main"].includes(propertyKey(node.property, node.computed) ?? "");
}

/** The key of a property in a pattern; undefined where it is computed, or means all that is left. */
function writtenKey(property: Node): string | undefined {
  return property.type === "Property" ? propertyKey(property.key, property.computed) : undefined;
}

function propertyKey(key: Node, isComputed: boolean): string | undefined {
  if (key.type !== "Literal" || "regex" in key) return undefined;
  if (typeof key.value === "string") return key.value;
  return isComputed && typeof key.value === "number" ? String(key.value) : undefined;
}
