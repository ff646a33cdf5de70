// How a code uses each name that it does not bind: which properties it reads, whether it only calls, and what it merely
// writes. Whoever compares what a name stands for need not compare more than the code can see.

import type { FreeName, Scopes } from "./binding.ts";
import type { Node } from "./tree.ts";
import { UseWalk } from "./use-walk.ts";

/** A property that is not written out in the code. */
export const ANY_KEY = "*";

/** One way in which a code uses a name. */
export interface Use {
  /**
   * Properties read one after another, beginning at the value of the name: `["a", "b"]` for `config.a.b`. The last step of a
   * `write` is the property that is written, or `ANY_KEY`.
   */
  readonly path: readonly string[];
  /**
   * `value`: all of what stands there. `call`: it is called, with what the path before its last step leads to as `this`.
   * `write`: it is only assigned or counted up, and no value of it is used. `append`: likewise `log.push(x)` and its like.
   */
  readonly how: "value" | "call" | "write" | "append";
}

/** A name that a code does not bind, and how it is used there. */
export interface UsedName extends FreeName {
  /** Without repetitions, and without those that a use of a whole value includes. */
  readonly uses: readonly Use[];
}

/** What a code uses of what is outside of it. */
export interface Uses {
  /** Names that it does not bind, in the order in which they were given. */
  readonly names: readonly UsedName[];
  /**
   * The name of the function itself, if the code uses it. Nothing in a text tells a declaration, whose name is a variable around
   * it, from an expression, whose name is its own.
   */
  readonly ownName: UsedName | undefined;
  /** `address`: it asks where its module stands; `content`: it may use anything of its module, or of others. */
  readonly module: "none" | "address" | "content";
}

/** What a tree uses, of the names that are given. */
export function usesOf(
  tree: Node,
  names: readonly FreeName[],
  { freeOf, bindingOf }: Pick<Scopes, "freeOf" | "bindingOf">,
): Uses {
  const own = tree.type === "FunctionExpression" && tree.id !== null ? bindingOf.get(tree.id) : undefined;
  const ownName: FreeName | undefined = own && { name: own.name, origin: OWN };
  const found = new Map<string, Use[]>();
  for (const name of ownName === undefined ? names : [...names, ownName]) found.set(freeKey(name), []);
  const nameOf = (node: Node): FreeName | undefined =>
    own !== undefined && bindingOf.get(node) === own ? ownName : freeOf.get(node);
  const walk = new UseWalk(nameOf, (name, use) => found.get(freeKey(name))?.push(use));
  for (const part of lastingParts(tree)) walk.value(part);
  const used = (name: FreeName): UsedName => ({
    ...name,
    uses: withoutIncluded(found.get(freeKey(name)) ?? []),
  });
  const self = ownName && used(ownName);
  return {
    names: names.map(used),
    ownName: self !== undefined && self.uses.length > 0 ? { ...self, origin: "" } : undefined,
    module: walk.module,
  };
}

// No host reaches a name through an object of that name.
const OWN = "own name";

/**
 * The parts of a code that may run again. What a class names in its heritage, its computed keys and its static parts was read
 * once, when it was defined, and shows in the class itself.
 */
function lastingParts(tree: Node): readonly Node[] {
  if (tree.type !== "ClassDeclaration" && tree.type !== "ClassExpression") return [tree];
  return tree.body.body.flatMap((member): Node[] => {
    switch (member.type) {
      case "MethodDefinition":
        return [member.value];
      case "PropertyDefinition":
      case "AccessorProperty":
        return member.static || member.value === null ? [] : [member.value];
      default:
        return [];
    }
  });
}

/** Names that hosts reach through different objects are different names. */
export function freeKey({ name, origin }: FreeName): string {
  return origin === "" ? name : `${origin}:${name}`;
}

function withoutIncluded(uses: readonly Use[]): readonly Use[] {
  if (uses.length < 2) return uses;
  const distinct = new Map(uses.map((use) => [useKey(use), use]));
  const wholes = [...distinct.values()].filter(({ how }) => how === "value");
  // What is called on an object, or written to it, needs the object.
  const needed = ({ how, path }: Use): readonly string[] => (how === "value" ? path : path.slice(0, -1));
  const isIncluded = (use: Use): boolean =>
    wholes.some(
      (whole) =>
        whole !== use &&
        whole.path.length <= needed(use).length &&
        whole.path.every((step, index) => use.path[index] === step),
    );
  return [...distinct.values()].filter((use) => !isIncluded(use));
}

function useKey({ how, path }: Use): string {
  if (path.length < 2) return path.length === 0 ? how : `${how} ${path[0]}`;
  return JSON.stringify([how, ...path]);
}
