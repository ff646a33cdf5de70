// What is wrong when SQLite or the file system refuses: the few kinds that call for different answers.

/**
 * - `damaged`: the database is not one, or contradicts itself.
 * - `full`: no room on the disk, or no right to more.
 * - `readonly`: the folder or its files cannot be written, or not be opened.
 * - `busy`: others kept the database locked for longer than we wait.
 * - `other`: anything else.
 */
export type Trouble = "damaged" | "full" | "readonly" | "busy" | "other";

/** The kind of trouble behind an error. */
export function troubleOf(error: unknown): Trouble {
  const byCode = troubleOfCode(resultCode(error));
  if (byCode !== undefined) return byCode;
  const name = property(error, "code");
  if (typeof name === "string" && SYSTEM_CODES.has(name)) return SYSTEM_CODES.get(name) ?? "other";
  // Deno names no code for what `exec` throws.
  const message = error instanceof Error ? error.message : String(error);
  return MESSAGES.find(([pattern]) => pattern.test(message))?.[1] ?? "other";
}

/** The extended result code of SQLite (https://sqlite.org/rescode.html) in an error of either driver. */
function resultCode(error: unknown): number | undefined {
  const code = property(error, "errcode") ?? property(error, "rawCode");
  return typeof code === "number" ? code : undefined;
}

const SHORT_READ = 522;

// SQLITE_IOERR_WRITE, _FSYNC, _TRUNCATE, _SHMSIZE: a quota or a limit on the size of files, where a full disk would say FULL.
const WRITE_FAILURES: ReadonlySet<number> = new Set([778, 1034, 1546, 4874]);

function troubleOfCode(code: number | undefined): Trouble | undefined {
  if (code === undefined) return undefined;
  // The database ends in the midst of a page.
  if (code === SHORT_READ) return "damaged";
  if (WRITE_FAILURES.has(code)) return "full";
  return CODES.get(code & 0xff);
}

const CODES: ReadonlyMap<number, Trouble> = new Map([
  // SQLITE_ERROR: our statements are right, so a table must be missing.
  [1, "damaged"],
  [3, "readonly"],
  [5, "busy"],
  [6, "busy"],
  [8, "readonly"],
  [11, "damaged"],
  [13, "full"],
  [14, "readonly"],
  [15, "busy"],
  // SQLITE_TOOBIG, SQLITE_MISMATCH: records that we never wrote.
  [18, "damaged"],
  [20, "damaged"],
  [26, "damaged"],
]);

const SYSTEM_CODES: ReadonlyMap<string, Trouble> = new Map([
  ["ENOSPC", "full"],
  ["EDQUOT", "full"],
  ["EFBIG", "full"],
  ["EROFS", "readonly"],
  ["EACCES", "readonly"],
  ["EPERM", "readonly"],
  ["ENOTDIR", "readonly"],
  ["EEXIST", "readonly"],
]);

const MESSAGES: readonly (readonly [RegExp, Trouble])[] = [
  [/malformed|not a database|no such (?:table|column)|corrupt/i, "damaged"],
  [/is full/i, "full"],
  [/readonly|read-only|unable to open|permission|NotCapable|requires (?:read|write) access/i, "readonly"],
  [/locked|busy/i, "busy"],
];

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
