// What bundlers and hot reload write into a function's text.

//# The number of an import in Vite's output shifts
//= before
() => [__vite_ssr_import_0__.rate]
//= after
() => [__vite_ssr_import_3__.rate]
//= setup
const __vite_ssr_import_0__ = { rate: 7 }, __vite_ssr_import_3__ = __vite_ssr_import_0__;

//# The number of an imported function that Vite calls shifts
//= before
a => [(0,__vite_ssr_import_0__.twice)(a)]
//= after
b => [(0,__vite_ssr_import_3__.twice)(b)]
//= setup
const __vite_ssr_import_0__ = { twice: a => [a, a] }, __vite_ssr_import_3__ = __vite_ssr_import_0__;

//# A function whose name esbuild keeps is the function
//= before
a => { const g = () => a; return [g()]; }
//= after
a => { const g = /* @__PURE__ */ __name(() => a, "g"); return [g()]; }
//= setup
const __name = (target, value) => Object.defineProperty(target, "name", { value, configurable: true });

//# A declaration whose name esbuild keeps is the declaration
//= before
a => { function g() { return [a]; } return g(); }
//= after
a => { function g() { return [a]; } __name(g, "g"); return g(); }
//= setup
const __name = (target, value) => Object.defineProperty(target, "name", { value, configurable: true });

//# A class whose name esbuild keeps is the class
//= before
class A { m(a) { return [a]; } }
//= after
class A { static { __name(this, "A"); } m(a) { return [a]; } }
//= setup
const __name = (target, value) => Object.defineProperty(target, "name", { value, configurable: true });

//# The time of a reload in an import says nothing about the module
//= before
async a => { try { await import("/no/such/file.ts?t=1770000000000"); } catch { return [a]; } }
//= after
async a => { try { await import("/no/such/file.ts?t=1790000000000"); } catch { return [a]; } }
