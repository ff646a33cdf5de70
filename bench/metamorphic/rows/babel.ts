// Babel: its generator as a printer, with and without comments, and its scopes as a renamer.

import { childrenOf, generate, nodeIn, nodesIn, parse, traverse } from "../babel.ts";
import { type Random, random } from "../random.ts";
import type { GoalName, Row } from "../row.ts";
import type { BabelPath, BabelScope, Tree } from "../tools.ts";

const PRINTED: readonly (readonly [name: string, goal: GoalName, options: object])[] = [
  ["babel generator, default", "formatters", {}],
  ["babel generator, retainLines", "formatters", { retainLines: true }],
  ["babel generator, single quotes", "formatters", { jsescOption: { quotes: "single", minimal: true } }],
  ["babel generator, compact", "whitespace", { compact: true }],
  ["babel generator, minified", "whitespace", { minified: true, comments: false }],
  ["comments removed (babel)", "comments", { comments: false, retainLines: true }],
];

/** The rows of Babel. */
export function babelRows(seed: number): readonly Row[] {
  const printers = PRINTED.map(
    ([name, goal, options]): Row => ({
      name,
      goal,
      transform: (program, sourceType) =>
        generate(parse(program, { sourceType, createParenthesizedExpressions: false }), options, program)
          .code,
    }),
  );
  return [...printers, renaming("random names (babel)", random(seed))];
}

/** Every name that a function or class binds gets a new one, long or short as it comes. */
function renaming(name: string, next: Random): Row {
  return {
    name,
    goal: "renaming",
    transform: (program, sourceType) => renamed(program, sourceType, next, () => false),
    unobserved: {
      transform: (program, sourceType) => {
        const names = namesTaken(parse(program, { sourceType }).program);
        return renamed(program, sourceType, next, (each) => names.has(each));
      },
      pattern: /\bname\b|\bclass\b/,
      reason: "the name of a function or class, which the code can observe",
    },
  };
}

function renamed(
  program: string,
  sourceType: "script" | "module",
  next: Random,
  stays: (name: string) => boolean,
): string {
  const tree = parse(program, { sourceType });
  const tops = new Set(nodesIn(tree.program, "body"));
  const scopes = new Set<BabelScope>();
  const see = ({ scope }: BabelPath): void => {
    scopes.add(scope);
  };
  traverse(tree, { Scope: see, Scopable: see });
  for (const scope of scopes) {
    // What stands at the top of a program can be seen by others.
    if (scope.path.node.type === "Program") continue;
    for (const each of Object.keys(scope.bindings)) {
      if (stays(each)) continue;
      const name = nameOfClass(scope.path.node, each, tops) ?? freshName(next);
      if (name !== each) scope.rename(each, name);
    }
  }
  return generate(tree, { retainLines: true }, program).code;
}

/** Names that functions and classes have, or take from what they are given to. */
function namesTaken(program: Tree): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: Tree): void => {
    const [target, value] = [
      nodeIn(node, "id") ?? nodeIn(node, "left"),
      nodeIn(node, "init") ?? nodeIn(node, "right"),
    ];
    if (/Function|Class/.test(`${node.type} ${value?.type}`) && typeof target?.name === "string")
      names.add(target.name);
    for (const child of childrenOf(node)) visit(child);
  };
  visit(program);
  return names;
}

/** A declared class has its name in its own scope, too: there it is what it has become outside, or what it was at the top. */
function nameOfClass(node: Tree, name: string, tops: ReadonlySet<Tree>): string | undefined {
  const own = node.type === "ClassDeclaration" ? nodeIn(node, "id")?.name : undefined;
  return typeof own === "string" && (own !== name || tops.has(node)) ? own : undefined;
}

let serial = 0;

/** A name that stands nowhere else: in no corpus is a name in Greek with a number. */
function freshName(next: Random): string {
  serial += 1;
  return `${["a", "longName", "_", "$", "Klass"][next(5)]}\u03b1${serial}`;
}
