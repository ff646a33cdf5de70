// Runs the smoke test on every runtime that the package supports: this Node, the later ones (`npm ci --prefix runtimes`
// brings them), Deno and Bun. All must agree on the fingerprints.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { bunBinary, denoBinary, ROOT } from "../kernels/binary.ts";

interface Runtime {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
}

function node(version: number): Runtime {
  const program = join(ROOT, "runtimes", "node_modules", `node-${version}`, "bin", "node");
  if (!existsSync(program))
    throw new Error(`Node ${version} is not installed. Run npm ci --prefix runtimes.`);
  return { name: `Node ${version}`, program, args: [] };
}

const runtimes: readonly Runtime[] = [
  { name: `Node ${process.versions.node}`, program: process.execPath, args: [] },
  node(22),
  node(24),
  node(26),
  { name: "Deno", program: denoBinary(), args: ["run", "--allow-read", "--allow-env"] },
  { name: "Bun", program: bunBinary(), args: [] },
];

const smoke = join(ROOT, "runtimes", "smoke.mjs");
const outputs = new Map<string, string>();
for (const { name, program, args } of runtimes) {
  const output = execFileSync(program, [...args, smoke], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  outputs.set(name, output.trim());
  console.log(`${name}: passed`);
}
const different = [...outputs].filter(([, output]) => output !== outputs.values().next().value);
if (different.length > 0) {
  console.error(
    `Fingerprints differ between runtimes:\n${[...outputs].map((each) => each.join("\n  ")).join("\n")}`,
  );
  process.exit(1);
}
