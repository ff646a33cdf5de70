// The third-party tools, which are installed in this folder alone. They are loaded by name at run time, so that nobody
// needs them to check the types of this repository; each is described as far as it is used.

/** A node of a syntax tree of Babel. */
export interface Tree {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** What Babel's parser takes. */
export interface ParserOptions {
  readonly sourceType: "script" | "module";
  readonly plugins?: readonly string[];
  readonly tokens?: boolean;
  readonly errorRecovery?: boolean;
  readonly allowReturnOutsideFunction?: boolean;
  readonly createParenthesizedExpressions?: boolean;
}

/** A file as Babel's parser gives it. */
export interface ParsedFile extends Tree {
  readonly program: Tree;
}

/** A scope as Babel's traversal finds it. */
export interface BabelScope {
  readonly path: { readonly node: Tree };
  readonly bindings: Readonly<Record<string, { readonly kind: string }>>;
  readonly globals: Readonly<Record<string, unknown>>;
  readonly rename: (from: string, to: string) => void;
}

/** A place in a tree of Babel. */
export interface BabelPath {
  readonly node: Tree;
  readonly scope: BabelScope;
  readonly parent: Tree;
}

type Visitor = (path: BabelPath) => void;

/** The tools as far as they are used here. */
export interface Babel {
  readonly parse: (source: string, options: ParserOptions) => ParsedFile;
  readonly traverse: (tree: Tree, visitors: Readonly<Record<string, Visitor>>) => void;
  readonly generate: (tree: Tree, options: object, source?: string) => { readonly code: string };
}

/** An exported object of a module, wherever its format put it. */
async function loaded(name: string): Promise<unknown> {
  const module: unknown = await import(name);
  return module;
}

function fieldOf(value: unknown, ...path: readonly string[]): unknown {
  let current = value;
  for (const field of path) {
    if ((typeof current !== "object" && typeof current !== "function") || current === null) return undefined;
    current = (current as Readonly<Record<string, unknown>>)[field];
  }
  return current;
}

/** The function that a CommonJS module of Babel exports as its default. */
async function babelDefault<F>(name: string): Promise<F> {
  const module = await loaded(name);
  const found = [
    fieldOf(module, "default", "default"),
    fieldOf(module, "default"),
    fieldOf(module, "module.exports"),
  ];
  return found.find((each) => typeof each === "function") as F;
}

/** Babel's parser, traversal and generator. */
export async function loadBabel(): Promise<Babel> {
  const parser = (await loaded("@babel/parser")) as Pick<Babel, "parse">;
  return {
    parse: parser.parse,
    traverse: await babelDefault<Babel["traverse"]>("@babel/traverse"),
    generate: await babelDefault<Babel["generate"]>("@babel/generator"),
  };
}

/** The exports of a tool, described by whoever uses it. */
export async function loadTool<T>(name: string): Promise<T> {
  const module = await loaded(name);
  return (fieldOf(module, "default") ?? module) as T;
}

/** Named exports of a tool's inner file, given by its path in `node_modules/`. */
export async function loadFile<T>(path: string): Promise<T> {
  return (await loaded(new URL(`./node_modules/${path}`, import.meta.url).href)) as T;
}
