// All rows of the table.

import type { Row } from "../row.ts";
import { babelRows } from "./babel.ts";
import { commentRows } from "./comments.ts";
import { eslintRows } from "./eslint.ts";
import { minifierRows } from "./minifiers.ts";
import { prettierRows } from "./prettier.ts";

/** All rows, in the order of the table. */
export async function allRows(seed: number): Promise<readonly Row[]> {
  return [
    ...(await prettierRows()),
    ...commentRows(seed),
    ...babelRows(seed),
    ...(await eslintRows()),
    ...(await minifierRows()),
  ];
}
