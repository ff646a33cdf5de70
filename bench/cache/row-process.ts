// Measures one row, named on the command line, in a process of its own; all its subjects are in that process. First each
// library meets all pairs of arguments, so that none is timed with code that has seen only one kind of them.

import { confusionOf } from "./confusion.ts";
import { DEPENDENCY_ROWS, dependencySubjects } from "./dependency-rows.ts";
import { bareMap } from "./map.ts";
import { measured } from "./measure.ts";
import { ours } from "./ours.ts";
import { loadedPeers } from "./peers.ts";
import type { RowReport, SubjectReport } from "./report.ts";
import { handsOutChanges, RESULT_ROWS, type ResultSubject, resultSubjects } from "./result-rows.ts";
import { KEY_ROWS, type Row } from "./rows.ts";
import type { Subject } from "./subject.ts";

const [, , key] = process.argv;
const report = await reportOf(key ?? "");
process.send?.(report);

async function reportOf(name: string): Promise<RowReport> {
  const isNamed = (row: Row): boolean => row.key === name;
  const [keys, results, dependencies] = [KEY_ROWS, RESULT_ROWS, DEPENDENCY_ROWS].map((rows) =>
    rows.find(isNamed),
  );
  if (keys !== undefined) return keyReport(keys, [ours(), ...(await loadedPeers()), bareMap]);
  if (results !== undefined) return resultReport(results, resultSubjects(await loadedPeers()));
  if (dependencies !== undefined) return dependencyReport(dependencies, dependencySubjects());
  throw new Error(`there is no row ${name}`);
}

function keyReport(row: Row, subjects: readonly Subject[]): RowReport {
  const confusions = new Map(subjects.map((subject) => [subject, confusionOf(subject, row.setup.shape)]));
  return reportWith("keys", row, subjects, (subject) => ({ confusion: confusions.get(subject) }));
}

function resultReport(row: Row, all: readonly ResultSubject[]): RowReport {
  const notes = new Map(all.map((each) => [each.subject, handingNote(row, each)]));
  const subjects = all.map(({ subject }) => subject);
  return reportWith("results", row, subjects, (subject) => ({ handing: notes.get(subject) }));
}

function handingNote(row: Row, { subject, handing }: ResultSubject): string {
  const isChanged = handsOutChanges(row, subject);
  if (typeof isChanged === "string") return "";
  if (!isChanged) return "no caller's change is handed on";
  return handing === "shared" ? "hands on a caller's change" : "WRONG: hands on a caller's change";
}

function dependencyReport(row: Row, subjects: readonly Subject[]): RowReport {
  return reportWith("dependencies", row, subjects, () => ({}));
}

function reportWith(
  kind: RowReport["kind"],
  row: Row,
  subjects: readonly Subject[],
  more: (subject: Subject) => Partial<SubjectReport>,
): RowReport {
  const figures = measured(row, subjects);
  const reports = subjects.map((subject): SubjectReport => {
    const { name, version, isOurs, keying } = subject;
    const figure = figures.get(subject) ?? { kind: "untimed", why: "not measured" };
    return { name, version, isOurs, keying, figure, ...more(subject) };
  });
  const { shape, entries } = row.setup;
  return { kind, key: row.key, title: row.title, shape, entries, subjects: reports };
}
