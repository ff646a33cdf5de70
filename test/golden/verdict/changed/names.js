// Names of functions and classes that the code, or whoever gets an instance, can see.

//# The name of a local class shows in its instances
//= before
() => { class Point {} return new Point().constructor.name; }
//= after
() => { class Vector {} return new Vector().constructor.name; }
//= call
f()

//# The name of a local class expression shows in its instances
//= before
() => new (class Point {})()
//= after
() => new (class Vector {})()
//= call
f()

//# The name that a class takes from its variable shows in its instances
//= before
() => { const Point = class {}; return new Point(); }
//= after
() => { const Vector = class {}; return new Vector(); }
//= call
f()

//# An inner function's name counts where the code reads it
//= before
() => { function one() {} return one.name; }
//= after
() => { function two() {} return two.name; }
//= call
f()

//# An inferred name counts where the code reads it
//= before
() => { const one = () => {}; return one.name; }
//= after
() => { const two = () => {}; return two.name; }
//= call
f()

//# A parenthesised target gives a function no name, where the code reads it
//= before
() => { let g; g = () => {}; return g.name; }
//= after
() => { let g; (g) = () => {}; return g.name; }
//= call
f()

//# A name that the code reads by a pattern counts
//= before
() => { function one() {} const { name } = one; return name; }
//= after
() => { function two() {} const { name } = two; return name; }
//= call
f()

//# The source of an inner function counts where the code reads it
//= before
() => { const g = a => a; return g.toString(); }
//= after
() => { const g = b => b; return g.toString(); }
//= call
f()

//# A name that the code reads by a pattern with a computed key counts
//= before
() => { function one() {} const { ["name"]: name } = one; return name; }
//= after
() => { function two() {} const { ["name"]: name } = two; return name; }
//= call
f()

//# A name that the code reads with an optional chain counts
//= before
() => { function one() {} return one?.["name"]; }
//= after
() => { function two() {} return two?.["name"]; }
//= call
f()

//# A function's own name counts where the function reads it
//= before
function one() { return one.name; }
//= after
function two() { return two.name; }
//= call
f()

//# A function expression's unused name counts where the code reads it
//= before
() => { const g = function one() {}; return g.name; }
//= after
() => { const g = function () {}; return g.name; }
//= call
f()

//# A private method's name counts where the code reads it
//= before
class A { #one() {} m() { return this.#one.name; } }
//= after
class A { #two() {} m() { return this.#two.name; } }
//= call
new f().m()

//# A private field's name counts where the code reads its function's
//= before
class A { #one = () => {}; m() { return this.#one.name; } }
//= after
class A { #two = () => {}; m() { return this.#two.name; } }
//= call
new f().m()

//# The name that a class takes from a private field shows in its instances
//= before
class A { #One = class {}; m() { return new this.#One(); } }
//= after
class A { #Two = class {}; m() { return new this.#Two(); } }
//= call
new f().m()

//# The name that a class takes from a parameter shows in its instances
//= before
(Point = class {}) => new Point()
//= after
(Vector = class {}) => new Vector()
//= call
f()

//# The name that a class takes from a pattern shows in its instances
//= before
({ Point = class {} }) => new Point()
//= after
({ Point: Vector = class {} }) => new Vector()
//= call
f({})

//# The name that a class takes from an assignment shows in its instances
//= before
Point => { Point ||= class {}; return new Point(); }
//= after
Vector => { Vector ||= class {}; return new Vector(); }
//= call
f()

//# A function's name counts where the code adds to it
//= before
() => { function inner() {} return inner.name += "!"; }
//= after
() => { function other() {} return other.name += "!"; }
//= call
f()

//# A function's name counts where the code reads it to write it elsewhere
//= before
(a) => { function inner() {} ({ name: a.name } = inner); return a; }
//= after
(a) => { function other() {} ({ name: a.name } = other); return a; }
//= call
f({})
