// Operators on expressions.

import { nodeIn, nodesIn } from "../babel.ts";
import {
  bracketed,
  instead,
  neighbours,
  type Operator,
  otherOperator,
  swapped,
  textOf,
  without,
} from "./operator.ts";

const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  "===": ["==", "!=="],
  "!==": ["!=", "==="],
  "==": ["==="],
  "!=": ["!=="],
  "<": ["<=", ">"],
  "<=": ["<", ">="],
  ">": [">=", "<"],
  ">=": [">", "<="],
  "+": ["-"],
  "-": ["+"],
  "*": ["/", "**"],
  "/": ["*"],
  "%": ["/"],
  "&": ["|", "&&"],
  "|": ["&", "||"],
  ">>": [">>>"],
  ">>>": [">>"],
  "&&": ["||", "&"],
  "||": ["??", "&&", "|"],
  "??": ["||"],
  in: ["instanceof"],
  instanceof: ["in"],
  "=": ["+="],
  "+=": ["=", "-="],
  "-=": ["=", "+="],
  "||=": ["??=", "="],
  "??=": ["||=", "="],
  "&&=": ["="],
};

/** Operators on expressions. */
export const EXPRESSION_OPERATORS: readonly Operator[] = [
  {
    name: "another operator",
    on: ["BinaryExpression", "LogicalExpression", "AssignmentExpression"],
    mutants: (node, code) =>
      (OPERATORS[String(node.operator)] ?? []).map((each) => otherOperator(node, each, code)),
  },
  {
    name: "swap operands",
    on: ["BinaryExpression", "LogicalExpression"],
    mutants: (node, code) => swapped(nodeIn(node, "left"), nodeIn(node, "right"), code),
  },
  {
    name: "group otherwise",
    on: ["BinaryExpression", "LogicalExpression"],
    mutants: (node, code) => {
      const [left, right] = [nodeIn(node, "left"), nodeIn(node, "right")];
      const [first, middle] = left === undefined ? [] : [nodeIn(left, "left"), nodeIn(left, "right")];
      if (left?.type !== node.type || right === undefined || first === undefined || middle === undefined)
        return [];
      // Chains of one logical operator mean the same however they are grouped.
      if (node.type === "LogicalExpression" && left.operator === node.operator) return [];
      const [a, b, c] = [first, middle, right].map((each) => bracketed(each, code));
      return [instead(node, `(${a} ${left.operator} (${b} ${node.operator} ${c}))`)];
    },
  },
  {
    name: "negate a condition",
    on: ["IfStatement", "ConditionalExpression", "WhileStatement", "DoWhileStatement", "ForStatement"],
    mutants: (node, code) => {
      const test = nodeIn(node, "test");
      return test === undefined ? [] : [instead(test, `!(${textOf(test, code)})`)];
    },
  },
  {
    name: "swap branches",
    on: ["IfStatement", "ConditionalExpression"],
    mutants: (node, code) =>
      node.type === "IfStatement" && nodeIn(node, "consequent")?.type !== "BlockStatement"
        ? []
        : swapped(nodeIn(node, "consequent"), nodeIn(node, "alternate"), code),
  },
  {
    name: "drop a unary operator",
    on: ["UnaryExpression", "AwaitExpression", "YieldExpression", "SpreadElement", "NewExpression"],
    mutants: (node, code) => {
      const inner = nodeIn(node, node.type === "NewExpression" ? "callee" : "argument");
      if (inner === undefined) return [];
      // All between the operator and its operand may be a parenthesis.
      const words = /^(?:await|yield\s*\*?|new|typeof|void|delete|\.\.\.|[!~+-])\s*/.exec(textOf(node, code));
      return words === null ? [] : [[{ start: node.start, end: node.start + words[0].length, text: "" }]];
    },
  },
  {
    name: "call without the object",
    on: ["CallExpression"],
    mutants: (node, code) => {
      const callee = nodeIn(node, "callee");
      if (callee?.type !== "MemberExpression" || nodeIn(callee, "object")?.type === "Super") return [];
      return [instead(callee, `(0, ${textOf(callee, code)})`)];
    },
  },
  {
    name: "optional or not",
    on: ["MemberExpression", "OptionalMemberExpression", "CallExpression", "OptionalCallExpression"],
    mutants: (node, code) => {
      const inner = nodeIn(node, /Call/.test(node.type) ? "callee" : "object");
      if (inner === undefined || inner.type === "Super" || inner.type === "Import") return [];
      const rest = code.source.slice(inner.end, node.end);
      const at = rest.indexOf("?.");
      if (node.optional === true && at >= 0) {
        const isDotted = /^[\p{ID_Start}$_#]/u.test(rest.slice(at + 2));
        return [[{ start: inner.end + at, end: inner.end + at + 2, text: isDotted ? "." : "" }]];
      }
      const isClosed = inner.type.startsWith("Optional");
      const chain = isClosed ? [instead(inner, `(${textOf(inner, code)})`)] : [];
      const opening = /^\)*\s*[.[(]/.exec(rest);
      if (opening === null) return chain;
      const start = inner.end + opening[0].length - 1;
      const text = opening[0].endsWith(".") ? "?." : `?.${opening[0].at(-1)}`;
      return [...chain, [{ start, end: start + 1, text }]];
    },
  },
  {
    name: "arguments and elements",
    on: ["CallExpression", "NewExpression", "ArrayExpression", "SequenceExpression"],
    mutants: (node, code) => {
      const field =
        { ArrayExpression: "elements", SequenceExpression: "expressions" }[node.type] ?? "arguments";
      return [...neighbours(node, field, code), ...without(node, field)];
    },
  },
  {
    name: "order of keys and members",
    on: ["ObjectExpression", "ObjectPattern", "ClassBody"],
    mutants: (node, code) => neighbours(node, node.type === "ClassBody" ? "body" : "properties", code),
  },
  {
    name: "drop a property or a parameter",
    on: ["ObjectExpression", "ObjectPattern", "FunctionExpression", "FunctionDeclaration", "ArrayPattern"],
    mutants: (node) =>
      without(
        node,
        { ObjectExpression: "properties", ObjectPattern: "properties", ArrayPattern: "elements" }[
          node.type
        ] ?? "params",
      ),
  },
  {
    name: "prefix or postfix",
    on: ["UpdateExpression"],
    mutants: (node, code) => {
      const argument = nodeIn(node, "argument");
      const parent = code.parentOf(node);
      if (argument === undefined || parent === undefined) return [];
      // Where nobody uses the value, both mean the same.
      const isUnused =
        /^(?:ExpressionStatement|SequenceExpression)$/.test(parent.type) || nodeIn(parent, "update") === node;
      const [operator, text] = [String(node.operator), textOf(argument, code)];
      const other = operator === "++" ? "--" : "++";
      const moved = node.prefix === true ? `(${text}${operator})` : `(${operator}${text})`;
      return [
        ...(isUnused ? [] : [instead(node, moved)]),
        instead(node, node.prefix === true ? `${other}${text}` : `${text}${other}`),
      ];
    },
  },
  {
    name: "another local",
    on: ["Identifier"],
    mutants: (node, code) => {
      const parent = code.parentOf(node);
      const isKey = parent !== undefined && parent.computed !== true && nodeIn(parent, "key") === node;
      const isProperty =
        parent !== undefined && parent.computed !== true && nodeIn(parent, "property") === node;
      const isDeclared =
        /^(?:VariableDeclarator|Function|Class|Labeled|Break|Continue|Meta|Catch|Rest|AssignmentPattern|ArrayPattern)/.test(
          parent?.type ?? "",
        ) && nodeIn(parent ?? node, "init") !== node;
      if (isKey || isProperty || isDeclared || parent?.shorthand === true) return [];
      if (parent !== undefined && nodesIn(parent, "params").includes(node)) return [];
      return code
        .localsAt(node)
        .filter((name) => name !== node.name)
        .map((name) => instead(node, name));
    },
  },
  {
    name: "another property",
    on: ["MemberExpression", "ObjectProperty", "ObjectMethod"],
    mutants: (node) => {
      const key = nodeIn(node, node.type === "MemberExpression" ? "property" : "key");
      if (key?.type !== "Identifier" || node.computed === true || node.shorthand === true) return [];
      return [
        instead(key, `${key.name}_`),
        ...(node.type === "MemberExpression"
          ? []
          : [instead(key, `[${key.name}]`), instead(key, "__proto__")]),
      ];
    },
  },
];
