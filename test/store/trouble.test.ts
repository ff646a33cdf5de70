// Stores that are damaged, full, read-only or from the future: a notice and misses, never a crash or a wrong value.

import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diskStore } from "../../src/store/disk-store.ts";
import { sqliteDriver } from "../../src/store/driver.ts";
import { childCommand, started, temporaryFolder } from "./child-process.ts";
import { entryOf, verdictOf } from "./children/stored.mjs";
import { seeded } from "./seeded.ts";

const root = temporaryFolder();
const isRoot = process.getuid?.() === 0;

describe("a damaged store", () => {
  it("never gives a wrong value, crashes or hangs: 250 ways to damage its files", async () => {
    const folder = join(root, "damage");
    mkdirSync(folder);
    const { code, signal, lines, errors } = await started(childCommand("damage", folder, "5", "250")).ended;
    expect({ code, signal, errors, wrong: lines.slice(0, -1) }).toEqual({
      code: 0,
      signal: null,
      errors: "",
      wrong: [],
    });
    const counts: Record<string, number> = JSON.parse(lines.at(-1) ?? "{}");
    expect(counts.cases).toBe(250);
    expect(counts.right).toBeGreaterThan(1000);
    expect(counts.notices).toBeGreaterThan(5);
  });

  it("gives misses for rows of anything at all", () => {
    const folder = join(root, "rows");
    const texts: string[] = [];
    const store = diskStore({ folder, notice: (text) => texts.push(text) });
    store.set("good:100", entryOf("good:100"));
    store.close();
    const random = seeded(11);
    const database = sqliteDriver()(join(folder, "store.sqlite"));
    const insert = database.prepare(
      `INSERT OR REPLACE INTO entries
       (key, groupKey, name, used, size, blob, record) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    );
    const bytes = (length: number) => Uint8Array.from({ length }, () => random(256));
    const cells = [
      () => random(1000),
      () => -1.5e300,
      () => "text",
      () => "\u0001not json",
      () => bytes(16),
      () => bytes(random(300)),
      () => "../../store.sqlite",
      () => "0".repeat(32),
    ];
    const any = () => cells[random(cells.length)]?.() ?? 0;
    database.exec("BEGIN");
    for (let row = 0; row < 3000; row++) {
      const blob = random(2) === 0 ? null : any();
      insert.run(`row ${row}`, any(), any(), any(), any(), blob, any());
    }
    database.exec("COMMIT");
    // What no binding can write: text that is not UTF-8, and integers that no number holds.
    database.exec(
      `INSERT INTO entries SELECT 'odd ' || value, CAST(x'ff00fe' AS TEXT), name, 9223372036854775807, size, blob,
       CAST(record AS TEXT) FROM entries, (SELECT 1 AS value UNION SELECT 2) WHERE key = 'good:100'`,
    );
    database.close();
    for (let row = 0; row < 3000; row++) expect(store.get(`row ${row}`)).toBeUndefined();
    expect(store.get("odd 1")).toBeUndefined();
    expect(verdictOf("good:100", store.get("good:100"))).toBe("right");
    expect(texts.filter((text) => text.startsWith("An entry of the store"))).toHaveLength(1);
    store.close();
  });
});

describe("a store without room", () => {
  it("keeps what fits and says so once", async () => {
    const folder = join(root, "full");
    mkdirSync(folder);
    const isMounted = isRoot && succeeds("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder]);
    try {
      const command = childCommand("fill", join(folder, "store"));
      await expectNotice(isMounted ? command : withFileLimit(command), /cannot grow/, "some");
    } finally {
      if (isMounted) execFileSync("umount", [folder]);
    }
  });

  it("keeps what fits where the size of files is limited", async () => {
    await expectNotice(withFileLimit(childCommand("fill", join(root, "limited"))), /cannot grow/, "some");
  });
});

describe("a store in a folder that cannot be written", () => {
  it("gives misses and says so once, where there is no store yet", async () => {
    const folder = join(root, "locked");
    mkdirSync(folder);
    chmodSync(root, 0o755);
    chmodSync(folder, 0o555);
    await expectNotice(
      unprivileged(childCommand("fill", join(folder, "store"))),
      /cannot be opened or written/,
      "none",
    );
  });

  it("gives what SQLite can read or misses, and says so once, where there is one", async () => {
    const folder = join(root, "read-only");
    const store = diskStore({ folder });
    store.set("before:100", entryOf("before:100"));
    store.close();
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444);
    chmodSync(folder, 0o555);
    await expectNotice(unprivileged(childCommand("fill", folder)), /cannot be opened or written/, "none");
    chmodSync(folder, 0o755);
  });
});

describe("a store of a later version", () => {
  it("is left as it is: misses, and one notice", () => {
    const folder = join(root, "newer");
    const texts: string[] = [];
    const store = diskStore({ folder, notice: (text) => texts.push(text) });
    store.set("key:100", entryOf("key:100"));
    store.close();
    const path = join(folder, "store.sqlite");
    const database = sqliteDriver()(path);
    database.exec("PRAGMA user_version = 2; PRAGMA wal_checkpoint(TRUNCATE)");
    database.close();
    const before = readFileSync(path);
    for (let time = 0; time < 3; time++) {
      expect(store.get("key:100")).toBeUndefined();
      store.set("other:100", entryOf("other:100"));
      store.clear();
      expect(store.get("other:100")).toBeUndefined();
      expect(store.lease("key", 1000)).toBeDefined();
      store.close();
    }
    expect(texts).toEqual([expect.stringMatching(/written by a later version of define-once \(schema 2\)/)]);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes("damaged"))).toEqual([]);
  });
});

/** Fills a store: whatever was stored is right, and trouble was told once. */
async function expectNotice(
  command: readonly string[],
  notice: RegExp,
  kept: "some" | "none",
): Promise<void> {
  const { code, errors, lines } = await started(command).ended;
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
  const told: { right: number; WRONG: number; before: string; texts: string[] } = JSON.parse(
    lines[0] ?? "{}",
  );
  expect(told.WRONG).toBe(0);
  expect(told.before).not.toBe("WRONG");
  expect(told.texts).toEqual([expect.stringMatching(notice)]);
  expect(told.right > 0 ? "some" : "none").toBe(kept);
}

/** Files may have 1 MB. */
function withFileLimit(command: readonly string[]): readonly string[] {
  return ["bash", "-c", 'ulimit -f 1024; exec "$@"', "bash", ...command];
}

/** As a user whom permissions bind. */
function unprivileged(command: readonly string[]): readonly string[] {
  return isRoot ? ["setpriv", "--reuid", "65534", "--clear-groups", ...command] : command;
}

function succeeds(program: string, args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
