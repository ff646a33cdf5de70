// Rewrites that look harmless: some are in some places, none is everywhere. A rule that applies one of them where it must not
// keeps a mutant that runs differently.

import { childrenOf, nodeIn, nodesIn } from "../babel.ts";
import type { Tree } from "../tools.ts";
import { bracketed, type Code, type Edits, instead, type Operator, textOf } from "./operator.ts";

/** Rewrites of expressions: a type of node, and what it becomes. */
type Temptation = readonly [on: string, made: (node: Tree, code: Code) => readonly string[]];

const part = (node: Tree, field: string, code: Code): string => {
  const child = nodeIn(node, field);
  return child === undefined ? "undefined" : bracketed(child, code);
};

const EXPRESSIONS: readonly Temptation[] = [
  [
    "LogicalExpression",
    (node, code) => {
      const [a, b] = [part(node, "left", code), part(node, "right", code)];
      if (node.operator === "||") return [`(${a} ? ${a} : ${b})`, `!(!${a} && !${b})`];
      if (node.operator === "&&")
        return [`(${a} ? ${b} : ${a})`, `(${a} ? ${b} : false)`, `!(!${a} || !${b})`];
      return [`(${a} !== null && ${a} !== undefined ? ${a} : ${b})`, `(${a} != null ? ${a} : ${b})`];
    },
  ],
  [
    "ConditionalExpression",
    (node, code) => {
      const [a, b, c] = ["test", "consequent", "alternate"].map((field) => part(node, field, code));
      return [`(${a} && ${b} || ${c})`, `(${a} && ${b})`, `(${a} || ${c})`, `(${a}, ${b})`, `!!${a}`];
    },
  ],
  [
    "BinaryExpression",
    (node, code) => {
      const [a, b] = [part(node, "left", code), part(node, "right", code)];
      switch (node.operator) {
        case "<":
          return [`!(${a} >= ${b})`, `(${b} > ${a})`];
        case ">=":
          return [`!(${a} < ${b})`, `(${b} <= ${a})`];
        case "===":
          return [`!(${a} !== ${b})`, `Object.is(${a}, ${b})`];
        case "==":
          return [`(${a} === null || ${a} === undefined)`, `!(${a} != ${b})`];
        case "+":
          return [`\`\${${a}}\${${b}}\``, `(${a} - -${b})`];
        case "**":
          return [`Math.pow(${a}, ${b})`];
        case "/":
          return [`(${a} * (1 / ${b}))`];
        case "-":
          return [`(${a} + -${b})`, `-(${b} - ${a})`];
        case "*":
          return [`(${b} * ${a})`];
        default:
          return [];
      }
    },
  ],
  [
    "UnaryExpression",
    (node, code) => {
      const a = part(node, "argument", code);
      if (node.operator === "!") return [`(${a} ? false : true)`, `(${a} == false)`, `(${a} === false)`];
      if (node.operator === "typeof") return [`(${a}, typeof ${a})`];
      return node.operator === "void" ? ["undefined", `(${a}, undefined)`, "null"] : [];
    },
  ],
  [
    "SequenceExpression",
    (node, code) => nodesIn(node, "expressions").map((each) => `(${textOf(each, code)})`),
  ],
  ["NewExpression", (node, code) => [`${part(node, "callee", code)}(${argumentsText(node, code)})`]],
  [
    "CallExpression",
    (node, code) => {
      const callee = nodeIn(node, "callee");
      const inner = argumentsText(node, code);
      if (callee?.type === "Identifier")
        return [`new ${callee.name}(${inner})`, `${callee.name}?.(${inner})`];
      if (callee?.type !== "MemberExpression" || nodeIn(callee, "object")?.type === "Super") return [];
      return [`${textOf(callee, code)}.call(${part(callee, "object", code)}${inner && `, ${inner}`})`];
    },
  ],
  [
    "MemberExpression",
    (node, code) => {
      const a = nodeIn(node, "object");
      if (a === undefined || a.type === "Super" || node.computed === true) return [];
      const rest = `.${textOf(nodeIn(node, "property") ?? node, code)}`;
      const o = bracketed(a, code);
      return [`(${o} == null ? undefined : ${o}${rest})`, `(${o} && ${o}${rest})`];
    },
  ],
  [
    "AssignmentExpression",
    (node, code) => {
      const [left, right] = [nodeIn(node, "left"), part(node, "right", code)];
      if (left === undefined || left.type.endsWith("Pattern")) return [];
      const a = textOf(left, code);
      const operator = String(node.operator).slice(0, -1);
      if (["||", "&&", "??"].includes(operator)) return [`(${a} = ${a} ${operator} ${right})`];
      return operator === ""
        ? []
        : [`(${a} = ${a} ${operator} ${right})`, `(${a} = ${right} ${operator} ${a})`];
    },
  ],
  ["UpdateExpression", (node, code) => [`(${part(node, "argument", code)} ${String(node.operator)[0]}= 1)`]],
  ["AwaitExpression", (node, code) => [`(await 0, ${part(node, "argument", code)})`]],
  [
    "FunctionExpression",
    (node, code) => {
      const [body, params] = [nodeIn(node, "body"), nodesIn(node, "params")];
      if (body === undefined || node.generator === true || node.async === true) return [];
      return [`((${params.map((each) => textOf(each, code)).join()}) => ${textOf(body, code)})`];
    },
  ],
  [
    "ArrowFunctionExpression",
    (node, code) => {
      const [body, params] = [nodeIn(node, "body"), nodesIn(node, "params")];
      if (body?.type !== "BlockStatement" || node.async === true) return [];
      return [`(function (${params.map((each) => textOf(each, code)).join()}) ${textOf(body, code)})`];
    },
  ],
];

/** Rewrites that look harmless. */
export const TEMPTATIONS: readonly Operator[] = [
  ...EXPRESSIONS.map(
    ([on, made]): Operator => ({
      name: `tempting: ${on}`,
      on: [on],
      mutants: (node, code) =>
        isTarget(node, code) ? [] : made(node, code).map((text) => instead(node, text)),
    }),
  ),
  {
    name: "tempting: use the value at once",
    on: ["VariableDeclaration"],
    mutants: (node, code) => {
      const [only, ...others] = nodesIn(node, "declarations");
      const [id, init] = only === undefined ? [] : [nodeIn(only, "id"), nodeIn(only, "init")];
      const around = code.parentOf(node);
      if (others.length > 0 || id?.type !== "Identifier" || init === undefined) return [];
      if (around?.type !== "BlockStatement") return [];
      const uses = usesIn(around, String(id.name), id, code);
      return uses.map((use) => [...instead(node, ";"), ...instead(use, `(${textOf(init, code)})`)]);
    },
  },
  {
    name: "tempting: declare at the top",
    on: ["VariableDeclaration"],
    mutants: (node, code) => {
      const around = code.parentOf(node);
      const [first] = around?.type === "BlockStatement" ? nodesIn(around, "body") : [];
      if (first === undefined || first === node) return [];
      return [
        [{ start: first.start, end: first.start, text: `${textOf(node, code)};` }, ...instead(node, ";")],
      ];
    },
  },
  {
    name: "tempting: join and part conditions",
    on: ["IfStatement"],
    mutants: (node, code) => {
      const [test, then, other] = ["test", "consequent", "alternate"].map((field) => nodeIn(node, field));
      if (test === undefined || then === undefined) return [];
      const [a, b] = [textOf(test, code), textOf(then, code)];
      const c = other === undefined ? "{}" : textOf(other, code);
      const found: Edits[] = [
        instead(node, `if (!(${a})) ${c.endsWith("}") ? c : `{${c}}`} else ${b}`),
        instead(node, `${b.endsWith("}") ? `if (${a}) ${b}` : `if (${a}) {${b}}`} ${c === "{}" ? "" : c}`),
        instead(node, `while (${a}) { ${b}; break; }`),
      ];
      const inner = then.type === "BlockStatement" ? nodesIn(then, "body") : [then];
      const [nested] = inner;
      const innerTest = nested?.type === "IfStatement" ? nodeIn(nested, "test") : undefined;
      const innerThen = nested === undefined ? undefined : nodeIn(nested, "consequent");
      if (inner.length === 1 && innerTest !== undefined && innerThen !== undefined) {
        const joined = `if ((${a}) && (${textOf(innerTest, code)})) ${textOf(innerThen, code)}`;
        found.push(instead(node, other === undefined ? joined : `${joined} else ${c}`));
      }
      if (test.type === "LogicalExpression" && test.operator === "||")
        found.push(
          instead(node, `if (${part(test, "left", code)}) ${b} else if (${part(test, "right", code)}) ${b}`),
        );
      return found;
    },
  },
  {
    name: "tempting: loops",
    on: ["ForStatement", "WhileStatement", "DoWhileStatement", "ForOfStatement"],
    mutants: (node, code) => {
      const body = nodeIn(node, "body");
      if (body?.type !== "BlockStatement") return [];
      const inner = textOf(body, code);
      if (node.type === "ForStatement") {
        const [init, test, update] = ["init", "test", "update"].map((field) => {
          const each = nodeIn(node, field);
          return each === undefined ? "" : textOf(each, code);
        });
        const loop = `while (${test || "true"}) ${inner.slice(0, -1)}; ${update} }`;
        return [instead(node, `{ ${init}; ${loop} }`), instead(node, `${init}; ${loop}`)];
      }
      const test = part(node, "test", code);
      if (node.type === "WhileStatement") return [instead(node, `if (${test}) do ${inner} while (${test});`)];
      if (node.type === "DoWhileStatement") return [instead(node, `while (${test}) ${inner}`)];
      const [left, right] = [nodeIn(node, "left"), part(node, "right", code)];
      const name = left === undefined ? undefined : nodesIn(left, "declarations")[0];
      if (name === undefined || node.await === true) return [];
      return [
        instead(
          node,
          `for (let i = 0; i < ${right}.length; i++) { const ${textOf(name, code)} = ${right}[i]; ${inner} }`,
        ),
      ];
    },
  },
  {
    name: "tempting: jumps",
    on: ["ReturnStatement", "BlockStatement", "TryStatement", "SwitchStatement"],
    mutants: (node, code) => {
      switch (node.type) {
        case "ReturnStatement": {
          const value = nodeIn(node, "argument");
          return value === undefined
            ? []
            : [
                instead(node, `{ const result = ${textOf(value, code)}; return result; }`),
                instead(node, `return await ${bracketed(value, code)};`),
              ];
        }
        case "TryStatement": {
          const block = nodeIn(node, "block");
          return block === undefined ? [] : [instead(node, textOf(block, code))];
        }
        case "SwitchStatement": {
          const cases = nodesIn(node, "cases");
          return cases.slice(1).map((each, index) => {
            const last = cases[index] ?? each;
            return [...instead(last, textOf(each, code)), ...instead(each, textOf(last, code))];
          });
        }
        default:
          return [instead(node, textOf(node, code).replace(/\}$/, "; return undefined; }"))];
      }
    },
  },
];

function argumentsText(node: Tree, code: Code): string {
  return nodesIn(node, "arguments")
    .map((each) => textOf(each, code))
    .join(", ");
}

/** Whether a node is assigned, deleted or named, so that another expression cannot stand there. */
function isTarget(node: Tree, code: Code): boolean {
  const parent = code.parentOf(node);
  if (parent === undefined) return true;
  if (parent.type === "UpdateExpression" || parent.operator === "delete") return true;
  return /^(?:Assignment|For(?:In|Of))/.test(parent.type) && nodeIn(parent, "left") === node;
}

/** The uses of a name below a node, as far as the text shows them. */
function usesIn(around: Tree, name: string, declared: Tree, code: Code): readonly Tree[] {
  const found: Tree[] = [];
  const visit = (node: Tree): void => {
    const parent = code.parentOf(node);
    const isKey =
      parent !== undefined &&
      parent.computed !== true &&
      (nodeIn(parent, "property") === node || (nodeIn(parent, "key") === node && parent.shorthand !== true));
    if (
      node.type === "Identifier" &&
      node.name === name &&
      node !== declared &&
      !isKey &&
      !isTarget(node, code)
    )
      found.push(node);
    for (const child of childrenOf(node)) visit(child);
  };
  visit(around);
  return found;
}
