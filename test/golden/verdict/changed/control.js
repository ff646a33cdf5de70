// Branches, loops, switches and exceptions.

//# A branch is not its negation
//= before
function f(a) { if (a) return 1; return 2; }
//= after
function f(a) { if (!a) return 1; return 2; }
//= call
f(1)

//# A loop's test counts
//= before
function f() { let n = 0; for (let i = 0; i < 3; i++) n += i; return n; }
//= after
function f() { let n = 0; for (let i = 0; i <= 3; i++) n += i; return n; }
//= call
f()

//# A loop's step counts
//= before
function f() { let n = 0; for (let i = 0; i < 4; i++) n += i; return n; }
//= after
function f() { let n = 0; for (let i = 0; i < 4; i += 2) n += i; return n; }
//= call
f()

//# A sequence in a loop's head keeps its order
//= before
function f() { for (let i = 0; log(1), log(2), i < 1; i++); }
//= after
function f() { for (let i = 0; log(2), log(1), i < 1; i++); }
//= call
f()

//# A sequence in a loop's test ends in its last operand
//= before
function f() { let n = 0; for (let i = 0, j = 9; i < 2, j < 10; i++, j++) n++; return n; }
//= after
function f() { let n = 0; for (let i = 0, j = 9; j < 10, i < 2; i++, j++) n++; return n; }
//= call
f()

//# A do loop runs at least once
//= before
function f(a) { while (a) { log(1); a = false; } }
//= after
function f(a) { do { log(1); a = false; } while (a); }
//= call
f(false)

//# A loop over keys is not a loop over values
//= before
function f(a) { for (const b in a) log(b); }
//= after
function f(a) { for (const b of a) log(b); }
//= call
f(["x"])

//# A loop that awaits is not one that does not
//= before
async function f(a) { for (const b of a) log(b); }
//= after
async function f(a) { for await (const b of a) log(b); }
//= call
f([Promise.resolve(1)])

//# A case that breaks does not fall through
//= before
function f(a) { switch (a) { case 1: log(1); break; case 2: log(2); } }
//= after
function f(a) { switch (a) { case 1: log(1); case 2: log(2); } }
//= call
f(1)

//# A default at the start falls through to what follows it
//= before
function f(a) { switch (a) { default: log(0); case 1: log(1); } }
//= after
function f(a) { switch (a) { case 1: log(1); default: log(0); } }
//= call
f(2)

//# Cases are tested in order
//= before
function f(a, b, c) { switch (a) { case b: return 1; case c: return 2; } }
//= after
function f(a, b, c) { switch (a) { case c: return 2; case b: return 1; } }
//= call
f(1, 1, 1)

//# A case compares strictly
//= before
function f(a) { switch (a) { case 1: return 1; } return 2; }
//= after
function f(a) { if (a == 1) return 1; return 2; }
//= call
f("1")

//# A case is not its text
//= before
function f(a) { switch (a) { case 1: return 1; } return 2; }
//= after
function f(a) { switch (a) { case "1": return 1; } return 2; }
//= call
f(1)

//# A return in finally overrides
//= before
function f() { try { return 1; } finally { log(2); } }
//= after
function f() { try { return 1; } finally { return 2; } }
//= call
f()

//# A finally is not a catch
//= before
function f() { try { throw 1; } catch { log(2); } }
//= after
function f() { try { throw 1; } finally { log(2); } }
//= call
f()

//# What a finally runs, it runs also after a return
//= before
function f(a) { try { if (a) return 1; } finally { log(2); } return 3; }
//= after
function f(a) { try { if (a) return 1; } catch {} log(2); return 3; }
//= call
f(true)

//# A value that is returned is computed before the finally
//= before
function f() { let n = 1; try { return n; } finally { n = 2; } }
//= after
function f() { let n = 1; try { n; } finally { n = 2; } return n; }
//= call
f()

//# A catch covers only its own try
//= before
function f(a) { try { a(); } catch { return 1; } return 2; }
//= after
function f(a) { try { } catch { return 1; } a(); return 2; }
//= call
f(() => { throw 3; })

//# An error that is caught is not thrown on
//= before
function f() { try { throw 1; } catch (e) { throw e; } }
//= after
function f() { try { throw 1; } catch (e) { return e; } }
//= call
f()

//# An error's class counts
//= before
() => { throw new TypeError("no"); }
//= after
() => { throw new RangeError("no"); }
//= call
f()

//# An error's message counts
//= before
() => { throw new Error("no"); }
//= after
() => { throw new Error("never"); }
//= call
f()

//# The order of statements counts
//= before
function f() { log(1); log(2); }
//= after
function f() { log(2); log(1); }
//= call
f()

//# A statement that is missing counts
//= before
function f() { log(1); log(2); }
//= after
function f() { log(1); }
//= call
f()

//# A debugger-like name is not the statement
//= before
function f() { debugger; return 1; }
//= after
function f() { debug; return 1; }
//= call
f()

//# The value that an old for-in gives its variable lasts until the first turn
//= before
function f(a) { for (var k = 1 in a) log(k); }
//= after
function f(a) { for (var k = 1 in a) log(1); }
//= call
f({ x: 1 })
//= sloppy

//# The value that an old for-in gives its variable comes before the object
//= before
function f(a) { const b = log(2) ?? a; for (var k = log(1) in b) log(k); }
//= after
function f(a) { for (var k = log(1) in log(2) ?? a) log(k); }
//= call
f({ x: 1 })
//= sloppy

//# A guard does not see a variable that is declared behind it
//= before
function f(a) { if (a(() => x)) return 1; let x; return x; }
//= after
function f(a) { let x; if (a(() => x)) return 1; return x; }
//= call
f((read) => read() === undefined)
