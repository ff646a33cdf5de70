// Labels, and private names: names that no expression reads.

//# Renaming a label keeps the function
//= before
function f() { outer: for (const i of [1, 2]) { for (const j of [1, 2]) { log(i, j); if (j === 1) continue outer; } } }
//= after
function f() { rows: for (const i of [1, 2]) { for (const j of [1, 2]) { log(i, j); if (j === 1) continue rows; } } }

//# A label may bear a variable's name
//= before
function f(a) { x: { if (a) break x; log(1); } return a; }
//= after
function f(a) { a: { if (a) break a; log(1); } return a; }

//# Sibling labels may share a name or not
//= before
function f(a) { x: { if (a) break x; log(1); } x: { if (!a) break x; log(2); } }
//= after
function f(a) { y: { if (a) break y; log(1); } z: { if (!a) break z; log(2); } }

//# An inner function may reuse a label
//= before
function f(a) { x: { const g = () => { y: { if (a) break y; log(1); } }; g(); if (a) break x; log(2); } }
//= after
function f(a) { x: { const g = () => { x: { if (a) break x; log(1); } }; g(); if (a) break x; log(2); } }

//# Exchanging the names of two nested labels keeps the function
//= before
function f(a) { x: { y: { if (a) break x; log(1); break y; } log(2); } }
//= after
function f(a) { y: { x: { if (a) break y; log(1); break x; } log(2); } }

//# Renaming a private field keeps the class
//= before
class A { #p; constructor(a) { this.#p = a; } get() { return this.#p; } static has(o) { return #p in Object(o); } }
//= after
class A { #q; constructor(a) { this.#q = a; } get() { return this.#q; } static has(o) { return #q in Object(o); } }

//# Renaming private methods and accessors keeps the class
//= before
class A { #m(a) { return [a]; } get #g() { return 1; } set #g(v) { log(v); } static #s = 2; run(a) { this.#g = a; return [this.#m(a), this.#g, A.#s]; } }
//= after
class A { #x(a) { return [a]; } get #y() { return 1; } set #y(v) { log(v); } static #z = 2; run(a) { this.#y = a; return [this.#x(a), this.#y, A.#z]; } }

//# A private name may equal a public one
//= before
class A { #p = 1; p = 2; m() { return [this.#p, this.p]; } }
//= after
class A { #q = 1; p = 2; m() { return [this.#q, this.p]; } }

//# An inner class may reuse a private name
//= before
class A { #p = 1; m() { const B = class Inner { #q = 2; n() { return this.#q; } }; return [this.#p, new B().n()]; } }
//= after
class A { #p = 1; m() { const B = class Inner { #p = 2; n() { return this.#p; } }; return [this.#p, new B().n()]; } }
