// Damages copies of a store in many ways, reads and writes each, and prints how often it met what. damage.mjs FOLDER SEED CASES

import { closeSync, cpSync, openSync, readdirSync, rmSync, statSync, truncateSync, writeSync } from "node:fs";
import { join } from "node:path";
import { diskStore, entryOf, seeded, sqliteDriver, verdictOf } from "./stored.mjs";

const [, , folder, seed, cases] = process.argv;
const random = seeded(Number(seed));
const keys = Array.from(
  { length: 60 },
  (_, index) => `${index}:${index % 20 === 7 ? 300_000 : 20 + 37 * index}`,
);

// One copy of a store that was closed, and one with entries that are only in its log, as a killed process leaves it.
const template = join(folder, "template");
const store = diskStore({ folder: template });
for (const key of keys.slice(0, 30)) store.set(key, entryOf(key));
store.close();
// libsql leaves the log to the next process.
const log = sqliteDriver()(join(template, "store.sqlite"));
log.exec("PRAGMA wal_checkpoint(TRUNCATE)");
log.close();
cpSync(template, join(folder, "closed"), { recursive: true });
for (const key of keys.slice(30)) store.set(key, entryOf(key));
cpSync(template, join(folder, "killed"), { recursive: true });
store.close();

function damage(path) {
  const size = statSync(path).size;
  if (size === 0) return "empty";
  const kind = ["truncated", "flipped", "overwritten", "zeroed", "headless", "appended"][random(6)];
  if (kind === "truncated") truncateSync(path, random(size));
  const file = openSync(path, "r+");
  const write = (bytes, at) => writeSync(file, bytes, 0, bytes.length, at);
  const noise = (length) => Uint8Array.from({ length }, () => random(256));
  if (kind === "flipped") for (let count = 1 + random(12); count > 0; count--) write(noise(1), random(size));
  if (kind === "overwritten") write(noise(1 + random(9000)), random(size));
  if (kind === "zeroed") write(new Uint8Array(4096), 4096 * random(Math.ceil(size / 4096)));
  if (kind === "headless") write(noise(1 + random(100)), 0);
  if (kind === "appended") write(noise(1 + random(5000)), size);
  closeSync(file);
  return kind;
}

const counts = { right: 0, absent: 0, notices: 0, cases: 0 };
for (let count = 0; count < Number(cases); count++) {
  const victim = join(folder, "victim");
  rmSync(victim, { recursive: true, force: true });
  cpSync(join(folder, random(2) === 0 ? "closed" : "killed"), victim, { recursive: true });
  const files = readdirSync(victim, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile() && each.name !== ".gitignore")
    .map((each) => join(each.parentPath ?? each.path, each.name));
  const databases = files.filter((file) => file.includes("store.sqlite"));
  const among = random(4) === 0 ? files : databases;
  const path = among[random(among.length)];
  const kind = damage(path);
  const title = `case ${count}: ${kind} ${path}`;
  const start = performance.now();
  const texts = [];
  try {
    const opened = diskStore({ folder: victim, notice: (text) => texts.push(text) });
    for (const key of keys) {
      const verdict = verdictOf(key, opened.get(key));
      if (verdict === "WRONG") console.log(`WRONG: ${title}: ${key}`);
      else counts[verdict]++;
    }
    for (const key of keys) {
      opened.set(key, entryOf(key));
      const verdict = verdictOf(key, opened.get(key));
      if (verdict === "WRONG") console.log(`WRONG after writing: ${title}: ${key}`);
    }
    opened.lease("key", 1000)?.release();
    opened.delete(keys[3]);
    opened.clear("group of 5:205");
    opened.close();
    opened.clear();
    opened.set("new:20", entryOf("new:20"));
    if (verdictOf("new:20", opened.get("new:20")) === "WRONG") console.log(`WRONG in the end: ${title}`);
    opened.close();
  } catch (error) {
    console.log(`THREW: ${title}: ${error?.stack}`);
  }
  if (performance.now() - start > 5000) console.log(`SLOW: ${title}`);
  counts.notices += texts.length;
  counts.cases++;
  if (process.env.VERBOSE) console.error(title, texts);
}
console.log(JSON.stringify(counts));
