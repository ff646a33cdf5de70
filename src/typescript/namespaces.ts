// What a namespace becomes: a function that fills an object. What it exports as a variable lives in that object, so its uses
// are looked up there; scope analysis tells which names mean it.

import { scopes } from "../syntax/scopes.ts";
import {
  boundIdentifiers,
  type FunctionNode,
  mapped,
  type Node,
  type NodeOf,
  rangeOf,
} from "../syntax/tree.ts";
import { assignment, identifier, made, member, statement } from "./build.ts";

/** A namespace of the file, or one of several parts of it. */
export class Namespace {
  readonly name: string;
  /** The names of this and all namespaces around it: parts of one namespace have the same. */
  readonly path: string;
  /** Everything that this part exports. */
  readonly names: Set<string> = new Set();
  /** The identifiers that declare its exported variables. */
  readonly variables: Set<Node> = new Set();

  constructor(name: string, outer: Namespace | undefined) {
    this.name = name;
    this.path = outer === undefined ? name : `${outer.path}.${name}`;
  }

  /** Notes that this part exports a name; gives the name of the object that holds it. */
  shared(name: string): string {
    this.names.add(name);
    return this.name;
  }

  /** What becomes of a declaration that this namespace exports. */
  exported(node: Node): readonly Node[] {
    if (node.type === "VariableDeclaration") {
      for (const { id } of node.declarations) {
        for (const variable of boundIdentifiers(id)) {
          this.variables.add(variable);
          this.names.add(variable.name);
        }
      }
      return [node];
    }
    if (node.type !== "FunctionDeclaration" && node.type !== "ClassDeclaration") return [node];
    const name = node.id?.name ?? "";
    this.names.add(name);
    const at = rangeOf(node);
    const target = member(identifier(this.name, at), name, at);
    return [node, statement(assignment(target, identifier(name, at), at), at)];
  }
}

/** The function that a namespace or an enum became, if a node is one. */
export function generatedBy<T>(node: Node, all: ReadonlyMap<Node, T>): T | undefined {
  const [parameter] = node.type === "FunctionExpression" ? node.params : [];
  return parameter === undefined ? undefined : all.get(parameter);
}

/** The tree in which every use of an exported variable of a namespace goes through the namespace's object. */
export function withNamespaceObjects(root: Node, namespaces: Map<Node, Namespace>): Node {
  if (namespaces.size === 0) return root;
  const rewrite = (node: Node): Node => {
    const inner = mapped(node, rewrite);
    const namespace = generatedBy(inner, namespaces);
    if (namespace === undefined || inner.type !== "FunctionExpression") return inner;
    return withObject(inner, namespace, namespaces);
  };
  return rewrite(root);
}

function withObject(root: FunctionNode, namespace: Namespace, namespaces: Map<Node, Namespace>): Node {
  const others = [...namespaces.values()].filter(
    (each) => each !== namespace && each.path === namespace.path,
  );
  // What other parts of the namespace export, which this one sees too.
  const elsewhere = new Set(others.flatMap(({ names }) => [...names]));
  const { bindingOf, freeOf } = scopes({ kind: "function", root, key: undefined, text: "", offset: 0 });
  const variables = new Set([...namespace.variables].map((each) => bindingOf.get(each)));
  const [parameter] = root.params;
  const own = parameter && bindingOf.get(parameter);
  const isTaken = [...bindingOf.values()].some((each) => each !== own && each.name === namespace.name);
  // tsc's way out when something within has the namespace's name.
  const name = isTaken ? `${namespace.name}_1` : namespace.name;

  const isShared = (node: Node): boolean => {
    const binding = bindingOf.get(node);
    if (binding !== undefined) return variables.has(binding);
    return elsewhere.has(freeOf.get(node)?.name ?? "");
  };
  const renamed = (node: Node): Node => {
    const after = identifier(name, rangeOf(node));
    if (node === parameter) namespaces.set(after, namespace);
    return after;
  };
  const rewrite = (node: Node): Node => {
    switch (node.type) {
      case "Identifier":
        if (isShared(node)) return member(identifier(name, rangeOf(node)), node.name, rangeOf(node));
        return isTaken && own !== undefined && bindingOf.get(node) === own ? renamed(node) : node;
      case "Property": {
        const after = mapped(node, rewrite);
        return after === node ? node : made("Property", rangeOf(node), { ...after, shorthand: false });
      }
      case "VariableDeclaration": {
        const isExported = node.declarations.some(({ id }) => boundIdentifiers(id).some(isShared));
        return isExported ? assignments(node, rewrite) : mapped(node, rewrite);
      }
      default:
        return mapped(node, rewrite);
    }
  };
  return rewrite(root);
}

/** The declaration of exported variables, as one statement that assigns them. */
function assignments(node: NodeOf<"VariableDeclaration">, rewrite: (node: Node) => Node): Node {
  const at = rangeOf(node);
  const expressions = node.declarations.flatMap(({ id, init }) =>
    init === null ? [] : [assignment(rewrite(id), rewrite(init), rangeOf(id))],
  );
  const [only] = expressions;
  if (only === undefined) return made("EmptyStatement", at, {});
  return statement(expressions.length === 1 ? only : made("SequenceExpression", at, { expressions }), at);
}
