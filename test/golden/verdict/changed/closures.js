// What a closure made in a loop sees.

//# Closures over a let see each turn's variable, over a var the last value
//= before
function f() { const out = []; for (let i = 0; i < 2; i++) out.push(() => i); return out.map(g => g()); }
//= after
function f() { const out = []; for (var i = 0; i < 2; i++) out.push(() => i); return out.map(g => g()); }
//= call
f()

//# Closures over a for-of's const see each turn's variable, over a var the last value
//= before
function f() { const out = []; for (const i of [1, 2]) out.push(() => i); return out.map(g => g()); }
//= after
function f() { const out = []; for (var i of [1, 2]) out.push(() => i); return out.map(g => g()); }
//= call
f()

//# Closures over a variable before the loop share it
//= before
function f() { const out = []; for (let i = 0; i < 2; i++) out.push(() => i); return out.map(g => g()); }
//= after
function f() { const out = []; let i = 0; for (; i < 2; i++) out.push(() => i); return out.map(g => g()); }
//= call
f()

//# A closure made in a loop's head sees the first turn's variable
//= before
function f() { let g; for (let i = 0, h = () => i; i < 2; i++) g = h; return g(); }
//= after
function f() { let g; for (let i = 0; i < 2; i++) { let h = () => i; g = h; } return g(); }
//= call
f()

//# A variable declared in a loop's body is new in each turn
//= before
function f() { const out = []; for (const i of [1, 2]) { let n = i; out.push(() => n); } return out.map(g => g()); }
//= after
function f() { const out = []; let n; for (const i of [1, 2]) { n = i; out.push(() => n); } return out.map(g => g()); }
//= call
f()
