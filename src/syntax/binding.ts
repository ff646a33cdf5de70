// The words of scope analysis: what binds a name, what a code uses without binding it, and which of its traits limit
// what may be rewritten.

import type { Node } from "./tree.ts";

/** Where a binding comes from. */
export type BindingKind =
  | "parameter"
  | "var"
  | "let"
  | "const"
  | "using"
  | "function"
  | "class"
  | "catch"
  | "label"
  | "private"
  /** A function expression's or class's own name. */
  | "self";

/** One local name. Names that interact (a `var` beside a parameter of that name) share one binding. */
export interface Binding {
  readonly name: string;
  readonly kind: BindingKind;
  /** False where renaming could be noticed: `arguments`, names that hoisting may carry out of their block. */
  renamable: boolean;
  /** How often the code uses it, its declarations not counted. */
  references: number;
  /** How many of these uses assign to it, or may: `arguments[0] = 1` writes a parameter, `delete a` counts as one. */
  writes: number;
  /** How often it is declared. */
  declarations: number;
  /** Whether a function inside the one that binds it uses it. */
  captured: boolean;
  /** Whether a function declaration does, which may be called before the place where it stands. */
  hoisted: boolean;
  /** Whether each use comes after the declaration, within the block around that: there, `var` and `let` mean the same. */
  isLocal: boolean;
  /** Whether its declaration stands in a loop of its function. */
  isRepeated: boolean;
  /** The literal that its declaration gives it. */
  literal: Node | undefined;
  /** Whether its declaration gives it a function or a class. */
  holdsFunction: boolean;
}

/** A name that the code uses and does not bind. */
export interface FreeName {
  readonly name: string;
  /**
   * Through what a host made the code reach the name: `""` for the plain name, else the object that stands in the text
   * (`exports` in tslab, `__vite_ssr_import_3__` in Vite).
   */
  readonly origin: string;
}

/** Whether code runs in strict mode; `unknown` where neither the text nor the function object tells. */
export type Strictness = "strict" | "sloppy" | "unknown";

/** What of the code limits its rewriting, or stands for a dependency without a name. */
export interface Traits {
  /** Direct `eval` or `with`: names may be looked up at run time, so nothing may be renamed. */
  readonly dynamicScope: boolean;
  /** The function's own or an arrow's surrounding `this`. */
  readonly usesThis: boolean;
  /** The function may see how many arguments it got, or those that have no parameter: by `arguments`, or from outside. */
  readonly usesArguments: boolean;
  /** An arrow's surrounding `arguments`, `new.target` or `super`. */
  readonly usesSurroundings: boolean;
  /** Some construct of the code behaves differently in strict and in sloppy mode. */
  readonly tellsStrictness: boolean;
  /** The code reads a property `name`: the names of functions count. */
  readonly readsNames: boolean;
  /** The code reads the text of one of its own functions: nothing but the text counts. */
  readonly readsTexts: boolean;
  /** The code asks something for its `toString`, which may be a function that it was given. */
  readonly asksTexts: boolean;
}

/** What an identifier does besides reading a variable. */
export type Role = "declaration" | "target";

/** What scope analysis finds. Keys are identifier nodes; a node in neither map is the text of a meta property. */
export interface Scopes {
  readonly bindingOf: ReadonlyMap<Node, Binding>;
  readonly freeOf: ReadonlyMap<Node, FreeName>;
  /** Adds an identifier that a rule made to `bindingOf`. */
  readonly bind: (identifier: Node, binding: Binding, role?: Role) => void;
  /** What an identifier does besides reading: it declares a name, or is assigned to. */
  readonly roleOf: ReadonlyMap<Node, Role>;
  /** Uses that may come before the variable has a value, and throw then (ECMA-262, 9.1.1.1.6, GetBindingValue). */
  readonly early: ReadonlySet<Node>;
  /** Free names by first use. */
  readonly freeNames: readonly FreeName[];
  readonly traits: Traits;
  /** Members that are called as methods, of an object with a name: `a.b` in `a.b()`. */
  readonly methods: ReadonlySet<Node>;
  /**
   * Whether some `this` may not be there yet: the code has a `super`, or a constructor that should call it, or is an arrow, which
   * may stand in such a constructor (ECMA-262, 9.1.1.3.4).
   */
  readonly mayLackThis: boolean;
  /** Whether the code has a `delete` of what is no place, which is true, but of a name in its place would be false. */
  readonly deletesValues: boolean;
  /** Whether one of its functions is an async generator, where a `return` with a value waits for it. */
  readonly hasAsyncGenerator: boolean;
  /** Whether the code calls through a sequence or imports at run time, as hosts make it do. */
  readonly mayHaveArtefacts: boolean;
}
