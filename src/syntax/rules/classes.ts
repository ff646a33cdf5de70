// Rules about classes: what of the order of their members nothing can tell.

import { type Rule, rule } from "../rule.ts";
import { isConstructor } from "../tree.ts";

const constructorFirst = rule({
  name: "places of constructors",
  statement: "`class A { a = 1; constructor() {} }` is `class A { constructor() {} a = 1 }`",
  condition:
    "15.7.14, steps 8 to 15: the constructor is the class, and is made before any other member is looked at, wherever it stands",
  same: [
    "a => class A { b = a; constructor() { this.c = a } }",
    "a => class A { constructor() { this.c = a } b = a }",
  ],
  different: [
    "a => Object.getOwnPropertyNames(class A { static constructor() {} b = a })",
    "a => Object.getOwnPropertyNames(class A { b = a; constructor() {} })",
  ],
  on: ["ClassBody"],
  rewritten: (node) => {
    const place = node.body.findIndex(isConstructor);
    const found = node.body[place];
    if (place <= 0 || found === undefined) return undefined;
    return { ...node, body: [found, ...node.body.slice(0, place), ...node.body.slice(place + 1)] };
  },
});

/** The rules of this topic, in the order in which they are tried at a node. */
export const CLASSES: readonly Rule[] = [constructorFirst];
