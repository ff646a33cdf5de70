// Members whose object or name is found once or twice.

//# A member of a member
//= before
(a) => { a.b.c = a.b.c + 1; }
//= after
(a) => { a.b.c += 1; }
//= call
f({ get b() { log("b"); return { c: 1 }; } })

//# A member of what is called for
//= before
(a) => { a().c = a().c + 1; }
//= after
(a) => { a().c += 1; }
//= call
f(() => { log("a"); return { c: 1 }; })

//# A computed name
//= before
(a, b) => { a[b()] = a[b()] + 1; }
//= after
(a, b) => { a[b()] += 1; }
//= call
f({ x: 1 }, () => { log("name"); return "x"; })

//# A member that the right side of a sum reads
//= before
(a, b) => { a.x = b + a.x; return a.x; }
//= after
(a, b) => { a.x += b; return a.x; }
//= call
f({ x: "x" }, "y")

//# A member of a name that is an accessor of the global object
//= setup
Object.defineProperty(globalThis, "free", { get() { log("free"); return { x: 1 }; } });
//= before
() => { free.x = free.x + 1; }
//= after
() => { free.x += 1; }
//= call
f()

//# A member that is written where it is true
//= before
(a) => { a.x = a.x || 1; }
//= after
(a) => { a.x ||= 1; }
//= call
f({ get x() { return 1; }, set x(v) { log(v); } })
