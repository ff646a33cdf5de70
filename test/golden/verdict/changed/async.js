// Async functions and generators.

//# An async function is not a function
//= before
async a => a
//= after
a => a
//= call
f(1)

//# An async function rejects where a function throws
//= before
async function f(a) { return a(); }
//= after
function f(a) { return a(); }
//= call
(() => { try { f(() => { throw 1; }).catch(() => 0); return "rejects"; } catch { return "throws"; } })()

//# A value that is awaited is not its promise
//= before
async a => [await a]
//= after
async a => [a]
//= call
f(Promise.resolve(1))

//# An await gives way to others
//= before
async function f(a) { await a; log(1); }
//= after
async function f(a) { log(1); await a; }
//= call
(() => { f(); log(2); })()

//# A promise that is returned inside try is not caught
//= before
async a => { try { return await a; } catch { return 2; } }
//= after
async a => { try { return a; } catch { return 2; } }
//= call
f(Promise.reject(1))

//# A promise that is not awaited is not waited for
//= before
async a => { await a(); log(2); }
//= after
async a => { a(); log(2); }
//= call
f(async () => { await 0; log(1); })

//# Awaiting one by one is not awaiting together
//= before
async (a, b) => [await a(), await b()]
//= after
async (a, b) => Promise.all([a(), b()])
//= call
f(async () => { log(1); await 0; log(2); }, async () => log(3))

//# An async arrow's arguments are its surroundings'
//= before
async function f() { return (async () => arguments.length)(1, 2); }
//= after
async function f() { return (async function () { return arguments.length; })(1, 2); }
//= call
f()

//# In a plain function await is a name
//= before
async function f() { return await (1); }
//= after
function f() { return await (1); }
//= setup
var await = a => a + 1;
//= sloppy
//= call
f()

//# A generator is not a function
//= before
function* f() { return 1; }
//= after
function f() { return 1; }
//= call
f()

//# A generator is not an async generator
//= before
function* f() { yield 1; }
//= after
async function* f() { yield 1; }
//= call
typeof f()[Symbol.iterator]

//# A generator starts at its first reader
//= before
function* f(a) { log(a); yield a; }
//= after
function f(a) { log(a); return [a].values(); }
//= call
(f(1), 2)

//# What is yielded is not what is returned
//= before
function* f() { yield 1; }
//= after
function* f() { return 1; }
//= call
f()

//# Delegating is not yielding the list
//= before
function* f(a) { yield* a; }
//= after
function* f(a) { yield a; }
//= call
f([1, 2])

//# Delegating yields the inner result
//= before
function* f(a) { return yield* a; }
//= after
function* f(a) { yield* a; }
//= call
f((function* () { return 1; })())

//# A yield receives what its reader sends
//= before
function* f() { const a = yield 1; yield a; }
//= after
function* f() { yield 1; yield 2; }
//= call
f()

//# The order of yields counts
//= before
function* f() { yield 1; yield 2; }
//= after
function* f() { yield 2; yield 1; }
//= call
f()

//# A yield without a value yields undefined
//= before
function* f() { yield; yield 1; }
//= after
function* f() { yield 1; }
//= call
f()

//# A yield with a line break yields nothing
//= before
function* f(a) { yield a; }
//= after
function* f(a) { yield
a; }
//= call
f(1)

//# A yield's operand reaches to the comma
//= before
function* f(a, b) { return yield a, b; }
//= after
function* f(a, b) { return yield (a, b); }
//= call
f(1, 2)

//# In a plain function yield is a name
//= before
function* f() { return yield * 2; }
//= after
function f() { return yield * 2; }
//= setup
var yield = 3;
//= sloppy
//= call
String(f())

//# An async generator awaits what it yields
//= before
async function* f(a) { yield a; }
//= after
async function* f(a) { yield [a]; }
//= call
f(Promise.resolve(1))
