// One package, checked: its functions are replaced by their normal forms in a copy, and the copy must do what the
// original does.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Count } from "../../src/units.ts";
import type { CallPlan, CallReport, Difference } from "./calls.ts";
import type { Question } from "./compare-process.ts";
import type { Subject } from "./packages.ts";
import { INSTALLED, type PackageRewriting, packageCopy } from "./rewritten-package.ts";
import { type SuiteReport, suiteReport } from "./suites.ts";

/** Something that the rewritten package does otherwise. */
export interface Failure {
  readonly title: string;
  readonly details: string;
}

/** What the check of one package found. */
export interface CheckReport {
  readonly functions: Count;
  readonly changed: Count;
  readonly notUnderstood: Count;
  readonly exports: Count;
  readonly calls: Count;
  readonly returned: Count;
  readonly outcomes: Count;
  /** Exports that were left after a call that took too long. */
  readonly late: Count;
  readonly suitePassed: Count;
  /** Tests that fail without any rewriting. */
  readonly suiteFailedBefore: Count;
  readonly failures: readonly Failure[];
}

const TESTS = join(INSTALLED, "test262-parser-tests");
const CALLS_PER_EXPORT = 100;
const LIMIT_MILLISECONDS = 600_000;

const MOST_FAILURES = 10;

type CallField = "exports" | "calls" | "returned" | "outcomes" | "late";

/** Suites give the same result each time, so the original's is asked once. */
const suitesBefore = new Map<Subject, SuiteReport>();

/** The check of a subject under some rewriting. */
export function checkReport(subject: Subject, rewriting: PackageRewriting = {}): CheckReport {
  const copy = packageCopy(subject, rewriting);
  try {
    const files = [...copy.files.values()].flatMap(({ functions }) => functions);
    const sum = (count: (each: (typeof files)[number]) => number): Count =>
      files.reduce((total, each) => total + count(each), 0);
    const called = calledReport(subject, copy.folder);
    const tested = testedReport(subject, copy.folder);
    return {
      ...called,
      ...tested,
      functions: sum(({ count }) => count),
      changed: sum(({ changed }) => changed),
      notUnderstood: sum(({ left }) => (left === undefined ? 0 : 1)),
      failures: [...called.failures, ...tested.failures],
    };
  } finally {
    copy.remove();
  }
}

type Called = Pick<CheckReport, CallField | "failures">;

/** The calls of a subject's exports, by as many processes as it takes. */
function calledReport(subject: Subject, folder: string): Called {
  const { exports, parser } = subject;
  const entry = exports?.entry ?? parser?.entry;
  let [calls, returned, outcomes, late, count] = [0, 0, 0, 0, 0];
  const failures: Failure[] = [];
  let from: Count | undefined = entry === undefined ? undefined : 0;
  while (entry !== undefined && from !== undefined) {
    const plan: CallPlan | undefined = exports && {
      flavours: exports.flavours,
      without: exports.without,
      callsPerExport: exports.calls ?? CALLS_PER_EXPORT,
      from,
    };
    const report = answer({
      before: join(INSTALLED, subject.folder, entry),
      after: join(folder, entry),
      ...(plan && { plan }),
      ...(parser && { parser: { parse: parser.parse, tests: TESTS } }),
    });
    if (typeof report === "string") {
      failures.push({ title: "does not load or does not end", details: report });
      break;
    }
    calls += report.calls;
    returned += report.returned;
    outcomes += report.outcomes;
    count = report.exports;
    failures.push(...report.differences.map(callFailure));
    if (report.stopped !== undefined && report.differences.length === 0) late++;
    from = failures.length < MOST_FAILURES ? report.stopped : undefined;
  }
  return { exports: count, calls, returned, outcomes, late, failures };
}

function callFailure({ name, arguments: given, before, after }: Difference): Failure {
  const details = `arguments ${given}\n--- original\n${before}\n--- rewritten\n${after}`;
  return { title: `the call of ${name}`, details };
}

/** What a process says about a question; its errors where it says nothing. */
function answer(question: Omit<Question, "report">): CallReport | string {
  const folder = mkdtempSync(join(tmpdir(), "define-once-report-"));
  const report = join(folder, "report.json");
  try {
    const script = join(import.meta.dirname, "compare-process.ts");
    const run = spawnSync(
      process.execPath,
      ["--import", "tsx", script, JSON.stringify({ ...question, report } satisfies Question)],
      { encoding: "utf8", timeout: LIMIT_MILLISECONDS, env: { ...process.env, TZ: "Europe/Berlin" } },
    );
    return run.status === 0 ? JSON.parse(readFileSync(report, "utf8")) : run.stderr.slice(-3000);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function testedReport(
  subject: Subject,
  folder: string,
): Pick<CheckReport, "suitePassed" | "suiteFailedBefore" | "failures"> {
  if (subject.suite === undefined) return { suitePassed: 0, suiteFailedBefore: 0, failures: [] };
  const before = suitesBefore.get(subject) ?? originalSuite(subject);
  suitesBefore.set(subject, before);
  const after = suiteReport(subject.suite, folder);
  const lost = [...before.passed].filter((title) => !after.passed.has(title));
  const failures = lost.map((title) => ({ title, details: after.failed.get(title) ?? after.output }));
  return { suitePassed: after.passed.size, suiteFailedBefore: before.failed.size, failures };
}

function originalSuite(subject: Subject): SuiteReport {
  if (subject.suite === undefined) throw new TypeError(`${subject.name} has no suite`);
  const copy = packageCopy(subject, { isOn: false });
  const report = suiteReport(subject.suite, copy.folder);
  copy.remove();
  if (report.passed.size === 0)
    throw new Error(`the suite of ${subject.name} does not run:\n${report.output}`);
  return report;
}
