// Runs the demo and draws what it printed: `npm run --silent build && tsx demo/picture.ts` writes docs/demo.svg.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { ROOT } from "../kernels/binary.ts";
import { paintOf } from "../src/report/paint.ts";
import type { Count } from "../src/units.ts";
import type { Screen } from "./screen.ts";
import { show } from "./show.ts";
import { svg } from "./svg.ts";

const COLUMNS: Count = 91;
const FILE = join(ROOT, "docs", "demo.svg");

const lines: string[] = [];
const screen: Screen = {
  width: COLUMNS,
  paint: paintOf(true),
  print: (line) => {
    lines.push(line);
    console.log(line);
  },
  // A picture stands still.
  flash: () => {},
};

if (await show(screen)) {
  const speed = lines.findLast((line) => line.startsWith("Run All:")) ?? "";
  writeFileSync(FILE, svg(lines, COLUMNS, "npm run demo", stripVTControlCharacters(speed)));
  console.log(`\nwritten to ${FILE}`);
} else {
  console.error("\nThe demo failed, so there is no picture of it.");
  process.exitCode = 1;
}
