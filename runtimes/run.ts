// Runs the smoke test and the contract of stores on every runtime that the package supports: this Node, the later ones
// (`npm ci --prefix runtimes` brings them), Deno and Bun. All must agree on the fingerprints.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { bunBinary, denoBinary, ROOT } from "../kernels/binary.ts";

interface Runtime {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  /** Further ones for a program in TypeScript that writes files. */
  readonly more: readonly string[];
}

function node(version: number): Runtime {
  const program = join(ROOT, "runtimes", "node_modules", `node-${version}`, "bin", "node");
  if (!existsSync(program))
    throw new Error(`Node ${version} is not installed. Run npm ci --prefix runtimes.`);
  return { name: `Node ${version}`, program, args: [], more: [] };
}

const runtimes: readonly Runtime[] = [
  { name: `Node ${process.versions.node}`, program: process.execPath, args: [], more: ["--import", "tsx"] },
  node(22),
  node(24),
  node(26),
  {
    name: "Deno",
    program: denoBinary(),
    args: ["run", "--allow-read", "--allow-env"],
    more: ["--allow-write", "--allow-sys"],
  },
  { name: "Bun", program: bunBinary(), args: [], more: [] },
];

const smoke = join(ROOT, "runtimes", "smoke.mjs");
const contract = join(ROOT, "test", "store", "run-contract.ts");
const outputs = new Map<string, string>();
for (const { name, program, args, more } of runtimes) {
  const run = (all: readonly string[]): string =>
    execFileSync(program, all, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  outputs.set(name, run([...args, smoke]).trim());
  run([...args, ...more, contract]);
  console.log(`${name}: passed`);
}
const different = [...outputs].filter(([, output]) => output !== outputs.values().next().value);
if (different.length > 0) {
  console.error(
    `Fingerprints differ between runtimes:\n${[...outputs].map((each) => each.join("\n  ")).join("\n")}`,
  );
  process.exit(1);
}
