// Constants that are code or carry it: functions, classes, their instances, and objects with state that only closures reach.

import type { ConstantKind } from "./constant-kind.ts";
import type { Choices } from "./dice.ts";

export const CODE_CONSTANTS: Choices<ConstantKind> = [
  {
    title: "a function",
    values: [
      "(y) => y + 1",
      "(z) => z + 1",
      "(y) => y + 2",
      "function (y) { return y - 1 }",
      "(y) => [$o, String(y)]",
    ],
    reads: ["$c($x)", "[1, 2].map((e) => $c(e))", "$c.length", "typeof $c"],
    edits: [],
  },
  {
    title: "a built-in function",
    values: ["Math.max", "Math.min", "parseInt", "Math.abs"],
    reads: ["$c(1, 2)", "[1, 2].map($c)", "$c.name"],
    edits: [],
  },
  {
    title: "an object with a getter",
    values: ["{ get v() { return $o } }", "{ get v() { return $v } }", "{ v: $v }"],
    reads: ["$c.v", "Object.keys($c).join()", "const { v: $l } = $c ;; $l"],
    edits: [
      "Object.defineProperty($c, 'v', { get: () => $v, configurable: true, enumerable: true })",
      "Object.defineProperty($c, 'v', { value: $v, configurable: true, enumerable: true, writable: true })",
    ],
  },
  {
    title: "an object with a method",
    values: ["{ k: $v, m(y) { return this.k + y } }", "{ k: $v, m(y) { return [$o, String(y)] } }"],
    reads: ["$c.m($x)", "$c.k", "$c['m'](1)", "$c.m?.call({ k: 5 }, 1)"],
    edits: ["$c.k = $v", "$c.m = (y) => String(y)", "$c.m = function (y) { return [this.k, $v] }"],
  },
  {
    title: "functions in an array",
    values: ["[(y) => y + $v, () => $o]", "[() => $o, (y) => y + $v]"],
    reads: ["$c[0]($x)", "$c.map((g) => g($x))", "$c.length", "$c.reduce((s, g) => [s, g(1)], 0)"],
    edits: ["$c[0] = (y) => y * $v", "$c.reverse()", "$c.push((y) => $v)", "$c.pop()"],
  },
  {
    title: "a function with a property",
    values: ["Object.assign((y) => [String(y)], { k: $v })"],
    reads: ["$c.k", "[$c.k, $c($x)]", "Object.keys($c).join()"],
    edits: ["$c.k = $v", "delete $c.k", "$c.other = $v"],
  },
  {
    title: "a bound function",
    values: [
      "((k, y) => k + y).bind(null, $v)",
      "Math.max.bind(null, $v)",
      "(function () { return this.k }).bind({ k: $v })",
    ],
    reads: ["$c($x)", "$c(1)", "$c.name"],
    edits: [],
  },
  {
    title: "a class",
    values: [
      "class { static base = $v; step = $v; m(y) { return this.step + y } }",
      "class { static base = 1; step = $o; m(y) { return [this.step, $v] } }",
      "class { static get base() { return $o } #p = $v; m(y) { return this.#p + y } }",
    ],
    reads: [
      "new $c().m($x)",
      "$c.base",
      "Object.keys(new $c()).join()",
      "new $c() instanceof $c",
      "$c.inherited",
    ],
    edits: [
      "$c.base = $v",
      "$c.prototype.m = function (y) { return [String(y), $v] }",
      "Object.setPrototypeOf($c, { inherited: $v })",
      "Object.defineProperty($c, 'base', { get: () => $v, configurable: true })",
    ],
  },
  {
    title: "a class with a superclass",
    values: [
      "(() => { class A { m(y) { return y + $v } } return class B extends A { m(y) { return [super.m(y)] } } })()",
    ],
    reads: ["new $c().m($x)", "Object.getPrototypeOf($c).name"],
    edits: [
      "Object.getPrototypeOf($c).prototype.m = (y) => y - $v",
      "Object.setPrototypeOf($c.prototype, { m: (y) => [$v] })",
    ],
  },
  {
    title: "an instance",
    values: ["new (class P { constructor(a) { this.a = a } get twice() { return this.a * 2 } })($v)"],
    reads: ["$c.twice", "$c.a", "$c.constructor.name"],
    edits: [
      "$c.a = $v",
      "Object.setPrototypeOf($c, { twice: $v })",
      "Object.defineProperty(Object.getPrototypeOf($c), 'twice', { get: () => $v, configurable: true })",
    ],
  },
  {
    title: "an instance with private state",
    values: ["new (class { #k = $v; get() { return this.#k } set(w) { this.#k = w } })()"],
    reads: ["$c.get()"],
    edits: ["$c.set($v)"],
  },
  {
    title: "an object whose state a closure holds",
    values: ["(() => { let k = $v; return { get: () => k, set: (w) => { k = w } } })()"],
    reads: ["$c.get()", "[$c.get(), $x]"],
    edits: ["$c.set($v)", "$c.set([$v])"],
  },
  {
    title: "a counter",
    values: ["(() => { let k = $v; return { get: () => k, next: () => ++k } })()"],
    reads: ["$c.get()", "$c.next()"],
    edits: ["$c.next()"],
    changesItself: true,
  },
  {
    title: "a function memoized by hand",
    values: [
      "(() => { const known = new Map(); return (y) => { if (!known.has(y)) known.set(y, y + $v); return known.get(y) } })()",
    ],
    reads: ["$c(1)", "$c($x)"],
    edits: [],
    changesItself: true,
  },
  {
    title: "a weak map and its key",
    values: ["(() => { const key = {}; return { key, map: new WeakMap([[key, $v]]) } })()"],
    reads: ["$c.map.get($c.key)", "$c.map.has($c.key)"],
    edits: ["$c.map.set($c.key, $v)", "$c.map.delete($c.key)", "$c.key = {}"],
  },
  {
    title: "a proxy",
    values: [
      "new Proxy({ a: $v }, {})",
      "new Proxy({}, { get: () => $o })",
      "new Proxy({ a: $v }, { has: () => true })",
    ],
    reads: ["$c.a", "'e' in $c", "Object.keys($c).length"],
    edits: ["$c.a = $v", "$c.e = $v", "delete $c.e"],
  },
  {
    title: "a class and an instance of it",
    values: ["(() => { class A {} return { A, a: new A() } })()"],
    reads: ["$c.a instanceof $c.A", "$c.a.constructor === $c.A"],
    edits: ["$c.A = class A {}", "$c.a = new $c.A()"],
    comparesIdentities: true,
  },
];
