// What `this`, `arguments`, `super`, `new.target` and strictness mean where a walk stands, and the traits of the code
// that follow from their use.

import type { Traits } from "./binding.ts";

/** A function, or what behaves like one (a field's initializer), around the place where the walk stands. */
interface Context {
  readonly isArrow: boolean;
  /** Strict by its own text: a directive, or within a class. */
  readonly isStrict: boolean;
  readonly parent: Context | undefined;
  usesArguments: boolean;
}

export class Surroundings {
  readonly traits: { -readonly [trait in keyof Traits]: boolean } = {
    dynamicScope: false,
    usesThis: false,
    usesSurroundings: false,
    tellsStrictness: false,
    readsNames: false,
    readsTexts: false,
    asksTexts: false,
    usesArguments: false,
  };
  mayLackThis = false;
  hasAsyncGenerator = false;
  #context: Context | undefined;

  /** Walks what stands inside a function, an initializer, or (as an arrow, whose `this` is the outer one) a class. */
  within(given: { isArrow: boolean; isStrict: boolean }, walk: () => void): { usesArguments: boolean } {
    const parent = this.#context;
    const isStrict = given.isStrict || this.isStrict;
    const context = { isArrow: given.isArrow, isStrict, parent, usesArguments: false };
    this.#context = context;
    walk();
    this.#context = parent;
    return context;
  }

  get isStrict(): boolean {
    return this.#context?.isStrict ?? false;
  }

  /** Notes a construct that behaves differently in strict and in sloppy mode. */
  tellStrictness(): void {
    this.traits.tellsStrictness ||= !this.isStrict;
  }

  /** Direct `eval` or `with`, whose code may use anything of these. */
  useDynamicScope(): void {
    this.traits.dynamicScope = true;
    this.tellStrictness();
  }

  /** `this`: undefined or the global object in a plain call, boxed or not, as the mode decides. */
  useThis(): void {
    const owner = this.#owner();
    if (owner === undefined) this.mayLackThis = true;
    if (owner?.parent === undefined) this.traits.usesThis = true;
    if (owner !== undefined && !owner.isStrict) this.traits.tellsStrictness = true;
  }

  /** `arguments`. True when it is the object of a function in the text, which sloppy mode ties to the parameters. */
  useArguments(): boolean {
    const owner = this.#owner();
    if (owner === undefined) this.traits.usesSurroundings = true;
    else {
      owner.usesArguments = true;
      if (!owner.isStrict) this.traits.tellsStrictness = true;
    }
    this.traits.usesArguments ||= owner?.parent === undefined;
    return owner !== undefined;
  }

  useNewTarget(): void {
    if (this.#owner() === undefined) this.traits.usesSurroundings = true;
  }

  /** `super` belongs to the object a method was defined in, which stands outside the text of a lone method. */
  useSuper(): void {
    this.mayLackThis = true;
    if (this.#owner()?.parent === undefined) this.traits.usesSurroundings = true;
  }

  /** The innermost function that is no arrow; undefined when the text is an arrow all the way out. */
  #owner(): Context | undefined {
    let context = this.#context;
    while (context?.isArrow) context = context.parent;
    return context;
  }
}
