// The erasure of single nodes: expressions, patterns, functions, classes. Fields that the table of shapes does not name are
// left behind, and most types with them.

import { childOf, type Node, type Shape, shapeOf } from "../syntax/tree.ts";
import { type Annotation, type AnnotationPlace, annotationOf } from "./annotations.ts";
import { identifier, made } from "./build.ts";
import { withParameterDecorators, withParameterProperties } from "./constructors.ts";
import { isRuntimeMember, runtimeParameters } from "./runtime-parts.ts";
import {
  childIn,
  isSourceNode,
  listIn,
  nameIn,
  nodesIn,
  partIn,
  type SourceNode,
  valueIn,
} from "./source.ts";

/** The error for a construct that this version does not know, at an offset into the source. */
export type Unreadable = (at: number, what: string) => Error;

/** Erases whatever is no list of statements; those are for whoever knows where they stand. */
export abstract class ErasedNodes {
  readonly annotations: Annotation[] = [];
  readonly #text: string;
  readonly #unreadable: Unreadable;

  constructor(text: string, unreadable: Unreadable) {
    this.#text = text;
    this.#unreadable = unreadable;
  }

  /** The statements of a block that run; one of the source may become none, or several. */
  abstract block(statements: readonly SourceNode[]): readonly Node[];

  /** An expression, a pattern, a member of a class, or a statement that is neither type nor export. */
  readonly node = (source: SourceNode): Node => {
    switch (source.type) {
      case "TSAsExpression":
      case "TSSatisfiesExpression":
      case "TSTypeAssertion":
        this.#annotate(source, "assertion");
        return this.node(partIn(source, "expression"));
      case "TSNonNullExpression":
      case "TSInstantiationExpression":
        return this.node(partIn(source, "expression"));
      case "Identifier":
        this.#annotate(source, "variable");
        return identifier(nameIn(source) ?? "", source);
      case "PrivateIdentifier":
        return made("PrivateIdentifier", source, { name: valueIn(source, "name") });
      case "Literal":
        return literal(source);
      case "TemplateElement":
        return made("TemplateElement", source, {
          value: valueIn(source, "value"),
          tail: valueIn(source, "tail"),
        });
      case "FunctionDeclaration":
      case "FunctionExpression":
      case "ArrowFunctionExpression":
        return this.#function(source);
      case "ClassBody":
        return this.#classBody(source);
      case "ClassDeclaration":
      case "ClassExpression":
        return withParameterDecorators(this.#generic(source), source, this.node);
      case "BlockStatement":
      case "StaticBlock":
        return made(source.type, source, { body: this.block(nodesIn(source, "body")) });
      case "SwitchCase": {
        const test = childIn(source, "test");
        const consequent = this.block(nodesIn(source, "consequent"));
        return made("SwitchCase", source, { test: test === undefined ? null : this.node(test), consequent });
      }
      case "AssignmentExpression":
      case "AssignmentPattern":
        return this.#assignment(source);
      default:
        return this.#generic(source);
    }
  };

  /** Every field that JavaScript's nodes of this type have. */
  #generic(source: SourceNode): Node {
    const { type } = source;
    const { children, scalars } = this.#shape(source);
    const fields: Record<string, unknown> = {};
    for (const field of scalars) {
      const value = valueIn(source, field);
      if (value !== null || field === "phase") fields[field] = value;
    }
    for (const field of children) {
      const value = valueIn(source, field);
      if (Array.isArray(value)) fields[field] = listIn(source, field).map((each) => each && this.node(each));
      else fields[field] = isSourceNode(value) ? this.node(value) : null;
    }
    this.#annotate(
      source,
      type === "PropertyDefinition" || type === "AccessorProperty" ? "field" : "variable",
    );
    return made(type, source, fields);
  }

  #shape(source: SourceNode): Shape {
    try {
      // Only the type decides about the shape.
      return shapeOf(made(source.type, source, {}));
    } catch {
      const isJSX = source.type.startsWith("JSX");
      throw this.#unreadable(
        source.start,
        isJSX ? "JSX is not supported yet" : `unknown syntax ${source.type}`,
      );
    }
  }

  /**
   * The parser drops parentheses around targets, and with them the one pair that means something: `(f) = function () {}`
   * does not name the function. Around a type assertion they are no more than its punctuation.
   */
  #assignment(source: SourceNode): Node {
    const node = this.#generic(source);
    const left = partIn(source, "left");
    const isParameter = nodesIn(source, "decorators").length > 0;
    if (left.type !== "Identifier" || left.start === source.start || isParameter) return node;
    const target = childOf(node, "left");
    return made(source.type, source, {
      ...node,
      left: made("ParenthesizedExpression", left, { expression: target }),
    });
  }

  #function(source: SourceNode): Node {
    this.#annotate(source, "return", "returnType");
    const body = partIn(source, "body");
    const id = childIn(source, "id");
    return made(source.type, source, {
      id: id === undefined ? null : this.node(id),
      params: runtimeParameters(source).map(this.node),
      body: this.node(body),
      async: valueIn(source, "async"),
      generator: valueIn(source, "generator"),
      expression: source.type === "ArrowFunctionExpression" && body.type !== "BlockStatement",
    });
  }

  #classBody(source: SourceNode): Node {
    const members = nodesIn(source, "body").filter(isRuntimeMember);
    const body = members.map((each) => withParameterDecorators(this.node(each), each, this.node));
    return made("ClassBody", source, { body: withParameterProperties(body, members) });
  }

  #annotate(source: SourceNode, place: AnnotationPlace, field?: string): void {
    const found = annotationOf(source, place, this.#text, field);
    if (found !== undefined) this.annotations.push(found);
  }
}

function literal(source: SourceNode): Node {
  const regex = valueIn(source, "regex");
  const bigint = valueIn(source, "bigint");
  if (typeof regex === "object" && regex !== null) return made("Literal", source, { value: null, regex });
  if (typeof bigint === "string") return made("Literal", source, { value: BigInt(bigint) });
  return made("Literal", source, { value: valueIn(source, "value") });
}
