// Members that are read and written in one go.

//# A member of this, assigned its sum
//= before
function f(s) { this.x = this.x + s; return this.x; }
//= after
function f(s) { this.x += s; return this.x; }
//= call
f.call({ x: 1 }, 2)

//# A member of a parameter, with an accessor
//= before
(a, b) => { a.x = a.x * b; return a.x; }
//= after
(a, b) => { a.x *= b; return a.x; }
//= call
f({ get x() { log("get"); return 3; }, set x(v) { log(v); } }, 2)

//# A member with a literal name
//= before
(a, b) => { a[0] = a[0] - b(); a["1"] = a["1"] << 1; return a; }
//= after
(a, b) => { a[0] -= b(); a[1] <<= 1; return a; }
//= call
f([1, 2], () => 3)

//# A member of a variable that is written again
//= before
(a, b) => { a = b; a.x = a.x + 1; a = null; return b.x; }
//= after
(a, b) => { a = b; a.x += 1; a = null; return b.x; }
//= call
f(0, { x: 1 })

//# A private member
//= before
class A { #x = 1; add(s) { this.#x = this.#x + s; return this.#x; } }
//= after
class A { #x = 1; add(s) { this.#x += s; return this.#x; } }
//= call
new f().add(2)

//# A chain that goes on behind parentheses, where the outer one would end too
//= before
(a) => [(a?.b)?.c.d, (a?.b)?.[0], delete (a?.b)?.c]
//= after
(a) => [a?.b?.c.d, a?.b?.[0], delete a?.b?.c]
//= call
f(null)
//= call
f({ b: null })
//= call
f({ b: { c: { d: 1 } } })

//# A method that is called through a chain in parentheses
//= before
(a) => (a?.b)?.(1)
//= after
(a) => a?.b?.(1)
//= call
f({ x: 2, b(y) { return [this.x, y]; } })
//= call
f({ b: undefined })
//= call
f(undefined)
