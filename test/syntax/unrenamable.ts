// The names in a text whose renaming could be noticed, by name and cautiously. Each is a fact about the language:
// `arguments` and `eval`; classes, which show their names in `constructor.name` and errors; functions, where the code
// mentions a `name`; and functions in sloppy blocks, which may or may not be carried out of them (ECMA-262, B.3.2).

import {
  childrenOf,
  hasUseStrict,
  isFunction,
  isTree,
  nameOf,
  type Tree,
  type Wrapped,
  walk,
} from "./tree.ts";

/** The names that must stay as they are. */
export function unrenamable({ program, source }: Wrapped): ReadonlySet<string> {
  const fixed = new Set(["arguments", "eval"]);
  const readsNames = /\bname\b/.test(source);
  const isNamed = (value: unknown): boolean =>
    isTree(value) && (value.type === "ClassExpression" || (readsNames && isFunction(value)));
  const add = (name: string | undefined): void => {
    if (name !== undefined) fixed.add(name);
  };
  walk(program, (node) => {
    if (node.type.startsWith("Class") || (readsNames && isFunction(node))) add(nameOf(node.id));
    if (node.type === "VariableDeclarator" && isNamed(node.init)) add(nameOf(node.id));
    if (/^Assignment/.test(node.type) && isNamed(node.right)) add(nameOf(node.left));
    return undefined;
  });
  for (const name of sloppyBlockFunctions(program)) fixed.add(name);
  return fixed;
}

function sloppyBlockFunctions(program: Tree): readonly string[] {
  const names: string[] = [];
  const enter = (node: Tree, isStrict: boolean, isTop: boolean): void => {
    const isBody = isFunction(node);
    const strict = isStrict || node.type.startsWith("Class") || (isBody && hasUseStrict(node));
    for (const child of childrenOf(node)) {
      const name = nameOf(child.id);
      if (child.type === "FunctionDeclaration" && !strict && !isTop && name !== undefined) names.push(name);
      enter(child, strict, (isBody && child === node.body) || (isTop && child.type === "LabeledStatement"));
    }
  };
  enter(program, false, false);
  return names;
}
