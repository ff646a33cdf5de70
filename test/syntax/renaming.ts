// A renamer that shares no code with src/: acorn parses, eslint-scope resolves, and the names are replaced in the text.
// It renames whatever can be renamed without being noticed, and leaves the rest alone.

import { analyze, type Scope, type ScopeManager, type Variable } from "eslint-scope";
import { nameOf, type Tree, type Wrapped, walk, wrapped } from "./tree.ts";
import { unrenamable } from "./unrenamable.ts";

/** A name that the text binds, with all places that mean it. */
export interface Local {
  readonly name: string;
  /** Offsets in the source, ascending, of the identifiers that mean it; a private name's stands behind its `#`. */
  readonly places: readonly number[];
  /** Those of the places that are uses, not declarations. */
  readonly uses: readonly number[];
}

/** Who is who in a text. */
export interface Names extends Wrapped {
  readonly locals: readonly Local[];
  /** Offsets in the source of the uses of each name that the text does not bind. */
  readonly free: ReadonlyMap<string, readonly number[]>;
}

/** The names of a text. */
export function namesOf(text: string): Names {
  const found = wrapped(text);
  const fixed = unrenamable(found);
  const { program } = found;
  const manager = scopesOf(found);
  const groups = new Groups();
  for (const scope of manager.scopes) for (const variable of scope.variables) groups.add(variable);
  for (const scope of manager.scopes) if (scope.type === "catch") groups.joinCatch(scope);
  const variables = groups.locals().filter(({ name }) => !fixed.has(name));
  const locals = [...variables, ...labels(program), ...privates(program)];
  const free = new Map<string, number[]>();
  for (const { identifier } of manager.globalScope?.through ?? []) {
    if (fixed.has(identifier.name)) continue;
    free.set(identifier.name, [...(free.get(identifier.name) ?? []), startOf(identifier)]);
  }
  return { ...found, locals: locals.filter(({ places }) => places.length > 0), free };
}

/** The scopes of a text as eslint-scope finds them. */
export function scopesOf({ program }: Wrapped): ScopeManager {
  // The two libraries describe one format, ESTree, in types of their own.
  return analyze(program as unknown as Parameters<typeof analyze>[0], { ecmaVersion: 2022 });
}

/** The text with the names at some places replaced. Shorthand properties are always written in full. */
export function withNames(names: Names, replacements: ReadonlyMap<number, string>): string {
  const { program, source, before, after } = names;
  const edits = new Map<number, { readonly end: number; readonly text: string }>();
  walk(program, (node) => {
    const name = nameOf(node);
    if (name !== undefined) {
      const start = node.type === "PrivateIdentifier" ? node.start + 1 : node.start;
      const replacement = replacements.get(start);
      if (replacement !== undefined) edits.set(start, { end: node.end, text: replacement });
    }
    return undefined;
  });
  walk(program, (node) => {
    const key = nameOf(node.key);
    if (node.type !== "Property" || node.shorthand !== true || key === undefined) return undefined;
    const end = node.start + key.length;
    edits.set(node.start, { end, text: `${key}: ${replacements.get(node.start) ?? key}` });
    return undefined;
  });
  let result = "";
  let at = 0;
  for (const [start, edit] of [...edits].sort(([left], [right]) => left - right)) {
    result += source.slice(at, start) + edit.text;
    at = edit.end;
  }
  return (result + source.slice(at)).slice(before.length, -after.length);
}

/** The text with every local under a name that occurs nowhere in it. */
export function renamed(text: string): string {
  const names = namesOf(text);
  return withNames(names, numbered(names, unusedPrefix(text)));
}

/** The text with each local named by the order of first places: two texts that differ in names alone become one. */
export function canonical(text: string): string {
  const names = namesOf(text);
  return withNames(names, numbered(names, "canonical_"));
}

/** A beginning of names that no name in the text has. */
export function unusedPrefix(text: string): string {
  let prefix = "local_";
  while (text.includes(prefix)) prefix = `${prefix}_`;
  return prefix;
}

function numbered({ locals }: Names, prefix: string): ReadonlyMap<number, string> {
  const ordered = [...locals].sort((left, right) => (left.places[0] ?? 0) - (right.places[0] ?? 0));
  return new Map(
    ordered.flatMap(({ places }, index) => places.map((place) => [place, `${prefix}${index}`] as const)),
  );
}

/** Variables, joined where they must keep one name. */
class Groups {
  readonly #groupOf = new Map<Variable, Set<Variable>>();

  add(variable: Variable): void {
    this.#groupOf.set(variable, new Set([variable]));
  }

  /** `catch (e) { var e = 1 }` assigns the parameter and declares the variable (ECMA-262, B.3.4). */
  joinCatch(scope: Scope): void {
    for (const parameter of scope.variables) {
      const variable = scope.variableScope.set.get(parameter.name);
      const isInside = variable?.defs.some(
        ({ name, type }) =>
          type === "Variable" && startOf(name) > startOf(scope.block) && startOf(name) < endOf(scope.block),
      );
      if (variable !== undefined && isInside) this.#join(parameter, variable);
    }
  }

  #join(one: Variable, other: Variable): void {
    const joined = new Set([...(this.#groupOf.get(one) ?? []), ...(this.#groupOf.get(other) ?? [])]);
    for (const each of joined) this.#groupOf.set(each, joined);
  }

  locals(): readonly Local[] {
    return [...new Set(this.#groupOf.values())].map((group) => {
      const members = [...group];
      const declared = members.flatMap(({ identifiers }) => identifiers.map(startOf));
      const used = members.flatMap(({ references }) =>
        references.map(({ identifier }) => startOf(identifier)),
      );
      const uses = [...new Set(used)].filter((place) => !declared.includes(place));
      return { name: members[0]?.name ?? "", places: ascending([...declared, ...used]), uses };
    });
  }
}

function startOf(node: { readonly range?: [number, number] | undefined }): number {
  return node.range?.[0] ?? -1;
}

function endOf(node: { readonly range?: [number, number] | undefined }): number {
  return node.range?.[1] ?? -1;
}

const ascending = (places: readonly number[]): readonly number[] =>
  [...new Set(places)].sort((left, right) => left - right);

function labels(program: Tree): readonly Local[] {
  const found: Local[] = [];
  const enter = (node: Tree, around: ReadonlyMap<string, number[]>): void => {
    let inner = around;
    const name = nameOf(node.label);
    const place = node.label as Tree | null | undefined;
    if (name !== undefined && place) {
      if (node.type === "LabeledStatement") {
        const places: number[] = [];
        inner = new Map([...around, [name, places]]);
        found.push({ name, places, uses: [] });
      }
      inner.get(name)?.push(place.start);
    }
    walk(node, (each) => {
      if (each === node) return undefined;
      if (each !== place) enter(each, inner);
      return false;
    });
  };
  enter(program, new Map());
  return found;
}

function privates(program: Tree): readonly Local[] {
  const found: Local[] = [];
  const enter = (node: Tree, around: ReadonlyMap<string, number[]>): void => {
    let inner = around;
    if (node.type === "ClassBody") {
      const members = (node.body as readonly Tree[]).map((member) => member.key as Tree | undefined);
      const names = members.flatMap((key) => (key?.type === "PrivateIdentifier" ? [nameOf(key) ?? ""] : []));
      const made = new Map([...new Set(names)].map((name) => [name, [] as number[]]));
      for (const [name, places] of made) found.push({ name, places, uses: [] });
      inner = new Map([...around, ...made]);
    }
    const name = nameOf(node);
    if (node.type === "PrivateIdentifier" && name !== undefined) inner.get(name)?.push(node.start + 1);
    walk(node, (each) => {
      if (each !== node) enter(each, inner);
      return each === node;
    });
  };
  enter(program, new Map());
  return found;
}
