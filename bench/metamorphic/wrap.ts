// Functions on their way through a tool. Each stands in a program so that no tool may drop it, beside a number by which it
// is found again. Many share one program, since most tools take long to begin.

import { childrenOf, nodeIn, nodesIn, parsedAs } from "./babel.ts";
import type { FunctionText } from "./corpus.ts";
import type { Tree } from "./tools.ts";

/** The free name whose calls keep functions alive. */
const KEEP = "__keep__";

/** How a text stands in a program. */
interface Wrapper {
  readonly wrapped: (id: number, text: string, name: string) => string;
  /** From the argument of the call to the function; undefined for what is declared beside the call. */
  readonly found: (argument: Tree) => Tree | undefined;
}

const EXPRESSION: Wrapper = {
  wrapped: (id, text) => `${KEEP}(${id}, ${text}\n);\n`,
  found: (argument) => argument,
};
// A declaration at the top of a program keeps its name, which an expression may lose.
const DECLARATION: Wrapper = {
  wrapped: (id, text, name) => `${text}\n${KEEP}(${id}, ${name});\n`,
  found: () => undefined,
};
const IN_OBJECT: Wrapper = {
  wrapped: (id, text) => `${KEEP}(${id}, {${text}\n});\n`,
  // A method that became a property (`{ m: () => 1 }`) is shown by its value, as `toString` would.
  found: (argument) => {
    const [member] = nodesIn(argument, "properties");
    return member?.type === "ObjectProperty" ? nodeIn(member, "value") : member;
  },
};
const IN_CLASS: Wrapper = {
  wrapped: (id, text) => `${KEEP}(${id}, class extends Object{${text}\n});\n`,
  found: (argument) => {
    const body = nodeIn(argument, "body");
    return body && nodesIn(body, "body")[0];
  },
};

/** A function that can stand alone in a program. */
export interface Unit {
  readonly id: number;
  readonly source: FunctionText;
  readonly wrapper: Wrapper;
  readonly goal: "script" | "module";
}

/** The functions as units; those that need more than a wrapper around them (private names, `super()`) are left out. */
export function unitsOf(functions: readonly FunctionText[]): readonly Unit[] {
  return functions.flatMap((source, id) => {
    const wrappers = source.isMethod
      ? source.isOfClass
        ? [IN_CLASS]
        : [IN_OBJECT]
      : [source.declares === undefined ? EXPRESSION : DECLARATION];
    for (const goal of ["script", "module"] as const) {
      for (const wrapper of wrappers) {
        const unit = { id, source, wrapper, goal };
        const program = parsedAs(wrapped([unit]), { sourceType: goal });
        if (program !== undefined && keptTexts(program, "", [unit]).size === 1) return [unit];
      }
    }
    return [];
  });
}

/** The program that holds some units. */
export function wrapped(units: readonly Unit[]): string {
  return units
    .map(({ id, source, wrapper }) => wrapper.wrapped(id, source.text, source.declares ?? ""))
    .join("");
}

/** The texts of the units in what a tool made of their program, by number. */
export function unwrapped(program: string, units: readonly Unit[]): ReadonlyMap<number, string> {
  const tree = parsedAs(program, { sourceType: units[0]?.goal ?? "script" });
  if (tree === undefined) throw new SyntaxError("what the tool gave cannot be parsed");
  return keptTexts(tree, program, units);
}

function keptTexts(program: Tree, text: string, units: readonly Unit[]): ReadonlyMap<number, string> {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const declared = new Map(
    nodesIn(program, "body")
      .filter(({ type }) => type.endsWith("Declaration"))
      .map((node) => [nodeIn(node, "id")?.name, node]),
  );
  const found = new Map<number, string>();
  // Calls may have become parts of sequences, but nothing else: functions are not entered.
  const visit = (node: Tree): void => {
    const [number, argument] = node.type === "CallExpression" ? nodesIn(node, "arguments") : [];
    const unit = byId.get(Number(number?.value));
    if (nodeIn(node, "callee")?.name === KEEP && argument !== undefined && unit !== undefined) {
      const place =
        unit.wrapper === DECLARATION ? declared.get(unit.source.declares) : unit.wrapper.found(argument);
      if (place !== undefined) found.set(unit.id, text.slice(place.start, place.end));
      return;
    }
    if (!/Function|Class/.test(node.type)) for (const child of childrenOf(node)) visit(child);
  };
  visit(program);
  return found;
}
