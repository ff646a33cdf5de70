// Mutants: texts of functions with one small change each, by the mutators of Stryker and by operators of our own.

import { childrenOf, generate, nodeIn, nodesIn, parse, traverse } from "../babel.ts";
import type { FunctionText } from "../corpus.ts";
import type { Random } from "../random.ts";
import { type BabelPath, loadFile, type Tree } from "../tools.ts";
import { type Unit, wrapped } from "../wrap.ts";
import { EXPRESSION_OPERATORS } from "./expressions.ts";
import { LITERAL_OPERATORS } from "./literals.ts";
import { type Code, type Edit, type Edits, instead, type Operator } from "./operator.ts";
import { STATEMENT_OPERATORS } from "./statements.ts";
import { TEMPTATIONS } from "./temptations.ts";

/** A function and the same with one change. */
export interface Mutant {
  readonly source: FunctionText;
  /** Who made it: `stryker: Regex`, `swap operands`. */
  readonly operator: string;
  readonly after: string;
}

interface Mutator {
  readonly name: string;
  readonly mutate: (path: BabelPath) => Iterable<Tree>;
}

const OPERATORS: readonly Operator[] = [
  ...EXPRESSION_OPERATORS,
  ...STATEMENT_OPERATORS,
  ...LITERAL_OPERATORS,
  ...TEMPTATIONS,
];

const { allMutators } = await loadFile<{ readonly allMutators: readonly Mutator[] }>(
  "@stryker-mutator/instrumenter/dist/src/mutators/mutate.js",
);

/** Names of all operators. */
export const OPERATOR_NAMES: readonly string[] = [
  ...allMutators.map(({ name }) => `stryker: ${name}`),
  ...OPERATORS.map(({ name }) => name),
];

/** So many mutants of a function, or fewer if it has no more: first one of each operator, the operators as if by chance. */
export function mutantsOf(unit: Unit, most: number, next: Random): readonly Mutant[] {
  const program = wrapped([unit]);
  const offset = program.indexOf(unit.source.text, unit.source.declares === undefined ? 1 : 0);
  const found = editsByOperator(program, unit.goal, offset);
  const queue = shuffled([...found], next).map(
    ([operator, list]) => [operator, shuffled(list, next)] as const,
  );
  const seen = new Set([unit.source.text]);
  const mutants: Mutant[] = [];
  while (queue.length > 0 && mutants.length < most) {
    const [turn] = queue.splice(0, 1);
    const edits = turn?.[1].pop();
    if (turn === undefined || edits === undefined) continue;
    queue.push(turn);
    const after = edited(unit.source.text, edits, offset);
    if (after === undefined || seen.has(after)) continue;
    seen.add(after);
    mutants.push({ source: unit.source, operator: turn[0], after });
  }
  return mutants;
}

function editsByOperator(
  program: string,
  sourceType: "script" | "module",
  offset: number,
): ReadonlyMap<string, Edits[]> {
  const file = parse(program, { sourceType });
  const found = new Map<string, Edits[]>();
  const within = bodyStart(file.program, offset);
  const add = (operator: string, list: readonly Edits[]): void => {
    // No text of a method says `static`: that is for its class to say.
    const isOfClass = ({ start, text }: Edit): boolean => start === offset && /^static\b/.test(text);
    const inside = list.filter((edits) => edits.some(({ end }) => end > within) && !edits.some(isOfClass));
    found.set(operator, [...(found.get(operator) ?? []), ...inside]);
  };
  traverse(file, {
    enter: (path) => {
      for (const { name, mutate } of allMutators) {
        for (const node of mutate(path))
          add(`stryker: ${name}`, [instead(path.node, printed(node, path.node))]);
      }
    },
  });
  const code = codeOf(program, file.program);
  const visit = (node: Tree): void => {
    for (const { name, on, mutants } of OPERATORS) if (on.includes(node.type)) add(name, mutants(node, code));
    for (const child of childrenOf(node)) visit(child);
  };
  visit(file.program);
  return found;
}

/** Where a text begins to be what a function does: behind the name of a method, which is no part of it. */
function bodyStart(program: Tree, offset: number): number {
  let found = offset;
  const visit = (node: Tree): void => {
    const key = nodeIn(node, "key");
    if (node.start === offset && key !== undefined && node.type.endsWith("Method")) found = key.end;
    else for (const child of childrenOf(node)) visit(child);
  };
  visit(program);
  return found;
}

/** Operands stay operands: an expression in the place of another stands in parentheses. */
function printed(node: Tree, before: Tree): string {
  const { code } = generate(node, {});
  return /(?:Expression|Literal)$/.test(before.type) && before.type !== "TemplateLiteral"
    ? `(${code})`
    : code;
}

function codeOf(source: string, program: Tree): Code {
  const parents = new Map<Tree, Tree>();
  const enter = (node: Tree): void => {
    for (const child of childrenOf(node)) {
      parents.set(child, node);
      enter(child);
    }
  };
  enter(program);
  const parentOf = (node: Tree): Tree | undefined => parents.get(node);
  const locals = new Map<Tree, readonly string[]>();
  return {
    source,
    parentOf,
    localsAt: (node) => {
      let around = parentOf(node);
      while (around !== undefined && !/Function|Method/.test(around.type)) around = parentOf(around);
      if (around === undefined) return [];
      const known = locals.get(around) ?? localsOf(around);
      locals.set(around, known);
      return known;
    },
  };
}

const MOST_LOCALS = 4;

/** Some names that a function declares. */
function localsOf(node: Tree): readonly string[] {
  const names = new Set<string>();
  const declared = (pattern: Tree): void => {
    if (pattern.type === "Identifier") names.add(String(pattern.name));
  };
  for (const parameter of nodesIn(node, "params")) declared(parameter);
  const visit = (each: Tree): void => {
    const id = each.type === "VariableDeclarator" ? nodeIn(each, "id") : undefined;
    if (id !== undefined) declared(id);
    if (!/Function|Method|Class/.test(each.type)) for (const child of childrenOf(each)) visit(child);
  };
  const body = nodeIn(node, "body");
  if (body !== undefined) visit(body);
  return [...names].slice(0, MOST_LOCALS);
}

/** The text after some edits; undefined if one of them lies outside of it. */
function edited(text: string, edits: Edits, offset: number): string | undefined {
  let result = "";
  let at = 0;
  for (const edit of [...edits].sort((one, other) => one.start - other.start)) {
    const [start, end] = [edit.start - offset, edit.end - offset];
    if (start < at || end > text.length) return undefined;
    result += text.slice(at, start) + edit.text;
    at = end;
  }
  return result + text.slice(at);
}

function shuffled<T>(list: readonly T[], next: Random): T[] {
  const places = [...list];
  for (let index = places.length - 1; index > 0; index--) {
    const other = next(index + 1);
    const [here, there] = [places[index], places[other]];
    if (here === undefined || there === undefined) continue;
    places[index] = there;
    places[other] = here;
  }
  return places;
}
