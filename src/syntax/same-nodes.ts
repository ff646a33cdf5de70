// Whether two small trees say the same, so that one of them can stand for both.

import type { Scopes } from "./binding.ts";
import { childOf, isList, type Node, scalarOf, shapeOf } from "./tree.ts";
import { freeKey } from "./uses.ts";

// Beyond this many nodes nobody writes the same thing twice, and comparing would cost more than it is worth.
const MOST_NODES = 40;

/**
 * Whether two trees are the same, name by name; never for what holds a function, whose own names differ, nor a template with a
 * tag, which sees one object for each place (ECMA-262, 13.2.8.4).
 */
export function areSame(before: Node, after: Node, scopes: Scopes): boolean {
  let left = MOST_NODES;
  const same = (one: Node, other: Node): boolean => {
    if (one.type !== other.type || --left < 0) return false;
    switch (one.type) {
      case "Identifier":
      case "PrivateIdentifier":
        return isSameName(one, other, scopes);
      case "Literal":
        return other.type === "Literal" && isSameLiteral(one, other);
      case "TemplateElement":
        return (
          other.type === "TemplateElement" &&
          one.value.cooked === other.value.cooked &&
          one.value.raw === other.value.raw
        );
      case "FunctionExpression":
      case "ArrowFunctionExpression":
      case "ClassExpression":
      case "FunctionDeclaration":
      case "ClassDeclaration":
      case "VariableDeclaration":
      case "MetaProperty":
      case "LabeledStatement":
      case "TaggedTemplateExpression":
        return false;
    }
    const { scalars, children } = shapeOf(one);
    return (
      scalars.every((field) => (scalarOf(one, field) ?? null) === (scalarOf(other, field) ?? null)) &&
      children.every((field) => {
        const [first, second] = [childOf(one, field) ?? null, childOf(other, field) ?? null];
        if (first === null || second === null) return first === second;
        if (!isList(first)) return !isList(second) && same(first, second);
        return (
          isList(second) &&
          first.length === second.length &&
          first.every((each, index) => {
            const matching = second[index] ?? null;
            return each === null || matching === null ? each === matching : same(each, matching);
          })
        );
      })
    );
  };
  return same(before, after);
}

/** Whether two identifiers mean one variable. */
export function isSameName(one: Node, other: Node, { bindingOf, freeOf }: Scopes): boolean {
  const binding = bindingOf.get(one);
  if (binding !== undefined) return binding === bindingOf.get(other);
  const [first, second] = [freeOf.get(one), freeOf.get(other)];
  return first !== undefined && second !== undefined && freeKey(first) === freeKey(second);
}

function isSameLiteral(one: Node, other: Node): boolean {
  if (one.type !== "Literal" || other.type !== "Literal") return false;
  // Two patterns are two objects, but each evaluation makes its own anyway.
  if ("regex" in one || "regex" in other)
    return (
      "regex" in one &&
      "regex" in other &&
      one.regex.pattern === other.regex.pattern &&
      one.regex.flags === other.regex.flags
    );
  return Object.is(one.value, other.value);
}
