// What TypeScript lets a constructor's parameters say about the class: properties, and decorators.

import type { Node, NodeOf } from "../syntax/tree.ts";
import { assignment, block, call, constant, identifier, made, member, statement } from "./build.ts";
import { runtimeParameters } from "./runtime-parts.ts";
import { childIn, nameIn, nodesIn, partIn, type SourceNode, valueIn } from "./source.ts";

type Erase = (source: SourceNode) => Node;

/**
 * The members of a class, with fields for the parameter properties of its constructor, which assigns them as soon as `this`
 * exists: `constructor(readonly x) {}` is `x; constructor(x) { this.x = x }` where fields are defined, as ECMAScript does.
 */
export function withParameterProperties(
  body: readonly Node[],
  members: readonly SourceNode[],
): readonly Node[] {
  const properties = parameterProperties(members);
  if (properties.length === 0) return body;
  const fields = properties.map((each) =>
    made("PropertyDefinition", each, {
      decorators: [],
      key: identifier(parameterName(each), each),
      value: null,
      computed: false,
      static: false,
    }),
  );
  const assigned = body.map((each) =>
    each.type === "MethodDefinition" && each.kind === "constructor" ? assigning(each, properties) : each,
  );
  return [...fields, ...assigned];
}

function parameterProperties(members: readonly SourceNode[]): readonly SourceNode[] {
  const method = members.find(isConstructor);
  if (method === undefined) return [];
  return nodesIn(partIn(method, "value"), "params").filter(({ type }) => type === "TSParameterProperty");
}

function isConstructor(member: SourceNode): boolean {
  return member.type === "MethodDefinition" && valueIn(member, "kind") === "constructor";
}

function parameterName(property: SourceNode): string {
  const parameter = partIn(property, "parameter");
  return nameIn(parameter.type === "AssignmentPattern" ? partIn(parameter, "left") : parameter) ?? "";
}

/** The constructor with its assignments: behind the call of `super`, or behind the directives. */
function assigning(method: NodeOf<"MethodDefinition">, properties: readonly SourceNode[]): Node {
  const { value } = method;
  const statements: readonly Node[] = value.body?.body ?? [];
  const superCall = statements.findIndex(isSuperCall);
  const directives = statements.findIndex(
    (each) => each.type !== "ExpressionStatement" || each.directive === undefined,
  );
  const place = superCall >= 0 ? superCall + 1 : directives >= 0 ? directives : statements.length;
  const assignments = properties.map((each) => {
    const name = parameterName(each);
    const target = member(thisAt(each), name, each);
    return statement(assignment(target, identifier(name, each), each), each);
  });
  const body = [...statements.slice(0, place), ...assignments, ...statements.slice(place)];
  const at = { start: value.start ?? 0, end: value.end ?? 0 };
  return made(
    "MethodDefinition",
    { start: method.start ?? 0, end: method.end ?? 0 },
    {
      ...method,
      value: made(value.type, at, { ...value, body: block(body, at) }),
    },
  );
}

function thisAt({ start, end }: SourceNode): NodeOf<"ThisExpression"> {
  return { type: "ThisExpression", start, end };
}

function isSuperCall(node: Node): boolean {
  if (node.type !== "ExpressionStatement") return false;
  let expression: Node = node.expression;
  while (expression.type === "ParenthesizedExpression") ({ expression } = expression);
  return expression.type === "CallExpression" && expression.callee.type === "Super";
}

/**
 * A method, or a class, with the decorators of the parameters (of its constructor) added to its own, in the form that tools
 * give them: `m(@d x) {}` is `@__param(0, d) m(x) {}`.
 */
export function withParameterDecorators(node: Node, source: SourceNode, erase: Erase): Node {
  const method = source.type.startsWith("Class")
    ? nodesIn(partIn(source, "body"), "body").find((each) => isConstructor(each) && isImplementation(each))
    : source;
  if (method?.type !== "MethodDefinition" || (method === source && isConstructor(method))) return node;
  const decorators = runtimeParameters(partIn(method, "value")).flatMap((parameter, index) =>
    parameterDecorators(parameter, method).map((decorator) => {
      const args = [constant(index, decorator), erase(partIn(decorator, "expression"))];
      const expression = call(identifier("__param", decorator), args, decorator);
      return made("Decorator", decorator, { expression });
    }),
  );
  if (decorators.length === 0 || !("decorators" in node)) return node;
  const own = node.decorators ?? [];
  const at = { start: node.start ?? 0, end: node.end ?? 0 };
  return made(node.type, at, { ...node, decorators: [...own, ...decorators] });
}

function isImplementation(member: SourceNode): boolean {
  return childIn(member, "value")?.type === "FunctionExpression";
}

/** A parameter property bears its parameter's decorators. */
function parameterDecorators(parameter: SourceNode, method: SourceNode): readonly SourceNode[] {
  const property = nodesIn(partIn(method, "value"), "params").find(
    (each) => each.type === "TSParameterProperty" && childIn(each, "parameter") === parameter,
  );
  return nodesIn(property ?? parameter, "decorators");
}
