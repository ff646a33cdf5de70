// The connection file that a Jupyter kernel is started with: five free ports of this machine and the key that signs
// every message, in a folder of its own.

import { randomBytes, randomInt } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { guardFolder } from "./guardian.ts";

/** Where a kernel listens. */
export interface Connection {
  /** Temporary folder of this kernel alone. */
  readonly folder: string;
  /** Path of the connection file in it. */
  readonly file: string;
  readonly key: string;
  /** Address of a socket: `tcp://127.0.0.1:12345`. */
  address(socket: "shell" | "iopub" | "control"): string;
  remove(): void;
}

/** Ports handed out by this process: a kernel binds its ports only some time after we found them free. */
const taken = new Set<number>();

/** Below the range from which the system serves port 0, so that a process that asks for "any" port never meets us. */
const FIRST_PORT = 12_000;
const LAST_PORT = 32_000;

async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const port = randomInt(FIRST_PORT, LAST_PORT);
    if (taken.has(port)) continue;
    taken.add(port);
    if (await canListen(port)) return port;
  }
  throw new Error(`No free port between ${FIRST_PORT} and ${LAST_PORT} in 200 attempts.`);
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

/** Chooses the ports and writes the file. */
export async function connection(): Promise<Connection> {
  const ports = {
    shell: await freePort(),
    iopub: await freePort(),
    control: await freePort(),
    stdin: await freePort(),
    hb: await freePort(),
  };
  const key = randomBytes(16).toString("hex");
  const folder = mkdtempSync(join(tmpdir(), "define-once-kernel-"));
  const unguard = guardFolder(folder);
  const file = join(folder, "connection.json");
  writeFileSync(
    file,
    JSON.stringify({
      transport: "tcp",
      ip: "127.0.0.1",
      signature_scheme: "hmac-sha256",
      key,
      shell_port: ports.shell,
      iopub_port: ports.iopub,
      control_port: ports.control,
      stdin_port: ports.stdin,
      hb_port: ports.hb,
    }),
    { mode: 0o600 },
  );
  return {
    folder,
    file,
    key,
    address: (socket) => `tcp://127.0.0.1:${ports[socket]}`,
    remove: () => {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
      for (const port of Object.values(ports)) taken.delete(port);
      unguard();
    },
  };
}
