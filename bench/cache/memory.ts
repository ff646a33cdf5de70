// The memory that an entry takes: npx tsx bench/cache/memory.ts [--json] [row ...]

import { MEMORY_KEYS, type MemoryReport } from "./memory-rows.ts";
import { messageOf } from "./processes.ts";
import { tableText } from "./table.ts";

const isJson = process.argv.includes("--json");
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const reports: MemoryReport[] = [];
for (const key of asked.length === 0 ? MEMORY_KEYS : asked) {
  // The row's process sends what memory-rows.ts describes: one version of both is here.
  const report = (await messageOf("memory-process.ts", [key])) as MemoryReport;
  reports.push(report);
  if (!isJson) console.log(`${textOf(report)}\n`);
}
if (isJson) console.log(JSON.stringify({ node: process.versions.node, reports }, null, 2));

function textOf({ key, title, subjects }: MemoryReport): string {
  const size = (bytes: number | undefined): number => bytes ?? Number.POSITIVE_INFINITY;
  const own = subjects.find(({ isOurs }) => isOurs)?.bytes;
  const lines = [...subjects]
    .sort((a, b) => (size(a.bytes) === size(b.bytes) ? 0 : size(a.bytes) - size(b.bytes)))
    .map(({ name, bytes, note }) => [
      `  ${name}`,
      bytes === undefined ? "" : bytes.toFixed(0),
      bytes === undefined || own === undefined ? "" : (bytes / own).toFixed(2),
      note,
    ]);
  return `${title}\n${tableText([key, "bytes an entry", "to ours", ""], lines)}`;
}
