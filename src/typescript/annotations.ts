// The types that were erased, kept aside: claims about values, for whoever can check them. They are no part of any
// comparison.

import { childIn, nameIn, partIn, type SourceNode } from "./source.ts";

/** What an annotation speaks of. */
export type AnnotationPlace = "variable" | "field" | "return" | "assertion";

/** One type of the source. Offsets count UTF-16 units from 0, in the file. */
export interface Annotation {
  /**
   * `variable`: a parameter, a variable or a pattern; `field`: of a class; `return`: of a function; `assertion`: `as`,
   * `satisfies` and `<T>x`.
   */
  readonly place: AnnotationPlace;
  /** Where the annotated node starts; nodes of the erased tree keep their offsets. */
  readonly at: number;
  /** The name of a variable. */
  readonly name: string | undefined;
  /** The type as it is written. */
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** The annotation that a node bears, if any. */
export function annotationOf(
  source: SourceNode,
  place: AnnotationPlace,
  text: string,
  field = "typeAnnotation",
): Annotation | undefined {
  const annotation = childIn(source, field);
  if (annotation === undefined) return undefined;
  const { start, end } =
    annotation.type === "TSTypeAnnotation" ? partIn(annotation, "typeAnnotation") : annotation;
  const name = source.type === "Identifier" ? nameIn(source) : undefined;
  return { place, at: source.start, name, type: text.slice(start, end), start, end };
}
