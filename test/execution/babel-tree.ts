// From the trees of src/syntax/ to trees that Babel prints. Babel splits what ESTree joins (literals by type, methods from
// properties, optional chains from plain ones), and that is all this file knows; names come from the caller.

import { childOf, isList, type Node, type NodeOf, scalarOf, shapeOf } from "../../src/syntax/tree.ts";

/** A node of Babel's tree. */
export interface BabelNode {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** The name under which an identifier is printed. */
export type NameOf = (node: NodeOf<"Identifier" | "PrivateIdentifier">) => string;

/** Makes Babel's trees from ours, every name passed through `nameOf`. */
export class BabelTree {
  readonly #nameOf: NameOf;

  constructor(nameOf: NameOf) {
    this.#nameOf = nameOf;
  }

  /** Babel's node for one of ours. */
  node(node: Node): BabelNode {
    switch (node.type) {
      case "Identifier":
        return identifier(this.#nameOf(node));
      case "PrivateIdentifier":
        return { type: "PrivateName", id: identifier(this.#nameOf(node)) };
      case "Literal":
        return literal(node);
      case "TemplateLiteral":
        return this.#template(node, false);
      case "TaggedTemplateExpression":
        return { type: node.type, tag: this.node(node.tag), quasi: this.#template(node.quasi, true) };
      case "Property":
        return this.#property(node);
      case "MethodDefinition":
        return this.#method(node);
      case "PropertyDefinition":
        return this.#field(
          node,
          node.key?.type === "PrivateIdentifier" ? "ClassPrivateProperty" : "ClassProperty",
        );
      case "AccessorProperty":
        return this.#field(node, "ClassAccessorProperty");
      case "FunctionDeclaration":
      case "FunctionExpression":
        return { ...this.#copy(node), body: node.body ? this.#body(node.body) : null };
      case "ArrowFunctionExpression": {
        const isBlock = node.body.type === "BlockStatement";
        return {
          ...this.#copy(node),
          body: node.body.type === "BlockStatement" ? this.#body(node.body) : this.node(node.body),
          expression: !isBlock,
        };
      }
      case "ExpressionStatement":
        return { type: node.type, expression: notDirective(this.node(node.expression)) };
      case "MemberExpression":
        return this.#member(node);
      case "ChainExpression":
        return this.#chain(node.expression);
      case "MetaProperty":
        return {
          type: node.type,
          meta: identifier(node.meta.name),
          property: identifier(node.property.name),
        };
      default:
        return this.#copy(node);
    }
  }

  /** A function as a method whose key is one letter: `m(a) { … }`, whatever its `async` and `*`. */
  methodTail(node: NodeOf<"FunctionExpression">): BabelNode {
    return {
      type: "ObjectMethod",
      kind: "method",
      key: identifier("m"),
      computed: false,
      params: this.#list(node.params),
      body: node.body ? this.#body(node.body) : null,
    };
  }

  /** The same type with the same fields. */
  #copy(node: Node): BabelNode {
    const { children, scalars } = shapeOf(node);
    const copy: { type: string; [field: string]: unknown } = { type: node.type };
    for (const field of scalars) copy[field] = scalarOf(node, field);
    for (const field of children) {
      const child = childOf(node, field);
      if (child === null || child === undefined) copy[field] = null;
      else copy[field] = isList(child) ? this.#list(child) : this.node(child);
    }
    return copy;
  }

  #list(list: readonly (Node | null)[]): readonly (BabelNode | null)[] {
    return list.map((each) => (each === null ? null : this.node(each)));
  }

  /** A function's body, its directives apart. */
  #body(block: NodeOf<"BlockStatement">): BabelNode {
    const directives = block.body.flatMap((each) =>
      each.type === "ExpressionStatement" && typeof each.directive === "string"
        ? [{ type: "Directive", value: { type: "DirectiveLiteral", value: each.directive } }]
        : [],
    );
    const rest = block.body.filter(
      (each) => each.type !== "ExpressionStatement" || typeof each.directive !== "string",
    );
    return { type: "BlockStatement", directives, body: this.#list(rest) };
  }

  #template(node: NodeOf<"TemplateLiteral">, isTagged: boolean): BabelNode {
    const quasis = node.quasis.map(({ value }, index) => {
      const raw = isTagged ? value.raw : escapedTemplate(value.cooked ?? "");
      return {
        type: "TemplateElement",
        value: { raw, cooked: value.cooked },
        tail: index === node.quasis.length - 1,
      };
    });
    return { type: node.type, quasis, expressions: this.#list(node.expressions) };
  }

  #property(node: NodeOf<"Property">): BabelNode {
    const { computed, shorthand } = node;
    const key = this.#key(node.key, computed);
    const { value } = node;
    if (value.type === "FunctionExpression" && (node.method || node.kind !== "init")) {
      const kind = node.kind === "init" ? "method" : node.kind;
      return { ...this.node(value), type: "ObjectMethod", kind, key, computed };
    }
    // The key of a shorthand is the variable's name, so its variable keeps it.
    return { type: "ObjectProperty", key, value: this.node(value), computed, shorthand };
  }

  #method(node: NodeOf<"MethodDefinition">): BabelNode {
    const isPrivate = node.key?.type === "PrivateIdentifier";
    return {
      ...this.node(node.value),
      type: isPrivate ? "ClassPrivateMethod" : "ClassMethod",
      kind: node.kind,
      key: this.#key(node.key, node.computed),
      computed: node.computed,
      static: node.static,
      decorators: this.#list(node.decorators ?? []),
    };
  }

  #field(node: NodeOf<"PropertyDefinition" | "AccessorProperty">, type: string): BabelNode {
    return {
      type,
      key: this.#key(node.key, node.computed),
      value: node.value === null ? null : this.node(node.value),
      computed: node.computed,
      static: node.static,
      decorators: this.#list(node.decorators ?? []),
    };
  }

  #key(key: Node | null, computed: boolean): BabelNode {
    if (key === null) throw new TypeError("a member of a class without a name");
    return computed ? this.node(key) : (propertyName(key) ?? this.node(key));
  }

  // Members and chains

  #member(node: NodeOf<"MemberExpression">): BabelNode {
    return { type: node.type, object: this.node(node.object), ...this.#access(node) };
  }

  #access({ property, computed }: NodeOf<"MemberExpression">): Omit<BabelNode, "type"> {
    const name = computed ? undefined : propertyName(property);
    if (computed) return { property: this.node(property), computed };
    return {
      property: name ?? this.node(property),
      computed: name !== undefined && name.type !== "Identifier",
    };
  }

  /** The links of a chain from its end down to its first `?.` are optional ones; what is below is plain. */
  #chain(node: Node): BabelNode {
    const next = linkBelow(node);
    if (next === undefined) return this.node(node);
    const isOptional =
      (node.type === "MemberExpression" || node.type === "CallExpression") && node.optional === true;
    const isWithin = isOptional || hasOptionalLink(next);
    if (!isWithin) return this.node(node);
    const below = this.#chain(next);
    if (node.type === "MemberExpression") {
      return { type: "OptionalMemberExpression", object: below, ...this.#access(node), optional: isOptional };
    }
    if (node.type === "CallExpression") {
      const args = this.#list(node.arguments);
      return { type: "OptionalCallExpression", callee: below, arguments: args, optional: isOptional };
    }
    return this.node(node);
  }
}

function linkBelow(node: Node): Node | undefined {
  if (node.type === "MemberExpression") return node.object;
  return node.type === "CallExpression" ? node.callee : undefined;
}

/** Whether a chain has a `?.` at this link or below; another chain within parentheses is not part of it. */
function hasOptionalLink(node: Node): boolean {
  for (let link: Node | undefined = node; link !== undefined; link = linkBelow(link)) {
    if ((link.type === "MemberExpression" || link.type === "CallExpression") && link.optional) return true;
  }
  return false;
}

function identifier(name: string): BabelNode {
  return { type: "Identifier", name };
}

/** The name of a property as it is written without brackets; undefined for a private one. */
function propertyName(key: Node): BabelNode | undefined {
  if (key.type !== "Literal" || typeof key.value !== "string") return undefined;
  return /^[A-Za-z_$][\w$]*$/.test(key.value)
    ? identifier(key.value)
    : { type: "StringLiteral", value: key.value };
}

function literal(node: NodeOf<"Literal">): BabelNode {
  if ("regex" in node) return { type: "RegExpLiteral", ...node.regex };
  const { value } = node;
  switch (typeof value) {
    case "string":
      return { type: "StringLiteral", value };
    case "boolean":
      return { type: "BooleanLiteral", value };
    case "bigint":
      return { type: "BigIntLiteral", value: String(value) };
    case "number":
      return number(value);
    default:
      return { type: "NullLiteral" };
  }
}

/** A number; one that no literal spells is printed as an expression with the same value. */
function number(value: number): BabelNode {
  if (Object.is(value, -0) || value < 0) {
    return { type: "UnaryExpression", operator: "-", prefix: true, argument: number(-value) };
  }
  if (Number.isNaN(value)) {
    return { type: "BinaryExpression", operator: "/", left: number(0), right: number(0) };
  }
  // Babel prints what is no finite number by name, and a name may be shadowed.
  const raw = value === Number.POSITIVE_INFINITY ? "1e999" : String(value);
  return { type: "NumericLiteral", value, extra: { raw, rawValue: value } };
}

/** A statement that only begins like a directive stays none. */
function notDirective(expression: BabelNode): BabelNode {
  return expression.type === "StringLiteral" ? { type: "ParenthesizedExpression", expression } : expression;
}

function escapedTemplate(cooked: string): string {
  return cooked.replace(/[\\`]|\$(?=\{)/g, "\\$&").replace(/\r/g, "\\r");
}
