// A row's cells, written once in JavaScript, as each host takes them. Every cell is run twice over, under names of its own:
// once with the library, and once with functions in its place that do nothing, which is the oracle. Types and what else only
// TypeScript needs stand between ‹ and ›. `load("file")` is the module of that name in the row's folder.

import type { Host, Row, Step } from "./row.ts";

/** The cells with the library, or those without. */
type Side = "real" | "plain";

const SIDES: readonly Side[] = ["real", "plain"];

/** A row as one host is to run it. */
export interface Script {
  /** The cells of each step. */
  readonly steps: readonly (readonly string[])[];
  /** The statement after each step that records a fact. */
  readonly probe: string;
  /** The statement that ends the row. */
  readonly end: string;
}

/** The text of a row of cells for a host; `index` tells rows apart, `folder` is where its files are. */
export function script(row: Row, index: number, host: Host, folder: string): Script {
  const names = declaredNames(row.steps);
  const own = (text: string, side: Side): string => renamed(text, names, suffixOf(side, index));
  const known = new Set<string>();
  const cell = (text: string): string => {
    const sides = SIDES.map((side) => own(side === "plain" ? withoutLibrary(text) : text, side));
    return inHost(sides.join("\n"), host, folder, known);
  };
  const { probe, end } = statements(
    row,
    index,
    (text) => own(text, "real"),
    (text) => own(text, "plain"),
  );
  const steps = row.steps.map(({ cells }) => cells.filter((text) => text !== "").map(cell));
  return { steps, probe: host === "ijavascript" ? probe.replace(/^await /, "") : probe, end };
}

/** The statements that record a fact and end a row, with the names that each side gives to what the row declares. */
export function statements(
  row: Row,
  index: number,
  real: (text: string) => string,
  plain: (text: string) => string,
): Pick<Script, "probe" | "end"> {
  const isAsync = row.call.startsWith("await ");
  const head = isAsync ? "async () =>" : "() =>";
  const [called = ""] = /[\w$.]+/.exec(row.call.replace(/^await /, "")) ?? [];
  const thunks = [
    `${head} (${real(row.call)})`,
    `${head} (${plain(row.plain ?? row.call)})`,
    `() => ${real(row.explained ?? called)}`,
  ];
  return {
    probe: `${isAsync ? "await " : ""}globalThis.probe(${index}, ${thunks.join(", ")});`,
    end: `globalThis.end(${index}, () => ${real(row.holds ?? "true")});`,
  };
}

/** The text with functions that do nothing in the library's place. */
export function withoutLibrary(text: string): string {
  return text.replace(/\b(?:defineOnce|cache)\(/g, "globalThis.plainly(");
}

/** Text that a host printed, with the row's own names. */
export function originalNames(text: string): string {
  return text.replace(/_[rp]\d+/g, "");
}

function suffixOf(side: Side, index: number): string {
  return `_${side === "real" ? "r" : "p"}${index}`;
}

const DECLARATION = /^(?:const enum|const|let|var|class|(?:async )?function\*?|enum) (?<name>[\w$]+)/gm;

function declaredNames(steps: readonly Step[]): readonly string[] {
  const texts = steps.flatMap(({ cells }) => cells);
  const declared = texts.flatMap((text) => [...text.matchAll(DECLARATION)]);
  return [...new Set(declared.flatMap(({ groups }) => groups?.name ?? []))];
}

/** Gives names a suffix wherever they are not properties; in strings and as keys too. */
function renamed(text: string, names: readonly string[], suffix: string): string {
  if (names.length === 0) return text;
  const longest = names.toSorted((a, b) => b.length - a.length).map((name) => name.replaceAll("$", "\\$"));
  const pattern = new RegExp(`(?<![\\w$]|(?<!\\.\\.)\\.)(${longest.join("|")})(?![\\w$])`, "g");
  return text.replace(pattern, `$1${suffix}`);
}

function inHost(text: string, host: Host, folder: string, known: Set<string>): string {
  switch (host) {
    case "deno":
      return imported(typed(text), folder);
    case "tslab":
      return required(loose(typed(text)), folder);
    case "ijavascript":
      return required(redeclarable(untyped(text)), folder);
    case "cjs":
      return required(assigned(untyped(text), known), folder);
    default:
      return imported(assigned(untyped(text), known), folder);
  }
}

function typed(text: string): string {
  return text.replace(/[‹›]/g, "");
}

function untyped(text: string): string {
  return text.replace(/‹[^›]*›/g, "");
}

/** Notebook text, not our code: so that tslab's type checker lets everything pass, it is given `any` there. */
function loose(text: string): string {
  return text
    .replace(/^(const|let) ([\w$]+) =/gm, "$1 $2: any =")
    .replace(/^(class .*?\{)/gm, "$1 [key: string]: any; static [key: string]: any;");
}

/** With `var` alone, which a cell may declare again. */
function redeclarable(text: string): string {
  return text.replace(/^(?:const|let) /gm, "var ").replace(/^class ([\w$]+)/gm, "var $1 = class $1");
}

/** With assignments in place of second declarations, as the statements of one program. */
function assigned(text: string, known: Set<string>): string {
  return text.replace(DECLARATION, (whole: string, ...rest) => {
    const { name = "" }: Record<string, string> = rest.at(-1);
    const isNew = !known.has(name);
    known.add(name);
    if (whole.startsWith("class")) return `${isNew ? "let " : ""}${name} = ${whole}`;
    if (whole.includes("function")) return isNew ? whole : `${name} = ${whole}`;
    return isNew ? `let ${name}` : name;
  });
}

function imported(text: string, folder: string): string {
  return loaded(text, folder, (file) => `(await import(${file}))`);
}

function required(text: string, folder: string): string {
  return loaded(text, folder, (file) => `require(${file})`);
}

/** Bare names are those of packages: `lodash-es/memoize.js`. */
function loaded(text: string, folder: string, expression: (file: string) => string): string {
  return text.replace(/\bload\("([^"]+)"\)/g, (_call, file: string) =>
    expression(JSON.stringify(file.includes("/") ? file : `${folder}/${file}`)),
  );
}
