// A property's name may be written in several ways: as an identifier, a string, a number or a computed literal.

//# A quoted key is the key
//= before
a => ({ p: a, q: 1 })
//= after
a => ({ "p": a, 'q': 1 })

//# A computed string key is the key
//= before
a => ({ p: a })
//= after
a => ({ ["p"]: a })

//# A reserved word is a key with and without quotes
//= before
a => ({ default: a, class: a.new, if: a.function })
//= after
a => ({ "default": a, ["class"]: a["new"], "if": a["function"] })

//# A number and its decimal text are one key
//= before
a => ({ 1: a, 16: a, 0.5: a })
//= after
a => ({ "1": a, 0x10: a, [.5]: a })

//# A large number's key is its shortest decimal text
//= before
a => ({ 1000: a, "1e+21": a })
//= after
a => ({ 1e3: a, 1e21: a })

//# A bigint key is its decimal text
//= before
a => ({ 1: a })
//= after
a => ({ 1n: a })

//# A method's quoted or computed name is the name
//= before
a => ({ m() { return a; }, async n() {}, *g() { yield a; } })
//= after
a => ({ "m"() { return a; }, async ["n"]() {}, *"g"() { yield a; } })
//= call
[f(1).m(), [...f(2).g()], f(3).m.name]

//# An accessor's quoted or computed name is the name
//= before
a => ({ get p() { return a; }, set p(v) { log(v); } })
//= after
a => ({ get "p"() { return a; }, set ["p"](v) { log(v); } })
//= call
(f(1).p = 2, f(3).p)

//# The key named constructor is ordinary in an object
//= before
a => ({ constructor: a })
//= after
a => ({ ["constructor"]: a })

//# A class member's quoted or computed name is the name
//= before
class A { m() { return 1; } static s() { return 2; } get g() { return 3; } x = 4; static y = 5; }
//= after
class A { "m"() { return 1; } static ["s"]() { return 2; } get 'g'() { return 3; } ["x"] = 4; static "y" = 5; }

//# A key in a pattern may be quoted or computed
//= before
({ p: a, q: b = 1, 0: c }) => [a, b, c]
//= after
({ "p": a, ["q"]: b = 1, "0": c }) => [a, b, c]

//# A key in an assignment pattern may be quoted or computed
//= before
function f(o) { let a, b; ({ p: a, q: b } = o); return [a, b]; }
//= after
function f(o) { let a, b; ({ 'p': a, ["q"]: b } = o); return [a, b]; }

//# A property is read by its name or by its name's text
//= before
a => a.p
//= after
a => a["p"]

//# An optional property is read by its name or by its name's text
//= before
a => a?.p.q?.r
//= after
a => a?.["p"]["q"]?.["r"]

//# A method is called by its name or by its name's text
//= before
a => [a.p(1), a?.q?.(2)]
//= after
a => [a["p"](1), a?.["q"]?.(2)]

//# A property is assigned, increased and deleted by its name or by its name's text
//= before
function f(a) { a.p = 1; a.q += 2; a.r++; a.s ??= 3; delete a.t; return "p" in a; }
//= after
function f(a) { a["p"] = 1; a["q"] += 2; a["r"]++; a["s"] ??= 3; delete a["t"]; return "p" in a; }

//# A super property is read and called by its name or by its name's text
//= before
m(a) { return [super.p, super.q(a)]; }
//= after
m(a) { return [super["p"], super["q"](a)]; }
//= call
(Object.setPrototypeOf(home, { p: 1, q(a) { return [this === home, a]; } }), home.m(2))

//# A property name outside ASCII needs no quotes
//= before
a => [a.ñ, a.名, a.𠮷]
//= after
a => [a["ñ"], a["名"], a["\u{20bb7}"]]
//= call
f({ ñ: 1, 名: 2, 𠮷: 3 })

//# The prototype is read by its name or by its name's text
//= before
a => a.__proto__ === null
//= after
a => a["__proto__"] === null
