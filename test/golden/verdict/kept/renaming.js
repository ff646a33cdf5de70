// The names of locals: parameters, variables, inner functions, catch parameters.

//# Renaming a parameter keeps the function
//= before
function f(a) { return a + 1; }
//= after
function f(b) { return b + 1; }

//# Renaming variables of every kind keeps the function
//= before
function f(a) { var b = a; let c = b; const d = c; return [a, b, c, d]; }
//= after
function f(one) { var two = one; let three = two; const four = three; return [one, two, three, four]; }

//# Exchanging the names of two parameters throughout keeps the function
//= before
(a, b) => [a - b, b]
//= after
(b, a) => [b - a, a]

//# Renaming an inner function keeps the function
//= before
function f(a) { return helper(a); function helper(x) { return [x]; } }
//= after
function f(a) { return wrap(a); function wrap(x) { return [x]; } }

//# Renaming a recursive function keeps it
//= before
function fact(n) { return n === 3 || n === 2 ? n * fact(n - 1) : 1; }
//= after
function factorial(n) { return n === 3 || n === 2 ? n * factorial(n - 1) : 1; }

//# Renaming an inner function expression keeps the function
//= before
a => (function again(n) { return n === 1 ? [n] : n === 2 ? again(1) : n; })(a)
//= after
a => (function retry(n) { return n === 1 ? [n] : n === 2 ? retry(1) : n; })(a)

//# Renaming a catch parameter keeps the function
//= before
function f(g) { try { return g(); } catch (e) { return [e]; } }
//= after
function f(g) { try { return g(); } catch (error) { return [error]; } }
//= call
f(() => { throw 1; })

//# Renaming the parts of a catch pattern keeps the function
//= before
function f(g) { try { return g(); } catch ({ message, name: n = message }) { return [message, n]; } }
//= after
function f(g) { try { return g(); } catch ({ message: m, name: k = m }) { return [m, k]; } }
//= call
f(() => { throw { message: 1 }; })

//# Renaming the parts of a pattern keeps their keys
//= before
({ p: a, q: [b, ...c], ...d }, e = a) => [a, b, c, d, e]
//= after
({ p: v, q: [w, ...x], ...y }, z = v) => [v, w, x, y, z]
//= call
f({ p: 1, q: [2, 3, 4], r: 5 })

//# Renaming a rest parameter keeps the function
//= before
(...values) => values.length
//= after
(...all) => all.length

//# A default value follows its parameter's new name
//= before
(a, b = a, c = () => [a, b]) => [b, c()]
//= after
(x, y = x, z = () => [x, y]) => [y, z()]

//# An inner variable may take the name of an outer one that it does not need
//= before
function f(a) { const g = b => [b]; return g(a); }
//= after
function f(a) { const g = a => [a]; return g(a); }

//# A block's variable may shadow one that the block does not read
//= before
function f(a) { let b = 1; { let c = a; log(c); } return b; }
//= after
function f(a) { let b = 1; { let b = a; log(b); } return b; }

//# Sibling scopes may share a name or not
//= before
function f(a) { { const x = a; log(x); } { const x = 1; log(x); } }
//= after
function f(a) { { const y = a; log(y); } { const z = 1; log(z); } }

//# A local may take a property's name
//= before
(a, b) => [a.p, { p: b }]
//= after
(a, p) => [a.p, { p: p }]

//# A local may take the name of an unused global
//= before
(a, b) => [typeof a, b]
//= after
(Array, undefined) => [typeof Array, undefined]

//# A local may be named like a member of every object
//= before
(a, b, c, d) => [a, b, c, d]
//= after
(constructor, __proto__, toString, hasOwnProperty) => [constructor, __proto__, toString, hasOwnProperty]

//# A local may be named like a contextual keyword
//= before
function f(a, b, c, d, e) { return [a, b, c, d, e]; }
//= after
function f(of, async, get, set, from) { return [of, async, get, set, from]; }

//# In sloppy code a local may be named yield, let, static or await
//= before
function f(a, b, c, d) { return [a, b, c, d]; }
//= after
function f(yield, let, static, await) { return [yield, let, static, await]; }
//= sloppy

//# A local may have a name outside ASCII
//= before
(a, b) => [a, b]
//= after
(größe, 𠮷) => [größe, 𠮷]

//# Renaming the variable of a loop keeps each turn's closure
//= before
function f() { const out = []; for (let i = 0; i < 3; i++) out.push(() => i); return out.map(g => g()); }
//= after
function f() { const all = []; for (let j = 0; j < 3; j++) all.push(() => j); return all.map(h => h()); }

//# Renaming the variable of a for-of or for-in loop keeps the function
//= before
function f(a) { for (const x of a) log(x); for (var k in a) log(k); return k; }
//= after
function f(list) { for (const item of list) log(item); for (var key in list) log(key); return key; }

//# A variable declared twice is renamed as one
//= before
function f(a) { var b = a; log(b); var b = 2; return b; }
//= after
function f(a) { var c = a; log(c); var c = 2; return c; }

//# A variable that redeclares a parameter is renamed with it
//= before
function f(a) { var a; log(a); var a = 2; return a; }
//= after
function f(b) { var b; log(b); var b = 2; return b; }

//# A variable read before its declaration is renamed with it
//= before
function f(a) { b = a; log(b); var b; return b; }
//= after
function f(a) { c = a; log(c); var c; return c; }

//# A closure that outlives the call follows the new name
//= before
a => { let n = 0; return b => [n += 1, a, b]; }
//= after
x => { let count = 0; return y => [count += 1, x, y]; }

//# The locals of a method, a getter and a constructor may be renamed
//= before
class A { constructor(a) { this.p = a; } m(b) { const c = b; return [this.p, c]; } set s(d) { log(d); } }
//= after
class A { constructor(w) { this.p = w; } m(x) { const y = x; return [this.p, y]; } set s(z) { log(z); } }

//# The locals of a static block may be renamed
//= before
class A { static p; static { const a = 1; var b = a; this.p = [a, b]; } }
//= after
class A { static p; static { const x = 1; var y = x; this.p = [x, y]; } }

//# The locals of a generator may be renamed
//= before
function* f(a) { const b = yield a; log(b); const c = yield* [b]; return c; }
//= after
function* f(x) { const y = yield x; log(y); const z = yield* [y]; return z; }

//# The locals of an async function may be renamed
//= before
async function f(a) { const b = await a; for await (const c of [b]) log(c); return b; }
//= after
async function f(x) { const y = await x; for await (const z of [y]) log(z); return y; }

//# A template's and a tag's locals may be renamed
//= before
(a, b) => [`${typeof a}!`, b`x${a}`]
//= after
(v, tag) => [`${typeof v}!`, tag`x${v}`]

//# The parameters of a function that only counts its arguments may be renamed
//= before
function f(a, b) { return [arguments.length, b]; }
//= after
function f(x, y) { return [arguments.length, y]; }

//# The variables of a switch may be renamed
//= before
function f(a) { switch (a) { case 1: let b = 2; return b; default: b = 3; return b; } }
//= after
function f(v) { switch (v) { case 1: let w = 2; return w; default: w = 3; return w; } }
//= call
[f(1)]

//# A function declared in a block may be renamed if it is used only there
//= before
function f(a) { if (a) { function g() { return [a]; } return g(); } }
//= after
function f(x) { if (x) { function h() { return [x]; } return h(); } }

//# A parameter that repeats an earlier one may be renamed
//= before
function f(a, b, a) { return [a, b]; }
//= after
function f(x, y, x) { return [x, y]; }
//= sloppy

//# A method may be renamed, as a function may by its own name
//= before
m(a) { return [this, a]; }
//= after
run(a) { return [this, a]; }

//# An unused name of a function may be left out
//= before
function f(a) { return [a]; }
//= after
function (a) { return [a]; }

//# An unused name of an inner function expression may be left out
//= before
a => [a].map(function pair(b) { return [a, b]; })
//= after
a => [a].map(function (b) { return [a, b]; })

//# A variable that holds a named class may be renamed
//= before
a => { const A = class Point { p = a; }; return new A(); }
//= after
x => { const B = class Point { p = x; }; return new B(); }

//# An inner function, where a name is only written
//= before
(a) => { function inner(b) { this.name = b; [this.x, a.name] = [1, 2]; } const made = new inner(a.y); return [{ ...made }, a.y]; }
//= after
(a) => { function other(b) { this.name = b; [this.x, a.name] = [1, 2]; } const made = new other(a.y); return [{ ...made }, a.y]; }
//= call
f({ y: 1 })
