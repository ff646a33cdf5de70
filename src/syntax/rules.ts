// The rewrite rules of the normal form, by topic. A rule enters only if it is sound for every JavaScript value, in strict and
// in sloppy code; its section numbers are those of ECMA-262, 2025. What renaming does is not here: see how names are encoded.
//
// Why they come to an end: no rule adds an effect, and each takes one step down in this order. Fewer names (what is not used,
// used once or holds a literal goes away), then fewer constructs that have another spelling (`while`, `const`, `var`, arrows with an
// expression, shorthand, sequences and conditions as statements, `else` behind an exit), then fewer nodes (branches and tests
// merge), then negations nearer to the leaves, then shorter guards. The exits that are written out at the ends of functions
// and loops are added once.

import type { Rule } from "./rule.ts";
import { ARITHMETIC } from "./rules/arithmetic.ts";
import { BLOCKS } from "./rules/blocks.ts";
import { CLASSES } from "./rules/classes.ts";
import { CONDITIONS } from "./rules/conditions.ts";
import { CONTROL_FLOW } from "./rules/control-flow.ts";
import { DEAD_CODE } from "./rules/dead-code.ts";
import { DECLARATIONS } from "./rules/declarations.ts";
import { DESTRUCTURING } from "./rules/destructuring.ts";
import { FUNCTIONS } from "./rules/functions.ts";
import { INLINING } from "./rules/inlining.ts";
import { LITERAL_ORDER } from "./rules/literal-order.ts";
import { LITERALS } from "./rules/literals.ts";
import { LOOPS } from "./rules/loops.ts";
import { MEMBERS } from "./rules/members.ts";
import { OPERATORS } from "./rules/operators.ts";
import { PROPERTIES } from "./rules/properties.ts";
import { RETURNS } from "./rules/returns.ts";
import { SEQUENCES } from "./rules/sequences.ts";
import { STEPS } from "./rules/steps.ts";
import { SWITCHES } from "./rules/switches.ts";
import { TEMPLATES } from "./rules/templates.ts";
import { VARS } from "./rules/vars.ts";

/** All rules of the normal form, in the order in which they are tried at a node. */
export const NORMAL_RULES: readonly Rule[] = [
  ...LITERALS,
  ...ARITHMETIC,
  ...TEMPLATES,
  ...PROPERTIES,
  ...DESTRUCTURING,
  ...FUNCTIONS,
  ...CLASSES,
  ...BLOCKS,
  ...LOOPS,
  ...SWITCHES,
  ...SEQUENCES,
  ...STEPS,
  ...CONDITIONS,
  ...OPERATORS,
  ...MEMBERS,
  ...VARS,
  ...DECLARATIONS,
  ...INLINING,
  ...DEAD_CODE,
  ...RETURNS,
  ...CONTROL_FLOW,
  ...LITERAL_ORDER,
];

const NEAR: ReadonlySet<string> = new Set([
  "blocks around bodies",
  "nested blocks and empty statements",
  "arrow bodies",
  "computed literal names",
  "shorthand properties",
  "const never written",
  "own name never used",
  "chains of one logical operator",
  "sequences within sequences",
]);

/** The rules that leave everything where it stands: under them, trees can be shown beside their texts. */
export const NEAR_RULES: readonly Rule[] = NORMAL_RULES.filter(({ name }) => NEAR.has(name));
