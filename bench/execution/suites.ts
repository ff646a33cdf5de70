// The suites that packages ship, run in a package's folder; which tests passed there, by title.

import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Suite } from "./packages.ts";
import { INSTALLED } from "./rewritten-package.ts";

/** How a suite ended. */
export interface SuiteReport {
  /** Titles of the tests that passed; suites without titles give numbers. */
  readonly passed: ReadonlySet<string>;
  readonly failed: ReadonlyMap<string, string>;
  /** The end of what it wrote, for when it gave no result at all. */
  readonly output: string;
}

const LIMIT_MILLISECONDS = 600_000;

/** The result of a package's own suite in a folder. */
export function suiteReport(suite: Suite, folder: string): SuiteReport {
  const { args, read } = RUNNERS[suite.runner](suite, folder);
  // Tests that draw random numbers draw the same ones on both sides.
  const seeded = ["--require", join(import.meta.dirname, "seeded.cjs")];
  const run = spawnSync(process.execPath, [...seeded, ...args], {
    cwd: folder,
    encoding: "utf8",
    timeout: LIMIT_MILLISECONDS,
    maxBuffer: 1 << 28,
    env: { ...process.env, TZ: "Europe/Berlin" },
  });
  const output = `${run.stdout}\n${run.stderr}`;
  return { ...read(output), output: output.slice(-4000) };
}

interface Runner {
  readonly args: readonly string[];
  readonly read: (output: string) => Omit<SuiteReport, "output">;
}

const RUNNERS: Readonly<Record<Suite["runner"], (suite: Suite, folder: string) => Runner>> = {
  mocha: ({ without = [] }, folder) => {
    const report = join(folder, "mocha-report.json");
    const ignored = without.flatMap((path) => ["--ignore", path]);
    const bin = join(INSTALLED, "mocha/bin/mocha.js");
    return {
      args: [
        bin,
        "test/**/*.test.js",
        ...ignored,
        "--reporter",
        "json",
        "--reporter-option",
        `output=${report}`,
      ],
      read: () => mochaTests(report),
    };
  },
  tape: () => ({ args: [join(INSTALLED, "tape/bin/tape"), "test/*.js"], read: tapTests }),
  acorn: () => ({
    args: ["test/run.js"],
    read: (output) => counted(/Total: (\d+) tests run in [^;]*; (?:all passed|(\d+) failures)/.exec(output)),
  }),
  "big.js": () => ({
    args: ["test/every-test.js"],
    read: (output) => {
      const [, passed = "0", total = "0"] = /IN TOTAL: (\d+) of (\d+) tests passed/.exec(output) ?? [];
      return numbered(Number(passed), Number(total) - Number(passed));
    },
  }),
};

interface MochaTest {
  readonly fullTitle: string;
  readonly err?: { readonly message?: string };
}

function mochaTests(path: string): Omit<SuiteReport, "output"> {
  try {
    const report: { readonly passes: readonly MochaTest[]; readonly failures: readonly MochaTest[] } =
      JSON.parse(readFileSync(path, "utf8"));
    rmSync(path);
    return {
      passed: new Set(titles(report.passes)),
      failed: new Map(report.failures.map(({ fullTitle, err }) => [fullTitle, err?.message ?? ""])),
    };
  } catch {
    return { passed: new Set(), failed: new Map() };
  }
}

/** Titles, made different where two tests share one. */
function titles(tests: readonly MochaTest[]): readonly string[] {
  const counts = new Map<string, number>();
  return tests.map(({ fullTitle }) => {
    const count = (counts.get(fullTitle) ?? 0) + 1;
    counts.set(fullTitle, count);
    return count === 1 ? fullTitle : `${fullTitle} (${count})`;
  });
}

function tapTests(output: string): Omit<SuiteReport, "output"> {
  const passed = new Set<string>();
  const failed = new Map<string, string>();
  for (const [, not, title = ""] of output.matchAll(/^(not )?ok (\d+ .*)$/gm)) {
    if (not === undefined) passed.add(title);
    else failed.set(title, "");
  }
  return { passed, failed };
}

function counted(match: RegExpExecArray | null): Omit<SuiteReport, "output"> {
  if (match === null) return numbered(0, 0);
  const failures = Number(match[2] ?? 0);
  return numbered(Number(match[1]) - failures, failures);
}

/** Tests without titles: only their numbers can be compared. */
function numbered(passed: number, failed: number): Omit<SuiteReport, "output"> {
  return {
    passed: new Set(Array.from({ length: passed }, (_, index) => `test ${index + 1}`)),
    failed: new Map(Array.from({ length: failed }, (_, index) => [`failure ${index + 1}`, ""])),
  };
}
