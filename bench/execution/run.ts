// The execution check: `npm run check --prefix bench/execution`, or some packages by name as arguments.
// Prints a table and each failure with the rule to blame; exits with 1 if there is any.

import { blame } from "./blame.ts";
import { checkReport } from "./check.ts";
import { SUBJECTS } from "./packages.ts";

const asked = process.argv.slice(2);
const subjects = SUBJECTS.filter(({ name }) => asked.length === 0 || asked.includes(name));
const HEAD = [
  "package",
  "functions",
  "changed",
  "exports",
  "calls",
  "returned",
  "outcomes",
  "late",
  "tests passed",
  "failed before",
  "failures",
  "s",
];

print(HEAD);
let failed = false;
for (const subject of subjects) {
  const begin = performance.now();
  const report = checkReport(subject);
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  const { functions, changed, exports, calls, returned, outcomes, late, suitePassed, suiteFailedBefore } =
    report;
  const figures = [
    functions,
    changed,
    exports,
    calls,
    returned,
    outcomes,
    late,
    suitePassed,
    suiteFailedBefore,
    report.failures.length,
  ];
  print([subject.name, ...figures.map(String), seconds]);
  if (report.notUnderstood > 0)
    console.log(`  ${report.notUnderstood} functions were not understood and left`);
  const [first] = report.failures;
  if (first === undefined) continue;
  failed = true;
  for (const { title } of report.failures.slice(0, 10)) console.log(`  FAILED: ${title}`);
  console.log(first.details);
  console.log(blame(subject));
}
process.exitCode = failed ? 1 : 0;

function print(cells: readonly string[]): void {
  console.log(
    cells
      .map((cell, index) => (index === 0 ? cell.padEnd(22) : cell.padStart((HEAD[index]?.length ?? 0) + 2)))
      .join(""),
  );
}
