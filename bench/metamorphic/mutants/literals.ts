// Operators on literals and templates.

import { nodesIn } from "../babel.ts";
import { instead, type Operator, textOf } from "./operator.ts";

/** Operators on literals and templates. */
export const LITERAL_OPERATORS: readonly Operator[] = [
  {
    name: "another number",
    on: ["NumericLiteral"],
    mutants: (node) => {
      const value = Number(node.value);
      const others = [value + 1, value - 1, -value, value * 10]
        .filter((each) => !Object.is(each, value))
        .map((each) => (Object.is(each, -0) ? "-0" : String(each)));
      const exact = Number.isInteger(value) && Math.abs(value) < 2 ** 53 ? [`${value}n`] : [];
      return [...others, ...exact, `"${value}"`].map((text) => instead(node, `(${text})`));
    },
  },
  {
    name: "another string",
    on: ["StringLiteral"],
    mutants: (node) =>
      [`${node.value}_`, ` ${node.value}`, String(node.value).toUpperCase(), String(node.value).slice(1)]
        .filter((text) => text !== node.value)
        .map((text) => instead(node, JSON.stringify(text))),
  },
  {
    name: "another constant",
    on: ["BooleanLiteral", "NullLiteral", "BigIntLiteral", "Identifier", "ThisExpression"],
    mutants: (node, code) => {
      const parent = code.parentOf(node);
      if (parent?.type.endsWith("MemberExpression") && parent.property === node) return [];
      if (parent?.type.startsWith("ObjectProperty") && parent.key === node) return [];
      switch (node.type) {
        case "BooleanLiteral":
          return [
            instead(node, node.value === true ? "false" : "true"),
            instead(node, node.value ? "1" : "0"),
          ];
        case "NullLiteral":
          return [instead(node, "undefined"), instead(node, "0")];
        case "BigIntLiteral":
          return [instead(node, `${BigInt(String(node.value)) + 1n}n`), instead(node, String(node.value))];
        case "ThisExpression":
          return [instead(node, "undefined"), instead(node, "globalThis")];
        default:
          if (node.name === "undefined") return [instead(node, "null"), instead(node, "false")];
          if (node.name === "NaN") return [instead(node, "0")];
          return node.name === "Infinity" ? [instead(node, "NaN")] : [];
      }
    },
  },
  {
    name: "regular expression",
    on: ["RegExpLiteral"],
    mutants: (node) => {
      const [pattern, flags] = [String(node.pattern), String(node.flags)];
      const toggled = [..."gimsy"].map((flag) =>
        flags.includes(flag) ? flags.replace(flag, "") : flags + flag,
      );
      return [
        ...toggled.map((each) => instead(node, `/${pattern}/${each}`)),
        instead(node, `/${pattern}|x/${flags}`),
        instead(node, `/(?:${pattern})/${flags}`),
      ];
    },
  },
  {
    name: "parts of a template",
    on: ["TemplateLiteral"],
    mutants: (node, code) => {
      const [parts, expressions] = [nodesIn(node, "quasis"), nodesIn(node, "expressions")];
      const texts = parts.map((part) => instead(part, `${textOf(part, code)}_`));
      const dropped = expressions.map((each) => instead(each, '""'));
      const swaps = expressions.slice(1).map((each, index) => {
        const last = expressions[index] ?? each;
        return [...instead(last, textOf(each, code)), ...instead(each, textOf(last, code))];
      });
      return [...texts, ...dropped, ...swaps];
    },
  },
];
