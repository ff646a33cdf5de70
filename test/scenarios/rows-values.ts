// Captured values of every kind: what their content is, mutated in place or replaced, and what of it is read.

import { changed, first, kept, type Row, row } from "./row.ts";

/** A function that reads a value; the text is an expression. */
function reads(expression: string): string {
  return `const f = defineOnce(cache(function f() { globalThis.runs.f++; return ${expression}; }));`;
}

/** A row about one variable `v`, replaced or mutated by each edit. */
function value(title: string, start: string, expression: string, ...edits: Row["steps"]): Row {
  return row(title, "f()", [first(`let v = ${start};`, reads(expression)), ...edits]);
}

export const VALUE_ROWS: readonly Row[] = [
  value(
    "an array that is mutated in place recomputes",
    "[1, 2]",
    "v.reduce((a, b) => a + b, 0)",
    changed("v.push(3);", /f -> v/),
    kept("v.pop();"),
  ),
  value(
    "a hole that becomes undefined recomputes",
    "[1, , 3]",
    "1 in v",
    changed("v[1] = undefined;", /f -> v/),
  ),
  value(
    "a Map that is mutated in place recomputes",
    "new Map([['a', 1]])",
    "v.get('a')",
    changed("v.set('a', 2);", /f -> v/),
    kept("v.set('a', 1);"),
  ),
  value(
    "entries of a Map in another order recompute",
    "new Map([['a', 1], ['b', 2]])",
    "[...v.keys()].join()",
    changed("v.delete('a');\nv.set('a', 1);", /f -> v/),
  ),
  value(
    "a Set that is mutated in place recomputes",
    "new Set([1])",
    "v.size",
    changed("v.add(2);", /f -> v/),
    kept("v.delete(2);"),
  ),
  row("a nested value that is mutated in place recomputes, and explain names the inner path", "f(10)", [
    first(
      "const config = { weights: [1, 2] };",
      "const f = defineOnce(cache(function f(x) { globalThis.runs.f++; return config.weights.map((w) => w * x).join(); }));",
    ),
    changed("config.weights[1] = 3;", /f -> config\.weights\[1\] changed from 2 to 3/),
    kept("config.weights[1] = 2;"),
  ]),
  row("a property that the function does not read may change", "f(10)", [
    first(
      "const config = { a: 1, b: 1 };",
      "const f = defineOnce(cache(function f(x) { globalThis.runs.f++; return config.a * x; }));",
    ),
    kept("config.b = 2;"),
    kept("config.c = 2;"),
    changed("config.a = 2;", /f -> config\.a changed from 1 to 2/),
    kept("const config = { b: 7, a: 1 };"),
  ]),
  row("only the whole path that is read counts", "f(10)", [
    first(
      "const config = { a: { b: 1, c: 1 } };",
      "const f = defineOnce(cache(function f(x) { globalThis.runs.f++; return config.a.b * x; }));",
    ),
    kept("config.a.c = 2;"),
    changed("config.a.b = 2;", /f -> config\.a\.b changed from 1 to 2/),
    kept("config.a = { b: 1 };"),
  ]),
  row("a method call counts all of its object", "f(10)", [
    first(
      "const config = { a: 1, get() { return this.a; } };",
      "const f = defineOnce(cache(function f(x) { globalThis.runs.f++; return config.get() * x; }));",
    ),
    changed("config.a = 2;", /f -> config\.a changed from 1 to 2/),
    kept("config.a = 1;"),
    changed("config.b = 2;", /f -> config/, { sameValue: true }),
  ]),
  row("an object that is handed on counts as a whole", "f(10)", [
    first(
      "const config = { a: 1 };",
      "const total = (c) => Object.values(c).length;",
      "const f = defineOnce(cache(function f(x) { globalThis.runs.f++; return total(config) * x; }));",
    ),
    changed("config.b = 2;", /f -> config/),
  ]),
  row("a property through a computed key counts all of the object", "f(10)", [
    first(
      "const config = { a: 1, b: 1 };",
      "let key = 'a';",
      "const f = defineOnce(cache(function f(x) { globalThis.runs.f++; return config[key] * x; }));",
    ),
    changed("config.a = 2;", /f -> config/),
    changed("key = 'b';", /f -> key changed from "a" to "b"/),
  ]),
  row("a property that is taken by destructuring counts", "f(10)", [
    first(
      "const config = { a: 1 };",
      "const f = defineOnce(cache(function f(x) { globalThis.runs.f++; const { a } = config; return a * x; }));",
    ),
    changed("config.a = 2;", /f -> config/),
  ]),
  value(
    "keys in another order recompute",
    "{ a: 1, b: 2 }",
    "JSON.stringify(v)",
    changed("v = { b: 2, a: 1 };", /f -> v/),
    kept("v = { a: 1, b: 2 };"),
  ),
  value(
    "a key whose value is undefined is not a missing one",
    "{}",
    "'a' in v",
    changed("v = { a: undefined };", /f -> v/),
  ),
  value(
    "an object without prototype is not an empty object",
    "{}",
    "typeof v.toString",
    changed("v = Object.create(null);", /f -> v/),
  ),
  value(
    "the prototype of a captured object counts",
    "Object.create({ a: 1 })",
    "v.a",
    changed("Object.setPrototypeOf(v, { a: 2 });", /f -> v/),
  ),
  value(
    "a property whose key is a symbol counts",
    "{ [Symbol.for('a')]: 1 }",
    "v[Symbol.for('a')]",
    changed("v[Symbol.for('a')] = 2;", /f -> v/),
  ),
  value(
    "a property that is not enumerable counts",
    "Object.defineProperty({}, 'a', { value: 1, configurable: true })",
    "v.a",
    changed("Object.defineProperty(v, 'a', { value: 2, configurable: true });", /f -> v/),
  ),
  value(
    "a cycle is followed once, and what is in it counts",
    "{ a: 1 }",
    "v.self ? v.self.self.a : 0",
    changed("v.self = v;", /f -> v/),
    changed("v.a = 2;", /f -> v/),
  ),
  value(
    "two equal objects are not one object twice",
    "[{}, {}]",
    "v[0] === v[1]",
    changed("v[1] = v[0];", /f -> v/),
  ),
  value(
    "a Date that is set in place recomputes",
    "new Date(0)",
    "v.getTime()",
    changed("v.setTime(1000);", /f -> v/),
    kept("v.setTime(0);"),
  ),
  value(
    "a RegExp of another pattern recomputes",
    "/a/",
    "v.test('abc')",
    changed("v = /x/;", /f -> v/),
    kept("v = /a/;"),
  ),
  value("a RegExp of other flags recomputes", "/A/", "v.test('a')", changed("v = /A/i;", /f -> v/)),
  value(
    "the lastIndex of a RegExp counts",
    "/a/g",
    "v.lastIndex",
    changed("v.lastIndex = 1;", /f -> v/),
    kept("v.lastIndex = 0;"),
  ),
  value(
    "a URL that is changed in place recomputes",
    "new URL('http://host/a')",
    "v.pathname",
    changed("v.pathname = '/b';", /f -> v/),
    kept("v.pathname = '/a';"),
  ),
  value(
    "a BigInt that changed recomputes",
    "1n",
    "v * 2n",
    changed("v = 2n;", /f -> v changed from 1n to 2n/),
  ),
  value(
    "1n is not 1, and 1 is not '1'",
    "1n",
    "typeof v",
    changed("v = 1;", /f -> v changed from 1n to 1/),
    changed("v = '1';", /f -> v changed from 1 to "1"/),
  ),
  value(
    "a typed array that is written to recomputes",
    "new Float64Array([1, 2])",
    "v[0] + v[1]",
    changed("v[0] = 5;", /f -> v/),
    kept("v[0] = 1;"),
  ),
  row("a typed array whose buffer another view writes to recomputes", "f()", [
    first(
      "const buffer = new ArrayBuffer(8);",
      "const bytes = new Uint8Array(buffer, 4, 2);",
      reads("bytes[0] + bytes.length"),
    ),
    changed("new Uint8Array(buffer)[4] = 9;", /f -> bytes/),
  ]),
  value(
    "an Int8Array is not a Uint8Array of the same bytes",
    "new Uint8Array([255])",
    "v[0]",
    changed("v = new Int8Array([-1]);", /f -> v/),
  ),
  value(
    "an ArrayBuffer that is written to recomputes",
    "new ArrayBuffer(2)",
    "new Uint8Array(v)[0]",
    changed("new Uint8Array(v)[0] = 3;", /f -> v/),
  ),
  value("-0 is not 0", "0", "1 / v", changed("v = -0;", /f -> v changed from 0 to -0/), kept("v = 0;")),
  value(
    "NaN is NaN",
    "NaN",
    "String(v)",
    kept("v = 0 / 0;"),
    changed("v = 1;", /f -> v changed from NaN to 1/),
  ),
  value(
    "null is not undefined",
    "undefined",
    "String(v)",
    changed("v = null;", /f -> v changed from undefined to null/),
  ),
  value(
    "a string that changed is printed as JSON",
    '"a"',
    "v + '!'",
    changed('v = "b";', /f -> v changed from "a" to "b"/),
    kept('v = "a";'),
  ),
  value(
    "two lone surrogates differ",
    "String.fromCharCode(0xd800)",
    "v.charCodeAt(0)",
    changed("void (v = String.fromCharCode(0xd801));", /f -> v/),
  ),
  value(
    "numbers are printed in the shorter form",
    "1000000",
    "v + 1",
    changed("v = 1e21;", /f -> v changed from (1e6|1000000) to 1e21/),
    changed("v = 0.5;", /f -> v changed from 1e21 to 0\.5/),
  ),
  value(
    "a registered symbol that changed recomputes",
    "Symbol.for('a')",
    "String(v)",
    changed("v = Symbol.for('b');", /f -> v/),
    kept("v = Symbol.for('a');"),
  ),
  value(
    "the message of a captured error counts",
    "new Error('a')",
    "v.message",
    changed("v.message = 'b';", /f -> v/),
  ),
  value(
    "a captured function that becomes a built-in recomputes",
    "(x) => x",
    "v(2, 3)",
    changed("v = Math.max;", /f -> v/),
    changed("v = Math.min;", /f -> v/),
  ),
];
