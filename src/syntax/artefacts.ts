// What hosts and bundlers write into a function's text, undone by a table: names that shift from one evaluation to the
// next must resolve to the thing they mean, not stand in the tree.

import type { ESTree } from "meriyah";
import type { Scopes } from "./binding.ts";
import { type Dialect, type Rule, type RuleContext, rule } from "./rule.ts";
import { type Node, rangeOf } from "./tree.ts";

// `import { f } from "m"` reads `__vite_ssr_import_3__.f` in Vite and `__vi_import_0__.f` in vitest: the number is that
// of the import in its file.
const VITE_MODULE = /^__(?:vite_ssr|vi)_import_\d+__$/;
// What TypeScript calls the module object of `import { f } from "./m"` when it compiles to CommonJS, as tslab does.
const TYPESCRIPT_MODULE = /^[\p{ID_Start}$_][\p{ID_Continue}$]*_\d+$/u;

const importedName = rule({
  name: "imported names",
  statement: "Vite's `__vite_ssr_import_3__.f` and tslab's `local_1.f` are the imported `f`",
  condition:
    "the object is a name that the code does not bind, of the exact form the host makes; not where the member is called " +
    "as a method, which is a call on a namespace: only the number tells which",
  same: ["x => (0, __vite_ssr_import_3__.f)(x)", "x => (0, __vite_ssr_import_0__.f)(x)"],
  different: ["x => __vite_ssr_import_3__.f(x)", "x => __vite_ssr_import_0__.f(x)"],
  on: ["MemberExpression"],
  rewritten: (node, context) => {
    const origin = freeName(node.object, context);
    if (origin === undefined || node.computed || node.optional || node.property.type !== "Literal")
      return undefined;
    const isModule =
      VITE_MODULE.test(origin) || (context.dialect === "tslab" && TYPESCRIPT_MODULE.test(origin));
    if (!isModule || context.scopes.methods.has(node)) return undefined;
    return context.free({ name: String(node.property.value), origin }, node);
  },
});

const cellName = rule({
  name: "names of other cells",
  statement: "tslab's `exports.f` is the `f` of another cell",
  condition: "only in tslab, and only where the code does not bind `exports`",
  same: ["() => exports.f(1)", "() => f(1)"],
  different: ["exports => exports.f(1)", "exports => f(1)"],
  on: ["MemberExpression"],
  rewritten: (node, context) => {
    if (context.dialect !== "tslab" || freeName(node.object, context) !== "exports") return undefined;
    if (node.computed || node.optional || node.property.type !== "Literal") return undefined;
    return context.free({ name: String(node.property.value), origin: "exports" }, node);
  },
});

const indirectCall = rule({
  name: "calls of imported names",
  statement: "`(0, f)(x)` is `f(x)`",
  condition: "13.3.6.1: a variable is called with `this` undefined either way; only `eval` can tell",
  same: ["(f, x) => (0, f)(x)", "(f, x) => f(x)"],
  different: ["(f, x) => (0, f.g)(x)", "(f, x) => f.g(x)"],
  on: ["CallExpression", "TaggedTemplateExpression"],
  rewritten: (node) => {
    const callee = node.type === "CallExpression" ? node.callee : node.tag;
    if (callee.type !== "SequenceExpression" || callee.expressions.length !== 2) return undefined;
    const [zero, name] = callee.expressions;
    if (zero?.type !== "Literal" || zero.value !== 0 || name?.type !== "Identifier" || name.name === "eval")
      return undefined;
    return node.type === "CallExpression" ? { ...node, callee: name } : { ...node, tag: name };
  },
});

const keptName = rule({
  name: "kept names",
  statement: 'esbuild\'s `__name(f, "f")` is `f`',
  condition: "the helper only sets a name; not where the code reads a `name`",
  same: ['a => { const b = __name(() => a, "b"); return b }', "a => { const b = () => a; return b }"],
  different: ["(a, __name) => __name(a, 'b')", "(a, __name) => a"],
  on: ["CallExpression"],
  rewritten: (node, context) => (isNameCall(node, context) ? namedFunction(node) : undefined),
});

const keptNameStatement = rule({
  name: "statements that keep names",
  statement: 'esbuild\'s statement `__name(f, "f");` is nothing',
  condition:
    "as above; what is named must be a variable, and a class must get the name it has: it always counts",
  same: [
    'a => { function b() { return a } __name(b, "b"); return b }',
    "a => { function b() { return a } return b }",
  ],
  different: ['a => { class B {} __name(B, "C"); return B }', "a => { class B {} return B }"],
  on: ["BlockStatement"],
  rewritten: (node, context) => {
    const body = node.body.filter((each) => {
      const { named, name } = nameStatement(each, context) ?? {};
      if (named?.type !== "Identifier") return true;
      const binding = context.scopes.bindingOf.get(named);
      if (binding?.kind === "class" && named.name !== name) return true;
      // What a host added is no use of the code's own.
      if (binding !== undefined) binding.references--;
      return false;
    });
    return body.length === node.body.length ? undefined : { ...node, body };
  },
});

const keptClassName = rule({
  name: "classes that keep their names",
  statement: 'esbuild\'s `class C { static { __name(this, "C") } }` is `class C {}`',
  condition: "as above; the name must be the class's own",
  same: ['() => class C { static { __name(this, "C") } }', "() => class C {}"],
  different: ['() => class C { static { __name(this, "D") } }', "() => class C {}"],
  on: ["ClassDeclaration", "ClassExpression"],
  rewritten: (node, context) => {
    const members = node.body.body.filter((member) => {
      const only = member.type === "StaticBlock" && member.body.length === 1 ? member.body[0] : undefined;
      const { named, name } = (only && nameStatement(only, context)) ?? {};
      return named?.type !== "ThisExpression" || name !== node.id?.name;
    });
    if (members.length === node.body.body.length) return undefined;
    return { ...node, body: { ...node.body, body: members } };
  },
});

const reloadQuery = rule({
  name: "queries of hot reload",
  statement: "Vite's `import('/a.ts?t=1770000000000')` is `import('/a.ts')`",
  condition:
    "`t` is the time stamp, in milliseconds, that Vite adds to make a module load again; shorter numbers are the user's own, who " +
    "gets another module for each",
  same: ["() => import('/a.ts?t=1770000000000')", "() => import('/a.ts')"],
  different: ["() => import('/a.ts?t=1')", "() => import('/a.ts?t=2')"],
  on: ["ImportExpression"],
  rewritten: (node) => {
    if (node.source.type !== "Literal" || typeof node.source.value !== "string") return undefined;
    const value = node.source.value.replace(/([?&])t=\d{13}(&|$)/, (_, before, after) =>
      after === "&" ? before : "",
    );
    return value === node.source.value
      ? undefined
      : { ...node, source: { type: "Literal", value, ...rangeOf(node.source) } };
  },
});

const viteImportMeta = rule({
  name: "Vite's import.meta",
  statement: "`__vite_ssr_import_meta__` is `import.meta`, `__vite_ssr_dynamic_import__(u)` is `import(u)`",
  condition: "names that the code does not bind, of the exact form the host makes",
  same: ["() => __vite_ssr_import_meta__.url", "() => import.meta.url"],
  different: ["__vite_ssr_import_meta__ => __vite_ssr_import_meta__.url", "() => import.meta.url"],
  on: ["Identifier", "CallExpression"],
  rewritten: (node, context) => {
    if (node.type === "Identifier") {
      return freeName(node, context) === "__vite_ssr_import_meta__" ? importMeta(node) : undefined;
    }
    const [source, options] = node.arguments;
    if (freeName(node.callee, context) !== "__vite_ssr_dynamic_import__") return undefined;
    if (source === undefined || source.type === "SpreadElement" || options?.type === "SpreadElement")
      return undefined;
    return { type: "ImportExpression", source, options: options ?? null, phase: null, ...rangeOf(node) };
  },
});

/** All artefacts of hosts, in the order in which they are undone at a node. */
export const ARTEFACT_RULES: readonly Rule[] = [
  viteImportMeta,
  importedName,
  cellName,
  indirectCall,
  keptName,
  keptNameStatement,
  keptClassName,
  reloadQuery,
];

const HOST_NAME = /^(?:__vite_ssr_|__vi_import_|__name$|exports$)/;

/** Whether a code can hold anything for these rules: most codes do not, and are spared the walk. */
export function mayHaveArtefacts({ mayHaveArtefacts: has, freeNames }: Scopes, dialect: Dialect): boolean {
  return (
    has ||
    freeNames.some(
      ({ name }) => HOST_NAME.test(name) || (dialect === "tslab" && TYPESCRIPT_MODULE.test(name)),
    )
  );
}

/** The plain name of an identifier that the code does not bind. */
function freeName(node: Node, { scopes }: RuleContext): string | undefined {
  const free = scopes.freeOf.get(node);
  return free?.origin === "" ? free.name : undefined;
}

function importMeta(node: Node): ESTree.MetaProperty {
  const at = rangeOf(node);
  return {
    type: "MetaProperty",
    meta: { type: "Identifier", name: "import", ...at },
    property: { type: "Identifier", name: "meta", ...at },
    ...at,
  };
}

/** A call of esbuild's helper `__name`, whose only effect is to set the property `name` of its first argument. */
function isNameCall(node: ESTree.CallExpression, context: RuleContext): boolean {
  const [named, name] = node.arguments;
  return (
    freeName(node.callee, context) === "__name" &&
    !context.scopes.traits.readsNames &&
    node.arguments.length === 2 &&
    named !== undefined &&
    name?.type === "Literal" &&
    typeof name.value === "string"
  );
}

function namedFunction(node: ESTree.CallExpression): Node | undefined {
  const [named] = node.arguments;
  switch (named?.type) {
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return named;
    default:
      return undefined;
  }
}

/** What a statement names with esbuild's helper, and how. */
function nameStatement(
  node: Node,
  context: RuleContext,
): { readonly named: Node | undefined; readonly name: unknown } | undefined {
  if (node.type !== "ExpressionStatement" || node.expression.type !== "CallExpression") return undefined;
  if (!isNameCall(node.expression, context)) return undefined;
  const [named, name] = node.expression.arguments;
  return { named, name: name?.type === "Literal" ? name.value : undefined };
}
