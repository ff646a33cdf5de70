// "Never stale", one way of reading something at a time: a function is called twice, something that it reads changes, and the
// third call must give what the function itself gives then. Each row also hits once before the change, or it would prove
// nothing.

import { beforeAll, describe, expect, it } from "vitest";
import { type Cached, cache } from "../../src/index.ts";
import { functionOf, type ModuleFile, moduleFile, requiredFile, script } from "./evaluation.ts";

/** The statements before, the function, and the change. */
type Row = readonly [title: string, setup: string, fn: string, change: string];

// biome-ignore format: a table
const KEPT: readonly Row[] = [
  ["the receiver of a method that is tested first", "const a = { n: 1, get() { return this.n } };", "() => a.get ? a.get() : 0", "a.n = 2"],
  ["the receiver of a method that is called if it is there", "const a = { n: 1, get() { return this.n } };", "() => a.get?.()", "a.n = 2"],
  ["the receiver of a method of what may not be there", "const a = { n: 1, get() { return this.n } };", "() => a?.get()", "a.n = 2"],
  ["the receiver of a method whose type is tested", "const a = { n: 1, get() { return this.n } };", "() => typeof a.get === 'function' && a.get()", "a.n = 2"],
  ["the receiver of a method within, tested first", "const a = { b: { n: 1, get() { return this.n } } };", "() => a.b.get && a.b.get()", "a.b.n = 2"],
  ["what a getter reads of its object", "const a = { n: 1, get v() { return this.n } };", "() => a.v", "a.n = 2"],
  ["a property of a prototype", "const p = { n: 1 }; const a = Object.create(p);", "() => a.n", "p.n = 2"],
  ["what toString reads", "const o = { n: 1, toString() { return String(o.n) } };", "() => '' + o", "o.n = 2"],
  ["a default parameter", "const o = { n: 1 };", "(x = o.n) => x", "o.n = 2"],
  ["a default of a pattern", "let k = 1; const o = {};", "() => { const { a = k } = o; return a }", "k = 2"],
  ["whether a property is there", "const o = {};", "() => 'a' in o", "o.a = 2"],
  ["how many properties there are", "const o = {};", "() => Object.keys(o).length", "o.a = 2"],
  ["the properties that a loop goes through", "const o = {};", "() => { let n = 0; for (const _ in o) n++; return n }", "o.a = 2"],
  ["the object that a function is bound to", "const o = { n: 1, get() { return this.n } }; const b = o.get.bind(o);", "() => b()", "o.n = 2"],
  ["what a getter captures", "let n = 1; const o = { get v() { return n } };", "() => o.v", "n = 2"],
  ["the receiver of a function that is called by call", "const o = { n: 1 }; function g() { return this.n }", "() => g.call(o)", "o.n = 2"],
  ["a property of a function", "function g() { return 1 } g.n = 1;", "() => g.n", "g.n = 2"],
  ["a property of a helper that the helper reads by its own name", "function g() { return g.n } g.n = 1;", "() => g()", "g.n = 2"],
  ["the receiver that is handed to Reflect.apply", "const o = { n: 1 }; o.g = function () { return this.n }; const { g } = o;", "() => Reflect.apply(g, o, [])", "o.n = 2"],
  ["an object in a Map", "const m = new Map([[1, { a: 1 }]]);", "() => m.get(1)?.a", "m.get(1).a = 2"],
  ["a private field", "class C { #n = 1; get() { return this.#n } up() { this.#n++ } } const c = new C();", "() => c.get()", "c.up()"],
  ["a private static field", "class C { static #n = 1; static get() { return C.#n } static up() { C.#n++ } }", "() => C.get()", "C.up()"],
  ["a static field", "class C { static n = 1; static get() { return C.n } }", "() => C.get()", "C.n = 2"],
  ["a variable that a method reads", "let k = 1; class C { get() { return k } } const c = new C();", "() => c.get()", "k = 2"],
  ["a variable that a field is initialized from", "let k = 1; class C { n = k }", "() => new C().n", "k = 2"],
  ["a variable that an inherited method reads", "let k = 1; class B { get() { return k } } class C extends B {}", "() => new C().get()", "k = 2"],
  ["a method that is replaced", "class C { get() { return 1 } }", "() => new C().get()", "C.prototype.get = () => 2"],
  ["a property under a symbol", "const s = Symbol('s'); const o = { [s]: 1 };", "() => o[s]", "o[s] = 2"],
  ["a property beside an object whose method is called", "const o = { n: 1, h: { g() { return 5 } } };", "() => [o.h.g(), o.n]", "o.n = 2"],
  ["the receiver of a tag that is also read", "const o = { n: 1, t() { return this.n } };", "() => [o.t, o.t`x`]", "o.n = 2"],
  ["a variable that a generator yields", "let k = 1; function* g() { yield k }", "() => [...g()]", "k = 2"],
  ["an array that is mapped", "const xs = [1];", "() => xs.map((x) => x)", "xs.push(2)"],
  ["the length of an array", "const xs = [1];", "() => xs.length", "xs.push(2)"],
  ["the length of an array beside a method of it", "const xs = [1];", "() => { xs.at(0); return xs.length }", "xs.push(2)"],
  ["a Date", "const d = new Date(0);", "() => d.getTime()", "d.setTime(5)"],
  ["where a regular expression goes on", "const r = /a/g;", "() => r.lastIndex", "r.lastIndex = 5"],
  ["an element of a typed array", "const r = new Uint8Array(3);", "() => r[0]", "r[0] = 5"],
  ["a typed array", "const r = new Uint8Array(3);", "() => r.join()", "r[0] = 5"],
  ["a view, by way of its buffer", "const b = new ArrayBuffer(300); const r = new Uint8Array(b, 10, 20);", "() => r.join()", "new Uint8Array(b)[15] = 5"],
  ["a large typed array", "const r = new Float64Array(100_000);", "() => r.reduce((a, b) => a + b, 0)", "r[50_000] = 5"],
  ["a DataView", "const b = new ArrayBuffer(8); const v = new DataView(b);", "() => v.getInt8(0)", "v.setInt8(0, 4)"],
  ["a URL", "const u = new URL('http://a/b');", "() => u.href", "u.pathname = '/c'"],
  ["parameters of a URL", "const u = new URLSearchParams('a=1');", "() => u.get('a')", "u.set('a', '2')"],
  ["the message of an error", "const e = new Error('a');", "() => e.message", "e.message = 'b'"],
  ["an entry of a WeakMap", "const w = new WeakMap(); const k = {}; w.set(k, 1);", "() => w.get(k)", "w.set(k, 2)"],
  ["the target of a proxy", "const t = { n: 1 }; const p = new Proxy(t, {});", "() => p.n", "t.n = 2"],
  ["a property of a boxed number", "const o = Object.assign(new Number(1), { k: 1 });", "() => o.k", "o.k = 2"],
  ["a variable of a closure that only its functions see", "const make = () => { let n = 1; return { get: () => n, up: () => { n++ } } }; const c = make();", "() => c.get()", "c.up()"],
  ["a property of the global object", "Object.assign(globalThis, { zzz: 1 });", "() => globalThis.zzz", "globalThis.zzz = 2"],
  ["a variable of the environment", "process.env.ZZZ = '1';", "() => process.env.ZZZ", "process.env.ZZZ = '2'"],
  ["a property that Reflect.get reads", "const o = { a: { b: 1 } };", "() => Reflect.get(o.a, 'b')", "o.a.b = 2"],
  ["the receiver of a method whose result is called", "const a = { n: 1, get() { const { n } = this; return () => n } };", "() => a.get()()", "a.n = 2"],
  ["a hole in a long array", "const xs = Array.from({ length: 100 }, () => undefined);", "() => { let n = 0; xs.forEach(() => { n++ }); return n }", "delete xs[7]"],
  ["a buffer that is handed to another thread", "const b = new ArrayBuffer(8);", "() => b.byteLength", "structuredClone(b, { transfer: [b] })"],
  ["a buffer that is handed to another thread and handed around", "const b = new ArrayBuffer(8);", "() => [b].map((x) => x.byteLength)[0]", "structuredClone(b, { transfer: [b] })"],
  ["a property of itself that a function reads", "function f() { return f.n } f.n = 1;", "f", "f.n = 2"],
  ["a property of a helper under the name that only the helper sees", "const g = function me() { return me.n }; g.n = 1;", "() => g()", "g.n = 2"],
  ["a static field that a method reads", "class C { static n = 1; get() { return C.n } } const c = new C();", "() => c.get()", "C.n = 2"],
  ["a static field that a static method reads, called alone", "class C { static n = 1; static get() { return C.n } } const { get } = C;", "() => get()", "C.n = 2"],
  ["the prototype of a constructor function", "function P() {} P.prototype.v = 1;", "() => new P().v", "P.prototype.v = 2"],
  ["the prototype of a function that constructs itself", "function P() { if (!new.target) return new P() } P.prototype.v = 1;", "() => P().v", "P.prototype.v = 2"],
  ["a variable of a loop", "const fs = []; for (let i = 0; i < 2; i++) fs.push({ get: () => i, up: () => { i += 10 } });", "() => fs[1].get()", "fs[1].up()"],
  ["the default parameter of a helper", "let k = 1; const g = (x = k) => x;", "() => g()", "k = 2"],
  ["a computed key", "let k = 'a';", "() => { const o = { [k]: 1 }; return Object.keys(o)[0] }", "k = 'b'"],
  ["what Symbol.toPrimitive reads", "const o = { n: 1, [Symbol.toPrimitive]() { return this.n } };", "() => o + 1", "o.n = 2"],
  ["what an iterator yields", "let k = 1; const o = { *[Symbol.iterator]() { yield k } };", "() => [...o]", "k = 2"],
  ["an intrinsic that is replaced", "const old = Math.cbrt;", "() => Math.cbrt(8)", "Math.cbrt = () => 5; setTimeout(() => { Math.cbrt = old }, 0)"],
  ["an intrinsic that is replaced, by another name", "const old = Math.sinh; const m = Math;", "() => m.sinh(8)", "m.sinh = () => 5; setTimeout(() => { Math.sinh = old }, 0)"],
  ["a property that is added to an intrinsic", "", "() => Math.zork", "Math.zork = 5"],
  ["a variable of the environment in a pattern", "process.env.ZZ1 = '1';", "() => { const { ZZ1 } = process.env; return ZZ1 }", "process.env.ZZ1 = '5'"],
  ["arguments of the process", "", "() => process.argv.length", "process.argv.push('x')"],
  ["a property that is added to process", "process.zork = 1;", "() => process.zork", "process.zork = 2"],
  ["a property of an intrinsic constructor", "Number.zork = 1;", "() => Number.zork", "Number.zork = 2"],
  ["a list that something else appends to", "const log = []; const o = { log };", "() => o.log.length", "log.push(1)"],
  ["a getter beside a setter that is used", "let k = 1; const o = { set v(x) {}, get v() { return k } };", "() => { o.v = 9; return o.v }", "k = 2"],
  ["a variable that is written and read", "let k = 1;", "() => { let r = k; k = r; return r }", "k = 2"],
  ["a variable that a getter of a class reads", "let k = 1; class C { get v() { return k } } const c = new C();", "() => c.v", "k = 2"],
  ["a field that a getter of a class reads", "class C { n = 1; get v() { return this.n } } const c = new C();", "() => c.v", "c.n = 2"],
  ["a variable of a helper that is called if it is there", "let k = 1; const g = () => k;", "() => g?.()", "k = 2"],
  ["a variable that a helper puts in a list", "let k = 1; const g = () => [k];", "() => g()[0]", "k = 2"],
  ["a variable that chooses and is read by the helper", "let k = 1; const g = () => k, h = () => 5;", "() => (k > 0 ? g : h)()", "k = 2"],
  ["a field behind two methods", "const o = { n: 1, a() { return this.b() }, b() { return this.n } };", "() => o.a()", "o.n = 2"],
  ["an object that its own arrow reads", "const o = { n: 1, a: () => o.n };", "() => o.a()", "o.n = 2"],
  ["an object within the receiver of an inherited method", "const p = { get() { return this.x.y } }; const o = Object.setPrototypeOf({ x: { y: 1 } }, p);", "() => o.get()", "o.x.y = 2"],
  ["what a private static field holds", "class C { static #s = { n: 1 }; static get() { return this.#s.n } static up() { this.#s.n++ } }", "() => C.get()", "C.up()"],
  ["an argument that is bound", "const o = { n: 1 }; const b = ((x) => x.n).bind(null, o);", "() => b()", "o.n = 2"],
  ["an object that is a key of a Map", "const k = { n: 1 }; const m = new Map([[k, 1]]);", "() => [...m.keys()][0].n", "k.n = 2"],
  ["the parameters of a URL", "const u = new URL('http://a/?a=1');", "() => u.searchParams.get('a')", "u.searchParams.set('a', '2')"],
  ["the locale of a format", "let loc = 'en';", "() => new Intl.NumberFormat(loc).format(1234.5)", "loc = 'de'"],
  ["the cause of an error", "const c = { n: 1 }; const e = new Error('x', { cause: c });", "() => e.cause.n", "c.n = 2"],
  ["the stack of an error", "const e = new Error('x');", "() => e.stack", "e.stack = 'other'"],
  ["the text of a function", "let g = () => 1;", "() => g.toString()", "g = () =>  1"],
  ["the name of a function", "let g = function a() {};", "() => g.name", "g = function b() {}"],
  ["the length of a function", "let g = (a, b) => 1;", "() => g.length", "g = (a, b = 1) => 1"],
  ["the name of a function, set anew", "const g = function a() { return 1 };", "() => g.name", "Object.defineProperty(g, 'name', { value: 'zz' })"],
  ["the name of a class", "let C = class A {};", "() => C.name", "C = class B {}"],
  ["the name of an instance's class", "let c = new (class A {})();", "() => c.constructor.name", "c = new (class B {})()"],
  ["what a setter writes, of an object that takes the place of another", "let k = 1, j = 1; let o = { set v(x) { j = x } };", "() => { o.v = 7; return k }", "o = { set v(x) { k = x } }"],
  ["what an inherited setter writes", "let k = 1; const p = {}; const o = Object.create(p);", "() => { o.v = 7; return k }", "delete o.v; Object.defineProperty(p, 'v', { set(x) { k = x } })"],
  ["what a setter of an element writes", "let k = 1; const xs = [];", "() => { xs[0] = 7; return k }", "Object.defineProperty(xs, '0', { set(x) { k = x } })"],
  ["what a proxy writes", "let k = 1; let o = {};", "() => { o.v = 7; return k }", "o = new Proxy({}, { set: () => { k = 2; return true } })"],
  ["a property that is written, of an object that becomes a prototype", "const p = { n: 1 }; const o = Object.create({ n: 1 });", "() => { p.n = 7; return o.n }", "p.n = 1; Object.setPrototypeOf(o, p)"],
  ["an element that is written, of memory that another view comes to share", "const a = new Uint8Array([7]); let v = new Uint8Array([1]);", "() => { a[0] = 7; return v[0] }", "a[0] = 1; v = new Uint8Array(a.buffer)"],
  ["an element that is written under a key, of memory that another view comes to share", "let i = 0; const a = new Uint8Array([7]); let v = new Uint8Array([1]);", "() => { a[i] = 7; return v[0] }", "a[0] = 1; v = new Uint8Array(a.buffer)"],
  ["whether a list that is added to is frozen", "const log = [];", "() => { try { log.push(1); return 'open' } catch { return 'frozen' } }", "Object.freeze(log)"],
  ["whether an object that is written to is frozen", "const o = { n: 0 };", "() => { 'use strict'; try { o.n = 1; return 'open' } catch { return 'frozen' } }", "Object.freeze(o)"],
  ["whether a property that is written is constant", "const o = { n: 0 };", "() => { 'use strict'; try { o.n = 1; return 'open' } catch { return 'constant' } }", "Object.defineProperty(o, 'n', { writable: false })"],
  ["a variable that `||=` reads", "let k = true, n = 1;", "() => { k ||= (n = 9); return n }", "k = false"],
  ["a variable that `&&=` reads", "let k = false, n = 1;", "() => { k &&= (n = 9); return n }", "k = true"],
  ["a variable that `??=` reads", "let k = true, n = 1;", "() => { k ??= (n = 9); return n }", "k = null"],
  ["a property that `||=` reads", "const o = { k: true }; let n = 1;", "() => { o.k ||= (n = 9); return n }", "o.k = false"],
  ["a method that was put on the console", "console.mine = () => 1;", "() => console.mine()", "console.mine = () => 2"],
  ["a variable beside a counter of the same value", "let runs = 0, k = 0;", "() => { runs++; return k }", "k = 2"],
  ["a variable of a closure beside a counter of another, of the same value", "const counter = () => { let n = 0; return () => { n++ } }; const variable = () => { let k = 0; return { get: () => k, up: () => { k++ } } }; const up = counter(), other = variable();", "() => { up(); return other.get() }", "other.up()"],
];

/** What cannot be read as a whole, so that nothing is kept. */
// biome-ignore format: a table
const NEVER_KEPT: readonly Row[] = [
  ["a property of the global object by a computed key", "globalThis.zk = 1; const k = 'zk';", "() => globalThis[k]", "globalThis.zk = 5"],
  ["the whole environment", "process.env.ZZ1 = '1';", "() => Object.keys(process.env).length", "process.env.ZZ2 = '5'"],
  ["a variable of the environment by a computed key", "process.env.ZZ1 = '1'; const k = 'ZZ1';", "() => process.env[k]", "process.env.ZZ1 = '5'"],
  ["a variable of a realm of its own, by a function of it", "const { createContext, runInContext } = process.getBuiltinModule('node:vm'); const realm = createContext({ K: 1 }); const f = runInContext('() => K', realm);", "f", "realm.K = 5"],
  ["a variable of a realm of its own, by a helper of it", "const { createContext, runInContext } = process.getBuiltinModule('node:vm'); const realm = createContext({ K: 1 }); const g = runInContext('() => K', realm);", "() => g()", "realm.K = 5"],
  ["what a setter of the global object writes", "let k = 1, j = 1; Object.defineProperty(globalThis, 'zset', { configurable: true, set(x) { j = x } });", "() => { zset = 7; return k }", "Object.defineProperty(globalThis, 'zset', { configurable: true, set(x) { k = x } })"],
];

/** What packages and the runtime made of a function, or of numbers: it captures what it was made from. */
// biome-ignore format: a table
const MADE: readonly Row[] = [
  ["a variable of a function that lodash partially applied", "let k = 2; const g = packages.lodash.partial((a, b) => a * b * k, 2);", "() => g(3)", "k = 3"],
  ["a variable of a function that radash partially applied", "let k = 2; const g = packages.radash.partial((a, b) => a * b * k, 2);", "() => g(3)", "k = 3"],
  ["a variable of a function that underscore partially applied", "let k = 2; const g = packages.underscore.partial((a, b) => a * b * k, 2);", "() => g(3)", "k = 3"],
  ["an argument that lodash partially applied", "let g = packages.lodash.partial((a, b) => a * b, 2);", "() => g(3)", "g = packages.lodash.partial((a, b) => a * b, 5)"],
  ["a variable of a function that lodash composed", "let k = 2; const g = packages.lodash.flow([(x) => x + 1, (x) => x * k]);", "() => g(3)", "k = 3"],
  ["a variable of a function that lodash negated", "let k = 2; const g = packages.lodash.negate((x) => x > k);", "() => g(3)", "k = 3"],
  ["a variable of a function that the runtime made to promise", "let k = 2; const g = packages.util.promisify((x, done) => done(null, x * k));", "() => g(3)", "k = 3"],
  ["a number that a small package made a function for", "let g = packages.small.times(2);", "() => g(3)", "g = packages.small.times(5)"],
  ["a number behind two functions of a package without names", "let g = packages.small.product[0](1)(2);", "() => g(3)", "g = packages.small.product[0](5)(2)"],
  ["a variable that only what a package made can see", "const cell = packages.small.cell();", "() => cell.get()", "cell.set(5)"],
  ["a line that a package made from its slope", "let line = packages.statistics.linearRegressionLine({ m: 2, b: 0 });", "() => line(1)", "line = packages.statistics.linearRegressionLine({ m: 5, b: 0 })"],
];

/** Whether the second call was a hit; checks that the third gives what the function itself gives. */
async function hitBefore(made: unknown): Promise<boolean> {
  const { fn, change } = Object(made);
  const cached: Cached<() => unknown> = cache(fn);
  await cached();
  await cached();
  const { hits } = cached.info();
  functionOf(change)();
  expect(await cached()).toEqual(await functionOf(fn)());
  return hits === 1;
}

/** Evaluates a row where its variables are those of a function. */
function inFunction([, setup, fn, change]: Row): Promise<unknown> {
  return script()(`(() => { ${setup}; return { fn: ${fn}, change: () => { ${change} } } })()`);
}

/** Evaluates a row where its variables are those of a module. */
function inModule([, setup, fn, change]: Row): Promise<unknown> {
  return moduleFile(
    `${setup}; const made = ${fn}; export { made as fn }; export const change = () => { ${change} };`,
  ).load();
}

const SMALL = `
  exports.times = (k) => (x) => x * k;
  exports.product = [(a) => (b) => (x) => a * b * x];
  exports.cell = () => { let n = 1; return { get: () => n, set: (v) => { n = v } } };`;

beforeAll(async () => {
  Object.assign(globalThis, {
    packages: {
      lodash: await imported("lodash-es"),
      radash: await imported("radash"),
      small: requiredFile(SMALL, "node_modules/small/index.cjs"),
      statistics: await imported("simple-statistics"),
      underscore: await imported("underscore"),
      util: await imported("node:util"),
    },
  });
});

// Some of them come without types.
async function imported(name: string): Promise<unknown> {
  return import(name);
}

describe.each([
  ["a function", inFunction],
  ["a module", inModule],
])("of the variables of %s, a cached function sees a change of", (_where, evaluate) => {
  it.each([...KEPT, ...MADE].map((row) => [row[0], row] as const))("%s", async (_title, row) => {
    expect(await hitBefore(await evaluate(row)), "the second call is a hit").toBe(true);
  });

  it.each(NEVER_KEPT.map((row) => [row[0], row] as const))(
    "%s, since it is never kept",
    async (_title, row) => {
      expect(await hitBefore(await evaluate(row))).toBe(false);
    },
  );
});

describe("of the variables of another module, a cached function", () => {
  const counter = (): ModuleFile =>
    moduleFile("export let n = 0; export const up = () => { n++ }; export const reset = () => { n = 0 };");
  const constant = (): ModuleFile => moduleFile("export const zero = 0;");
  /** A module that counts one up, and gives one that it imports as `seen`. */
  const reader = (counts: ModuleFile, from: ModuleFile, name: string): string => `
    import { up, reset } from "${counts.path}"; import { ${name} as seen } from "${from.path}";
    export { up, reset };
    export const f = defineOnce(cache(() => { up(); return seen }), { name: "reader of ${counts.path}" });
    export const hits = () => f.info().hits;`;

  it("sees that what it reads under a name has become what it writes under another", async () => {
    const [counts, other] = [counter(), constant()];
    const file = moduleFile(reader(counts, other, "zero"));
    const before = await file.load();
    expect([functionOf(before.f)(), functionOf(before.f)()]).toEqual([0, 0]);
    functionOf(before.reset)();
    const { f } = await file.load(reader(counts, counts, "n"));
    expect([functionOf(f)(), functionOf(f)()]).toEqual([1, 2]);
  });

  it("computes but once more where it counts one up that happens to hold what it reads", async () => {
    const [counts, other] = [counter(), constant()];
    const { f, hits } = await moduleFile(reader(counts, other, "zero")).load();
    const [first, ...later] = [functionOf(f)(), functionOf(f)(), functionOf(f)(), functionOf(f)()];
    expect([first, later, functionOf(hits)()]).toEqual([0, [0, 0, 0], 2]);
  });

  it("sees what eval reads in a function of a namespace, since it is never kept", async () => {
    const other = moduleFile(
      "let k = 1; export const seen = () => eval('k'); export const set = (v) => { k = v };",
    );
    const { f, set } = await moduleFile(
      `import * as other from "${other.path}"; export const { set } = other; export const f = cache(() => other.seen());`,
    ).load();
    expect([functionOf(f)(), functionOf(f)()]).toEqual([1, 1]);
    functionOf(set)(2);
    expect(functionOf(f)()).toBe(2);
  });
});
