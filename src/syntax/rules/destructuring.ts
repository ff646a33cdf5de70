// Rules about patterns that take values out of objects.

import type { ESTree } from "meriyah";
import { type Rule, rule } from "../rule.ts";
import { rangeOf } from "../tree.ts";

const onePropertyPatterns = rule({
  name: "patterns of one property",
  statement: "`const { a } = b` is `const a = b.a`, and `const { a: c } = b` is `const c = b.a`",
  condition:
    "14.3.3.3, 8.6.2, 13.3.2: the value is evaluated, must be an object or have one, and its property is read; not with a default, " +
    "a rest, a computed key or a pattern within, nor for `{}`, which reads nothing",
  same: [
    "(a, b) => { const { c } = a(b); return b(c, c) }",
    "(a, b) => { const c = a(b).c; return b(c, c) }",
  ],
  different: [
    "(a, b) => { const { c = 1 } = a(b); return b(c, c) }",
    "(a, b) => { const c = a(b).c; return b(c, c) }",
  ],
  on: ["VariableDeclarator"],
  rewritten: (node) => {
    const { id, init } = node;
    if (id.type !== "ObjectPattern" || init === null) return undefined;
    const [only, ...more] = id.properties;
    if (only?.type !== "Property" || only.computed || more.length > 0) return undefined;
    const { key, value } = only;
    if (value.type !== "Identifier" || key.type !== "Literal" || typeof key.value !== "string")
      return undefined;
    const read: ESTree.MemberExpression = {
      type: "MemberExpression",
      object: init,
      property: key,
      computed: false,
      optional: false,
      ...rangeOf(init),
    };
    return { ...node, id: value, init: read };
  },
});

/** The rules of this topic, in the order in which they are tried at a node. */
export const DESTRUCTURING: readonly Rule[] = [onePropertyPatterns];
