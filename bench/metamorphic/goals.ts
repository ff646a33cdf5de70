// The goals of issue 5 for this bench, judged on what was just measured.

import type { MutantResult } from "./mutants/kept.ts";
import type { Survivor } from "./mutants/survivors.ts";
import type { GoalName, RowResult } from "./row.ts";
import { shareText } from "./table.ts";

/** A goal with its verdict; `figure` says how near it is, in words. */
export interface Goal {
  readonly title: string;
  readonly isMet: boolean;
  readonly figure: string;
}

/** The least share of functions that each row of a goal must keep, and the share to aim at, in percent. */
const SHARES: Readonly<Record<GoalName, { readonly least: number; readonly aim?: number } | undefined>> = {
  formatters: { least: 100 },
  comments: { least: 100 },
  whitespace: { least: 100 },
  renaming: { least: 100 },
  eslint: { least: 100 },
  "esbuild syntax": { least: 96, aim: 98 },
  "esbuild full": { least: 94 },
  "terser compress": { least: 87, aim: 93 },
  "terser full": { least: 85 },
  beyond: undefined,
};

/** Each row's goal. Where all must be kept, losses with a good reason do not count; elsewhere every loss does. */
export function rowGoals(results: readonly RowResult[]): readonly Goal[] {
  return results.flatMap(({ name, goal, functions, kept, excused }) => {
    const share = SHARES[goal];
    if (share === undefined || functions === 0) return [];
    const { least, aim } = share;
    const counted = least === 100 ? kept + excused.length : kept;
    const aimed = aim === undefined ? "" : ` (aim: ${aim} %)`;
    const excuse = excused.length === 0 || least < 100 ? "" : `, ${excused.length} adjudicated`;
    return [
      {
        title: `${name}: at least ${least} % kept${aimed}`,
        isMet: counted >= (functions * least) / 100,
        figure: `${shareText(counted, functions)} %${excuse}`,
      },
    ];
  });
}

/** No mutant may be kept that nobody has shown to be equivalent. */
export function mutantGoals({ mutants }: MutantResult, survivors: readonly Survivor[]): readonly Goal[] {
  const bad = survivors.filter(({ verdict }) => verdict.kind === "differs" || verdict.kind === "unexplained");
  return [
    {
      title: "mutants kept and not shown equivalent: none",
      isMet: bad.length === 0,
      figure: `${bad.length} of ${mutants}`,
    },
  ];
}

/** A goal that counts something. */
export function countGoal(title: string, count: number, least: number): Goal {
  return { title: `${title}: at least ${least}`, isMet: count >= least, figure: String(count) };
}

/** Each goal, whether it is met, and by how much. */
export function goalText(goals: readonly Goal[]): string {
  return goals
    .map(({ title, isMet, figure }) => `${isMet ? "met   " : "FAILED"}  ${title}: ${figure}`)
    .join("\n");
}
