// What a kind of constant is: its values, what functions read of it, and how it is changed in place, as templates.

import type { Choices } from "./dice.ts";

/**
 * Code with holes: `$c` the constant, `$x` the function's argument, `$v` a number from 0 to 4, `$o` a read of another constant,
 * `$l` a local, `$e` an environment variable. A read may begin with statements, which end in `;;`.
 */
export type Template = string;

export interface ConstantKind {
  readonly title: string;
  readonly values: Choices<Template>;
  /** The first is an expression. Results are new objects or primitive, lest an edit change a result that was handed out. */
  readonly reads: Choices<Template>;
  /** Changes in place. Kinds without any are changed by assignment only. */
  readonly edits: readonly Template[];
  /**
   * Reads may change it. Then what they change must be part of what they give, for a hit runs nothing: a library that
   * keeps no result of such a run, and so runs it each time, is right.
   */
  readonly changesItself?: true;
  /** Reads tell objects of equal content apart. */
  readonly comparesIdentities?: true;
}

/** A template with its holes filled. */
export function filled(template: Template, words: Readonly<Record<string, string>>): string {
  return template.replace(/\$([a-z])/g, (hole, letter: string) => words[letter] ?? hole);
}
