// Methods and accessors that stand alone, as `toString` gives them; and `super`, which needs their object.

//# A method is not an accessor
//= before
m() { return 1; }
//= after
get m() { return 1; }
//= call
home.m

//# A setter is not a method
//= before
set m(a) { log(a); }
//= after
m(a) { log(a); }
//= call
home.m = 1

//# A getter's value counts
//= before
get m() { return 1; }
//= after
get m() { return 2; }
//= call
home.m

//# A method's name counts where it can read it
//= before
one() { return arguments.callee.name; }
//= after
two() { return arguments.callee.name; }
//= sloppy
//= call
f()

//# A super method is not the object's own
//= before
m() { return super.n(); }
//= after
m() { return this.n(); }
//= call
(home.n = () => 1, Object.setPrototypeOf(home, { n() { return 2; } }), home.m())

//# A super property is written to the receiver
//= before
m() { super.p = 1; return Object.keys(this); }
//= after
m() { Object.getPrototypeOf(this).p = 1; return Object.keys(this); }
//= call
(Object.setPrototypeOf(home, {}), home.m())
