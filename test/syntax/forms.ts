// The forms of function texts: expressions that make a live function, each with the kind its text must have.

import type { SourceKind } from "../../src/syntax/parse.ts";

type Form = readonly [title: string, source: string, kind: SourceKind];

const declaration = (text: string): string => `(() => { ${text}; return f })()`;
const member = (text: string, key = '"m"'): string => `({ ${text} })[${key}]`;
const accessor = (text: string, part: "get" | "set"): string =>
  `Object.values(Object.getOwnPropertyDescriptors({ ${text} }))[0].${part}`;
const staticMember = (text: string, key = '"m"'): string => `(class { static ${text} })[${key}]`;
const within = (text: string): string => `(class extends Object { static #p = 1; static m = ${text} }).m`;
const privateMember = (text: string, got: string): string =>
  `(class { ${text}; static of() { return ${got} } }).of()`;

/** Functions that an expression of sloppy code makes. */
export const LIVE: readonly Form[] = [
  ["a declaration", declaration("function f(a) { return a }"), "function"],
  ["an async declaration", declaration("async function f(a) { await a }"), "function"],
  ["a generator's declaration", declaration("function* f(a) { yield a }"), "function"],
  ["an async generator's declaration", declaration("async function* f(a) { yield await a }"), "function"],
  ["a class declaration", declaration("class f {}"), "class"],
  ["a function expression", "function () {}", "function"],
  ["a named function expression", "function f() { return f }", "function"],
  ["an arrow", "a => a", "arrow"],
  ["an arrow in parentheses", "((a) => (a))", "arrow"],
  ["an arrow with an object", "() => ({})", "arrow"],
  ["an arrow with a sequence", "() => (a, b)", "arrow"],
  ["an arrow on several lines", "(\n a,\n b,\n) => {\n}", "arrow"],
  ["an arrow of an arrow", "a => b => c => a", "arrow"],
  ["an async arrow", "async a => await a", "arrow"],
  ["an async arrow with parentheses", "async (a, ...b) => { for await (const c of a) b }", "arrow"],
  ["an arrow whose parameter is async", "async => async", "arrow"],
  [
    "an arrow with new.target and arguments",
    "(function () { return () => [new.target, arguments] })()",
    "arrow",
  ],
  ["an arrow with super", "({ m() { return () => super.m } }).m()", "arrow"],
  [
    "an arrow that calls the constructor above",
    "(() => { let a; new (class extends Object { constructor() { a = () => super(); a() } })(); return a })()",
    "arrow",
  ],
  ["an arrow with private names", within("() => A.#p"), "arrow"],
  ["an arrow that asks for a private name", within("a => #p in a"), "arrow"],
  ["a method", member("m(a) { return a }"), "method"],
  ["an async method", member("async m(a) { await a }"), "method"],
  ["a generator method", member("*m(a) { yield a }"), "method"],
  ["an async generator method", member("async *m(a) { yield await a }"), "method"],
  ["a method with super", member("m() { return super.m }"), "method"],
  ["a getter", accessor("get m() { return 1 }", "get"), "getter"],
  ["a setter", accessor("set m(a) { this.a = a }", "set"), "setter"],
  ["a static method", staticMember("m() {}"), "method"],
  ["a static async generator method", staticMember("async *m() {}"), "method"],
  ["a static method named static", staticMember("static() {}", '"static"'), "method"],
  ["a method of a class", "(class { m() {} }).prototype.m", "method"],
  [
    "a getter of a class",
    "Object.getOwnPropertyDescriptor((class { get m() { return 1 } }).prototype, 'm').get",
    "getter",
  ],
  ["a private method", privateMember("static #m(a) { return a }", "this.#m"), "method"],
  ["a private async generator method", privateMember("static async *#m() {}", "this.#m"), "method"],
  ...[
    "function",
    "get",
    "set",
    "async",
    "static",
    "class",
    "await",
    "yield",
    "let",
    "of",
    "if",
    "constructor",
    "new",
    "eval",
    "__proto__",
  ].map((name): Form => [`a method named ${name}`, member(`${name}(a) { return a }`, `"${name}"`), "method"]),
  ["a getter named get", accessor("get get() { return 1 }", "get"), "getter"],
  ["a setter named set", accessor("set set(a) {}", "set"), "setter"],
  ["a getter named async", accessor("get async() { return 1 }", "get"), "getter"],
  ["a generator method named get", member("*get() {}", '"get"'), "method"],
  ["an async method named get", member("async get() {}", '"get"'), "method"],
  ["an async method named async", member("async async() {}", '"async"'), "method"],
  ["a method with a quoted name", member("'a b'() {}", '"a b"'), "method"],
  ["a method with a number for a name", member("1e3() {}", "1000"), "method"],
  ["a method with a bigint for a name", member("1n() {}", "1"), "method"],
  ["a method with an escaped name", member("\\u0061() {}", '"a"'), "method"],
  ["a method with a computed string", member("['m']() {}"), "method"],
  ["a method with a computed number", member("[1 + 1]() {}", "2"), "method"],
  ["a method with a symbol", member("[Symbol.iterator]() {}", "Symbol.iterator"), "method"],
  ["a generator method with a symbol", member("*[Symbol.iterator]() {}", "Symbol.iterator"), "method"],
  ["a method with a computed template", member("[`m`]() {}"), "method"],
  ["a method with a computed function", member("[(() => 'm')()]() {}"), "method"],
  ["a getter with a computed name", accessor("get ['m']() { return 1 }", "get"), "getter"],
  ["a method with comments everywhere", member("/*a*/ m /*b*/ ( /*c*/ ) /*d*/ { /*e*/ }"), "method"],
  ["a class", "class A {}", "class"],
  ["a class without a name", "class {}", "class"],
  ["a class that extends null", "class extends null {}", "class"],
  ["a class that extends an expression", "class extends (a => class {})() {}", "class"],
  [
    "a class with everything",
    "class A extends Object { #a = 1; static #b; c = this.#a; static d; ['e']; 'f' = 1; 1 = 2; static { this.#b = 1 } constructor() { super() } get g() { return super.g } set g(a) {} static async *h() {} #i() {} static get #j() { return 1 } ; }",
    "class",
  ],
  [
    "a class with members named like keywords",
    "class { static; get; set; async; static static; static async; 'constructor'() {} }",
    "class",
  ],
  ["comments before the body", "function /*a*/ f /*b*/ (/*c*/) /*d*/ { /*e*/ }", "function"],
  ["a comment with a brace", "function f() { /* } */ // }\n}", "function"],
  ["native code in a comment", "function f() { /* [native code] */ }", "function"],
  ["native code in a string", "function f() { return '{ [native code] }' }", "function"],
  ["an HTML-like comment", "function f() {\n<!-- a\n}", "function"],
  ["the end of an HTML-like comment", "function f() {\n--> a\n}", "function"],
  ["import()", "() => import('node:fs')", "arrow"],
  ["import() with options", "() => import('a', { with: { type: 'json' } })", "arrow"],
  ["await and yield as names", "function f(await, yield) { return await + yield }", "function"],
  ["await as a label", "() => { await: for (;;) break await }", "arrow"],
  ["let as a name", "function f() { var let = 1; return let }", "function"],
  ["of, get, set, static and async as names", "(of, get, set, async) => of + get + set + async", "arrow"],
  ["undefined as a name", "undefined => undefined", "arrow"],
  ["escaped names", "function \\u0061(\\u{62}) { return \\u0062 }", "function"],
  ["names from all over the world", "(ñ, 变量, 𝒳, $_) => ñ + 变量 + 𝒳 + $_", "arrow"],
  ["a regular expression with classes of classes", "() => /[\\p{L}--[a-z]]/v", "arrow"],
  ["named groups and all flags", "() => /(?<a>b)\\k<a>/dgimsuy", "arrow"],
  ["a regular expression behind a parenthesis", "a => (a) / 2 / /b/.c", "arrow"],
  ["octal numbers and escapes", "() => [010, 08, '\\01', '\\8']", "arrow"],
  ["parameters of one name", "function f(a, a) { return a }", "function"],
  ["with", "a => { with (a) b }", "arrow"],
  ["delete of a name", "function f(a) { delete a }", "function"],
  [
    "functions in odd places",
    "a => { if (a) function f() {} else function g() {} l: function h() {} }",
    "arrow",
  ],
  ["a loop's var with a value", "() => { for (var a = 1 in {}); }", "arrow"],
  ["a directive", "function f() { 'use strict'; return this }", "function"],
  ["an invalid escape in a tagged template", "a => a`\\u`", "arrow"],
  ["optional chains", "a => a?.b?.[c]?.(d)?.e.f(g)", "arrow"],
  ["logical assignments", "a => { a ??= 1; a ||= 2; a &&= 3; a **= 4 }", "arrow"],
  ["catch without a parameter", "() => { try {} catch {} finally {} }", "arrow"],
  ["line separators in a string", "() => '\u2028\u2029'", "arrow"],
];

/** Valid texts that meriyah 7.4.2 does not parse, or that a script and a module read differently: they are compared as text. */
export const NOT_PARSED: readonly (readonly [title: string, text: string])[] = [
  ["arguments in a default within a field", "class { a = function (b = () => arguments) {} }"],
  ["a comment of old that is three operators in a module", "(a, b) => a <!--b"],
  ["a yielded question for a private name", "class { #a; *m(o) { f(yield #a in o) } }"],
];

/** Texts that only newer engines, modules or other tools give. */
export const BY_TEXT: readonly Form[] = [
  ["import.meta", "() => import.meta.url", "arrow"],
  ["an arrow with top-level await in reach", "async () => { await 1; await (2) }", "arrow"],
  ["using", "() => { using a = b; for (using c of d); }", "arrow"],
  ["await using", "async () => { await using a = b }", "arrow"],
  ["decorators", "@a class A { @b() c() {} @d e = 1 }", "class"],
  ["accessors of fields", "class A { accessor a = 1; static accessor #b }", "class"],
  ["a deferred import", "() => import.defer('a')", "arrow"],
  ["modifiers in a regular expression", "() => /(?i:a)b/", "arrow"],
  ["groups of one name", "() => /(?<a>b)|(?<a>c)/", "arrow"],
  ["a regular expression that this engine may not know", "() => /\\p{Script=New}/u", "arrow"],
];

/** Functions without source text. */
export const OPAQUE: readonly (readonly [title: string, source: string])[] = [
  ["a built-in function", "Math.max"],
  ["a built-in class", "Map"],
  ["a built-in getter", "Object.getOwnPropertyDescriptor(Map.prototype, 'size').get"],
  ["a built-in method with a symbol", "Array.prototype[Symbol.iterator]"],
  ["a bound function", "(a => a).bind(null)"],
  ["a bound class", "(class {}).bind(null)"],
  ["a proxied function", "new Proxy(a => a, {})"],
  ["a proxied class", "new Proxy(class {}, {})"],
  [
    "a function that throws on each look",
    "new Proxy(function () {}, { get() { throw 1 }, has() { throw 1 } })",
  ],
];
