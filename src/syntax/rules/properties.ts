// Rules about the names of properties.

import type { ESTree } from "meriyah";
import { type Rule, rule } from "../rule.ts";
import { type Node, rangeOf } from "../tree.ts";

const literalNames = rule({
  name: "computed literal names",
  statement: "`a['b']` is `a.b`, and `{ ['b']: c }` is `{ b: c }`",
  condition:
    "13.3.2, 13.2.5.5: the property key of a literal is known; not for `__proto__` in an object (B.3.1), nor for " +
    "`constructor` and `prototype` in a class (15.7.1), which only mean something special when not computed",
  same: ["a => a['b'] + a[1]", 'a => a.b + a["1"]'],
  different: ["a => ({ ['__proto__']: a })", "a => ({ __proto__: a })"],
  on: ["MemberExpression", "Property", "MethodDefinition", "PropertyDefinition", "AccessorProperty"],
  rewritten: (node) => {
    const key = node.type === "MemberExpression" ? node.property : node.key;
    if (!node.computed || key === null) return undefined;
    const name = literalName(key);
    if (name === undefined) return undefined;
    const literal: ESTree.StringLiteral = { type: "Literal", value: name, ...rangeOf(key) };
    if (node.type === "MemberExpression") return { ...node, computed: false, property: literal };
    const special = node.type === "Property" ? ["__proto__"] : ["constructor", "prototype"];
    if (special.includes(name)) return undefined;
    return { ...node, computed: false, key: literal };
  },
});

const shorthandProperties = rule({
  name: "shorthand properties",
  statement: "`{ a }` is `{ a: a }`",
  condition:
    "13.2.5.5: both read the variable; but `{ __proto__ }` makes a property where `{ __proto__: v }` sets the prototype",
  same: ["a => ({ a })", "a => ({ a: a })"],
  different: ["__proto__ => ({ __proto__ })", "__proto__ => ({ __proto__: __proto__ })"],
  on: ["ObjectExpression", "ObjectPattern"],
  rewritten: (node) => {
    const isPattern = node.type === "ObjectPattern";
    const expands = (each: Node): each is ESTree.Property =>
      each.type === "Property" && each.shorthand && (isPattern || literalName(each.key) !== "__proto__");
    if (!node.properties.some(expands)) return undefined;
    const expanded = <P extends Node>(each: P): P => (expands(each) ? { ...each, shorthand: false } : each);
    return isPattern
      ? { ...node, properties: node.properties.map(expanded) }
      : { ...node, properties: node.properties.map(expanded) };
  },
});

/** The rules of this topic, in the order in which they are tried at a node. */
export const PROPERTIES: readonly Rule[] = [literalNames, shorthandProperties];

/** The property that a literal names, or undefined for what is no literal or has no one spelling. */
function literalName(key: Node): string | undefined {
  if (key.type !== "Literal" || "regex" in key) return undefined;
  return typeof key.value === "string" || typeof key.value === "number" ? String(key.value) : undefined;
}
