// What only looks like the work of a bundler.

//# A parameter that is named like Vite's import is a parameter
//= before
__vite_ssr_import_0__ => __vite_ssr_import_0__.rate
//= after
a => __vite_ssr_import_0__.rate
//= setup
const __vite_ssr_import_0__ = { rate: 7 };
//= call
f({ rate: 8 })

//# Two imports of one name are two
//= before
() => __vite_ssr_import_0__.rate - __vite_ssr_import_0__.rate
//= after
() => __vite_ssr_import_0__.rate - __vite_ssr_import_1__.rate
//= setup
const __vite_ssr_import_0__ = { rate: 7 }, __vite_ssr_import_1__ = { rate: 8 };
//= call
f()

//# A parameter that is named like esbuild's helper is a parameter
//= before
(a, __name) => __name(a, "b")
//= after
(a, __name) => a
//= call
f(1, (...all) => all)

//# A kept name counts where the code reads it
//= before
() => __name(() => {}, "one").name
//= after
() => __name(() => {}, "two").name
//= setup
const __name = (target, value) => Object.defineProperty(target, "name", { value, configurable: true });
//= call
f()

//# A helper's call still evaluates what it names
//= before
a => { __name(a(), "b"); return 1; }
//= after
a => { return 1; }
//= setup
const __name = (target, value) => target;
//= call
f(probe("a"))

//# A comma call of anything but a name is no artefact
//= before
a => (0, a.b.m)()
//= after
a => a.b.m()
//= call
f({ b: { v: 1, m() { "use strict"; return this === undefined; } } })
