// Property names that look alike, their order, and the three names with a meaning of their own.

//# A property has its own name
//= before
a => a.p
//= after
a => a.q
//= call
f({ p: 1, q: 2 })

//# A computed property is not the property of that name
//= before
(a, p) => a.p
//= after
(a, p) => a[p]
//= call
f({ p: 1, q: 2 }, "q")

//# A computed key is not the key of that name
//= before
p => ({ p: 1 })
//= after
p => ({ [p]: 1 })
//= call
f("q")

//# A property that is renamed along with a local is another property
//= before
a => ({ a })
//= after
b => ({ b })
//= call
f(1)

//# A pattern's key that is renamed along with its local is another key
//= before
({ a }) => a
//= after
({ b }) => b
//= call
f({ a: 1, b: 2 })

//# The order of keys shows in JSON
//= before
(a, b) => ({ a, b })
//= after
(a, b) => ({ b, a })
//= call
JSON.stringify(f(1, 2))

//# Keys that are no indices keep the order in which they were written
//= before
() => ({ "01": 1, "1.5": 2 })
//= after
() => ({ "1.5": 2, "01": 1 })
//= call
Object.keys(f())

//# The values of numeric keys are evaluated in the written order
//= before
() => ({ 1: log(1), 2: log(2) })
//= after
() => ({ 2: log(2), 1: log(1) })
//= call
f()

//# A key with a leading zero is not a number's key
//= before
() => ({ "01": 1 })
//= after
() => ({ 1: 1 })
//= call
f()

//# A key spelled with an exponent is not a number's key
//= before
() => ({ "1e3": 1 })
//= after
() => ({ 1e3: 1 })
//= call
f()

//# A key spelled as a hexadecimal number is not that number's key
//= before
() => ({ "0x10": 1 })
//= after
() => ({ 0x10: 1 })
//= call
f()

//# Neighbouring bigint keys differ
//= before
() => ({ 9007199254740993n: 1 })
//= after
() => ({ 9007199254740993: 1 })
//= call
f()

//# A large number's key is not its digits
//= before
() => ({ 1e21: 1 })
//= after
() => ({ "1000000000000000000000": 1 })
//= call
f()

//# A missing property is not a property that is undefined
//= before
() => ({})
//= after
() => ({ p: undefined })
//= call
f()

//# The last of two equal keys wins
//= before
(a, b) => ({ p: a, p: b })
//= after
(a, b) => ({ p: b, p: a })
//= call
f(1, 2)

//# A spread before a key is not a spread after it
//= before
a => ({ ...a, p: 1 })
//= after
a => ({ p: 1, ...a })
//= call
f({ p: 2 })

//# The prototype's key sets the prototype, a computed key sets a property
//= before
a => ({ __proto__: a })
//= after
a => ({ ["__proto__"]: a })
//= call
f({ p: 1 }).p

//# The prototype's quoted key sets the prototype, a computed key sets a property
//= before
a => ({ "__proto__": a })
//= after
a => ({ ["__proto__"]: a })
//= call
f({ p: 1 }).p

//# The prototype's key sets the prototype, a shorthand sets a property
//= before
__proto__ => ({ __proto__: __proto__ })
//= after
__proto__ => ({ __proto__ })
//= call
f({ p: 1 }).p

//# A renamed shorthand of the prototype's key still sets a property
//= before
__proto__ => ({ __proto__ })
//= after
a => ({ __proto__: a })
//= call
f({ p: 1 }).p

//# The prototype's key sets the prototype, a method of that name is a property
//= before
() => ({ __proto__: function () {} })
//= after
() => ({ __proto__() {} })
//= call
Object.keys(f())

//# The prototype's key is not another key
//= before
a => ({ __proto__: a })
//= after
a => ({ proto: a })
//= call
f({ p: 1 }).p

//# A class's constructor is not a method with a computed name
//= before
class A { constructor() { log(1); } }
//= after
class A { ["constructor"]() { log(1); } }
//= call
new f() instanceof f

//# A class's constructor is not a static method of that name
//= before
class A { constructor() { log(1); } }
//= after
class A { static constructor() { log(1); } }
//= call
typeof new f()

//# A private name is not a public one
//= before
class A { #p = 1; m() { return this.#p; } }
//= after
class A { p = 1; m() { return this.p; } }
//= call
new f()

//# A private name is not a string with a hash
//= before
class A { #p = 1; m() { return this.#p; } }
//= after
class A { "#p" = 1; m() { return this["#p"]; } }
//= call
new f()

//# A string key that is no identifier keeps its blanks
//= before
a => a["p "]
//= after
a => a["p"]
//= call
f({ p: 1 })

//# A symbol's description is not its key
//= before
() => ({ [Symbol.iterator]: 1 })
//= after
() => ({ "Symbol.iterator": 1 })
//= call
f()

//# A key that is converted once is not converted later
//= before
(a, b) => ({ [a]: b() })
//= after
(a, b) => { const value = b(); return { [a]: value }; }
//= call
f(probe("a"), probe("b"))

//# A regular expression becomes a text to be a key
//= before
function f() { ({ [/x/]: 1 }); }
//= after
function f() { }
//= call
((RegExp.prototype.toString = () => log("text")), f())
