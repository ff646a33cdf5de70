// Operators on statements, declarations and functions.

import { nodeIn, nodesIn } from "../babel.ts";
import { instead, type Operator, swapped, textOf, without } from "./operator.ts";

const LISTS: Readonly<Record<string, string>> = {
  BlockStatement: "body",
  SwitchCase: "consequent",
  StaticBlock: "body",
  ClassBody: "body",
};

/** Operators on statements, declarations and functions. */
export const STATEMENT_OPERATORS: readonly Operator[] = [
  {
    name: "drop a statement",
    on: Object.keys(LISTS),
    mutants: (node) => nodesIn(node, LISTS[node.type] ?? "").map((each) => instead(each, ";")),
  },
  {
    name: "swap statements",
    on: ["BlockStatement", "SwitchCase"],
    mutants: (node, code) => {
      const list = nodesIn(node, LISTS[node.type] ?? "");
      return list.slice(1).flatMap((each, index) => swapped(list[index], each, code));
    },
  },
  {
    name: "drop else, catch or finally",
    on: ["IfStatement", "TryStatement"],
    mutants: (node, code) => {
      const [alternate, handler, finalizer] = ["alternate", "handler", "finalizer"].map((field) =>
        nodeIn(node, field),
      );
      const before = nodeIn(node, "consequent");
      if (alternate !== undefined && before !== undefined)
        return [[{ start: before.end, end: alternate.end, text: "" }]];
      if (handler === undefined || finalizer === undefined) return [];
      return [
        [{ start: handler.end, end: finalizer.end, text: "" }],
        [{ start: handler.start, end: handler.end, text: "" }],
        instead(finalizer, textOf(finalizer, code).replace(/\}$/, "; return 1}")),
      ];
    },
  },
  {
    name: "out of the branch",
    on: ["IfStatement", "WhileStatement", "ForStatement", "ForOfStatement"],
    mutants: (node, code) => {
      const body = nodeIn(node, node.type === "IfStatement" ? "consequent" : "body");
      if (body?.type !== "BlockStatement" || nodeIn(node, "alternate") !== undefined) return [];
      const list = nodesIn(body, "body");
      const last = list.at(-1);
      if (last === undefined) return [];
      return [[...instead(last, ";"), { start: node.end, end: node.end, text: `\n${textOf(last, code)}` }]];
    },
  },
  {
    name: "another kind of declaration",
    on: ["VariableDeclaration"],
    mutants: (node) => {
      const kind = String(node.kind);
      const others = { const: ["var"], let: ["var", "const"], var: ["let", "const"] }[kind] ?? [];
      return others.map((text) => [{ start: node.start, end: node.start + kind.length, text }]);
    },
  },
  {
    name: "declaration without its value",
    on: ["VariableDeclarator"],
    mutants: (node) => {
      const [id, init] = [nodeIn(node, "id"), nodeIn(node, "init")];
      return id === undefined || init === undefined ? [] : [[{ start: id.end, end: init.end, text: "" }]];
    },
  },
  {
    name: "another default",
    on: ["AssignmentPattern"],
    mutants: (node, code) => {
      const [left, right] = [nodeIn(node, "left"), nodeIn(node, "right")];
      if (left === undefined || right === undefined) return [];
      return [
        [{ start: left.end, end: right.end, text: "" }],
        instead(right, right.type === "NullLiteral" ? "0" : "null"),
        instead(right, `(${textOf(right, code)}, undefined)`),
      ];
    },
  },
  {
    name: "drop or change a jump",
    on: ["BreakStatement", "ContinueStatement", "ReturnStatement", "ThrowStatement"],
    mutants: (node, code) => {
      const [argument, text] = [nodeIn(node, "argument"), textOf(node, code)];
      switch (node.type) {
        case "BreakStatement":
          return [instead(node, ";"), instead(node, text.replace("break", "continue"))];
        case "ContinueStatement":
          return [instead(node, ";"), instead(node, text.replace("continue", "break"))];
        case "ThrowStatement":
          return [instead(node, text.replace("throw", "return"))];
        default:
          if (argument === undefined) return [instead(node, ";"), instead(node, "return null;")];
          return [instead(node, `(${textOf(argument, code)});`), instead(argument, "undefined")];
      }
    },
  },
  {
    name: "of or in, while or do",
    on: ["ForOfStatement", "ForInStatement", "WhileStatement"],
    mutants: (node, code) => {
      const [left, right] = [nodeIn(node, "left"), nodeIn(node, "right")];
      if (left !== undefined && right !== undefined) {
        const text = node.type === "ForInStatement" ? " of " : " in ";
        return [[{ start: left.end, end: right.start, text }]];
      }
      const [test, body] = [nodeIn(node, "test"), nodeIn(node, "body")];
      if (test === undefined || body?.type !== "BlockStatement") return [];
      return [instead(node, `do ${textOf(body, code)} while (${textOf(test, code)});`)];
    },
  },
  {
    name: "parts of a loop's head",
    on: ["ForStatement"],
    mutants: (node) =>
      ["init", "test", "update"].flatMap((field) => {
        const part = nodeIn(node, field);
        return part === undefined ? [] : [instead(part, "")];
      }),
  },
  {
    name: "another kind of function",
    on: [
      "FunctionExpression",
      "FunctionDeclaration",
      "ArrowFunctionExpression",
      "ObjectMethod",
      "ClassMethod",
    ],
    mutants: (node, code) => {
      const text = textOf(node, code);
      const found = [];
      const word = /^(?:static\s+)?(async|get|set)\s+(?=[\w$#[*(])/.exec(text)?.[1];
      if (word !== undefined) found.push(instead(node, text.replace(new RegExp(`${word}\\s+`), "")));
      else if (node.type !== "ClassMethod" && node.kind !== "get" && node.kind !== "set")
        found.push(instead(node, `async ${text}`));
      if (node.generator === true) found.push(instead(node, text.replace("*", "")));
      if (node.type === "FunctionExpression")
        found.push(instead(node, text.replace(/^function\b/, "function*")));
      return found;
    },
  },
  {
    name: "static or not, private or not",
    on: ["ClassMethod", "ClassProperty", "ClassPrivateProperty", "ClassPrivateMethod"],
    mutants: (node, code) => {
      if (node.kind === "constructor") return [];
      const text = textOf(node, code);
      return [instead(node, node.static === true ? text.replace(/^static\s+/, "") : `static ${text}`)];
    },
  },
  {
    name: "strictness",
    on: ["FunctionExpression", "FunctionDeclaration"],
    mutants: (node) => {
      const body = nodeIn(node, "body");
      const directive = body === undefined ? undefined : nodesIn(body, "directives")[0];
      if (directive !== undefined) return [instead(directive, ";")];
      return body === undefined
        ? []
        : [[{ start: body.start + 1, end: body.start + 1, text: '"use strict";' }]];
    },
  },
  {
    name: "drop a case or a declarator",
    on: ["SwitchStatement", "VariableDeclaration"],
    mutants: (node) =>
      node.type === "SwitchStatement"
        ? without(node, "cases")
        : nodesIn(node, "declarations").length > 1
          ? without(node, "declarations")
          : [],
  },
  {
    name: "drop a label or what is inherited",
    on: ["LabeledStatement", "ClassExpression", "ClassDeclaration"],
    mutants: (node, code) => {
      const [body, parent] = [nodeIn(node, "body"), nodeIn(node, "superClass")];
      if (body === undefined) return [];
      if (node.type === "LabeledStatement") return [instead(node, textOf(body, code))];
      return parent === undefined ? [] : [instead(parent, "Object"), instead(parent, "null")];
    },
  },
];
