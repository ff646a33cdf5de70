// What one sequence is: a program of constants and functions, and what happens to it, as plain data. A `Choice` is taken
// modulo the number of things to choose from, with the simplest first, so that a story from which anything was taken
// away, or in which any number became smaller, is a story too. Nothing here is text yet.

/** A whole number from 0. */
export type Choice = number;

/** A constant of the program. */
export type ConstantPlan = {
  /** Of `CONSTANT_KINDS`. */
  readonly kind: Choice;
  readonly value: Choice;
  /** Of `HOLDERS`. */
  readonly holder: Choice;
};

/** One thing that a function's body does. */
export type PartPlan = {
  /** Of `PARTS`. */
  readonly kind: Choice;
  /** The constant or function that it is about. */
  readonly of: Choice;
  readonly detail: Choice;
};

/** A function of the program. */
export type FunctionPlan = {
  /** Of `FORMS`. */
  readonly form: Choice;
  readonly holder: Choice;
  /** Of `WRAPPINGS`. */
  readonly wrapping: Choice;
  /** What a factory's parameter, a bound argument, a static field and their like hold. */
  readonly knob: Choice;
  readonly parts: readonly PartPlan[];
  /** Each of `EFFECTS`. */
  readonly effects: readonly Choice[];
};

/** A change of a function's source, always of what it was at first, so that a tweak of kind 0 undoes any other. */
export type Tweak = { readonly kind: Choice; readonly detail: Choice };

export type CallPlan = { readonly fn: Choice; readonly arg: Choice; readonly depth: Choice };

export type Step =
  /** Calls a function, and compares what it gives. */
  | ({ readonly do: "call" } & CallPlan)
  /** In an async story: calls a function, and awaits it only after the next edit. */
  | ({ readonly do: "start" } & CallPlan)
  /** Gives the source of a constant a value, and runs its cell. */
  | { readonly do: "assign"; readonly constant: Choice; readonly value: Choice }
  /** Changes a constant in place. */
  | { readonly do: "mutate"; readonly constant: Choice; readonly edit: Choice; readonly value: Choice }
  | { readonly do: "swap"; readonly one: Choice; readonly other: Choice }
  /** Changes the source of a function, and runs its cell. */
  | { readonly do: "rewrite"; readonly fn: Choice; readonly tweak: Tweak }
  /** Gives one function's variable the value of another's. */
  | { readonly do: "alias"; readonly fn: Choice; readonly to: Choice }
  /** Changes what a function captured: through a setter, a property, a superclass. */
  | { readonly do: "turn"; readonly fn: Choice; readonly value: Choice }
  /** Runs all cells as they are now. */
  | { readonly do: "run all" };

/** A sequence. */
export type Story = {
  /** Of `HOSTS`. */
  readonly host: Choice;
  /** Odd: each step is a cell of its own; even: all happens in one turn of the event loop. */
  readonly cells: Choice;
  /** Odd: the functions stand before the constants. */
  readonly order: Choice;
  /** Odd: all functions are async. */
  readonly awaits: Choice;
  readonly constants: readonly ConstantPlan[];
  readonly functions: readonly FunctionPlan[];
  readonly steps: readonly Step[];
};
