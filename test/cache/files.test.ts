// `files`: what stands in the files that a call reads is an input of it.

import * as fs from "node:fs";
import { mkdirSync, mkdtempSync, rmSync, statSync, utimesSync } from "node:fs";
import * as promises from "node:fs/promises";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Cached, cache, defineOnce, explain } from "../../src/index.ts";

// vitest makes proxies of modules, which nobody could read: what cached functions call stands in variables.
const { readFileSync, writeFileSync } = fs;
const { readFile } = promises;
const { join } = path;

let folder = "";
let file = "";
let other = "";
let runs = 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "define-once-files-"));
  [file, other] = [join(folder, "data.csv"), join(folder, "other.csv")];
  writeFileSync(file, "a");
  runs = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A cached function that reads one file. */
function reading(): Cached<(path: string) => string> {
  return cache(
    (path: string) => {
      runs++;
      return readFileSync(path, "utf8");
    },
    { files: (path) => [path] },
  );
}

/** The same for files that may be missing. */
function trying(): Cached<(path: string) => string> {
  return cache(
    (path: string) => {
      runs++;
      try {
        return readFileSync(path, "utf8");
      } catch {
        return "missing";
      }
    },
    { files: (path) => [path] },
  );
}

describe("a call that reads a file", () => {
  it("is a hit while the file is as it was", () => {
    const load = reading();
    expect([load(file), load(file), runs]).toEqual(["a", "a", 1]);
    expect(load.info()).toMatchObject({ hits: 1, misses: 1, entries: 1 });
  });

  it("is a miss when the file has changed, and a hit when it is as it was before", () => {
    const load = reading();
    load(file);
    writeFileSync(file, "b");
    expect([load(file), load(file), runs]).toEqual(["b", "b", 2]);
    writeFileSync(file, "a");
    expect([load(file), runs]).toEqual(["a", 2]);
  });

  it("is a hit when the file was written again with the same content", () => {
    const load = reading();
    load(file);
    writeFileSync(file, "a");
    utimesSync(file, new Date(), new Date(Date.now() + 60_000));
    expect([load(file), runs]).toEqual(["a", 1]);
  });

  it("is a miss when the content has changed, though size and time of the file are the same", () => {
    const load = reading();
    const { atime, mtime } = statSync(file);
    load(file);
    writeFileSync(file, "b");
    utimesSync(file, atime, mtime);
    expect([load(file), runs]).toEqual(["b", 2]);
  });

  it("is a miss when the file has changed twice within a moment", () => {
    const load = reading();
    for (const text of ["b", "c", "d", "e", "f"]) {
      writeFileSync(file, text);
      expect(load(file)).toBe(text);
    }
  });

  it("counts every byte of it, also far into a large one", () => {
    const size = cache(
      (path: string) => {
        runs++;
        return readFileSync(path).indexOf(1);
      },
      { files: (path) => [path] },
    );
    const bytes = Buffer.alloc(3_000_000);
    writeFileSync(file, bytes);
    expect([size(file), size(file), runs]).toEqual([-1, -1, 1]);
    bytes[2_999_999] = 1;
    writeFileSync(file, bytes);
    expect([size(file), runs]).toEqual([2_999_999, 2]);
  });

  it("tells bytes apart that are one text when decoded", () => {
    const first = cache((path: string) => readFileSync(path)[0], { files: (path) => [path] });
    writeFileSync(file, Buffer.from([0xff]));
    expect(first(file)).toBe(0xff);
    writeFileSync(file, Buffer.from([0xfe]));
    expect(first(file)).toBe(0xfe);
  });

  it("still counts its arguments: two files of one content are two calls", () => {
    writeFileSync(other, "a");
    const load = cache((path: string) => [path, readFileSync(path, "utf8")], { files: (path) => [path] });
    expect([load(file), load(other)]).toEqual([
      [file, "a"],
      [other, "a"],
    ]);
  });

  it("finds files by a path from the working directory, too", () => {
    const load = reading();
    const near = path.relative(process.cwd(), file);
    expect(load(near)).toBe("a");
    writeFileSync(file, "b");
    expect([load(near), runs]).toEqual(["b", 2]);
  });

  it("is known to has, peek, forget and refresh by the present content", () => {
    const load = reading();
    load(file);
    expect([load.has(file), load.peek(file)]).toEqual([true, "a"]);
    writeFileSync(file, "b");
    expect([load.has(file), load.peek(file), load.forget(file)]).toEqual([false, undefined, false]);
    expect(load.refresh(file)).toBe("b");
    writeFileSync(file, "a");
    expect([load.forget(file), load.has(file)]).toEqual([true, false]);
  });
});

describe("a missing file", () => {
  it("counts as missing: a hit while it is, a miss when it comes, and a hit when it is gone again", () => {
    const load = trying();
    expect([load(other), load(other), runs]).toEqual(["missing", "missing", 1]);
    writeFileSync(other, "came");
    expect([load(other), load(other), runs]).toEqual(["came", "came", 2]);
    rmSync(other);
    expect([load(other), runs]).toEqual(["missing", 2]);
  });

  it("is not an empty file", () => {
    const load = trying();
    expect(load(other)).toBe("missing");
    writeFileSync(other, "");
    expect([load(other), runs]).toEqual(["", 2]);
  });

  it("does not keep the function from saying what it says of it", () => {
    const load = reading();
    expect(() => load(other)).toThrow("ENOENT");
    writeFileSync(other, "came");
    expect(load(other)).toBe("came");
  });

  it("may be missing with its folder", () => {
    const load = trying();
    const path = join(folder, "deep", "data.csv");
    expect(load(path)).toBe("missing");
    mkdirSync(join(folder, "deep"));
    writeFileSync(path, "deep");
    expect(load(path)).toBe("deep");
  });
});

describe("several files", () => {
  const joined = (): Cached<(...paths: readonly string[]) => string> =>
    cache(
      (...paths: readonly string[]) => {
        runs++;
        return paths.map((path) => readFileSync(path, "utf8")).join("+");
      },
      { files: (...paths) => paths },
    );

  it("all count", () => {
    writeFileSync(other, "b");
    const load = joined();
    expect([load(file, other), load(file, other), runs]).toEqual(["a+b", "a+b", 1]);
    writeFileSync(other, "c");
    expect([load(file, other), runs]).toEqual(["a+c", 2]);
    writeFileSync(file, "z");
    expect([load(file, other), runs]).toEqual(["z+c", 3]);
  });

  it("are not one when their contents are crossed, or divided otherwise", () => {
    writeFileSync(file, "ab");
    writeFileSync(other, "c");
    const load = joined();
    expect(load(file, other)).toBe("ab+c");
    writeFileSync(file, "a");
    writeFileSync(other, "bc");
    expect(load(file, other)).toBe("a+bc");
    writeFileSync(file, "bc");
    writeFileSync(other, "a");
    expect(load(file, other)).toBe("bc+a");
  });

  it("may be others than the arguments name, and none", () => {
    const load = cache(
      (name: string) => {
        runs++;
        return name === "none" ? "none" : readFileSync(join(folder, `${name}.csv`), "utf8");
      },
      { files: (name) => (name === "none" ? [] : [join(folder, `${name}.csv`)]) },
    );
    expect([load("data"), load("none"), load("none"), runs]).toEqual(["a", "none", "none", 2]);
    writeFileSync(file, "b");
    expect([load("data"), load("none"), runs]).toEqual(["b", "none", 3]);
  });
});

describe("a file that changes while the function runs", () => {
  it("makes a result that is not kept, and explain says so", () => {
    const load = defineOnce(
      cache(
        (path: string) => {
          runs++;
          const text = readFileSync(path, "utf8");
          writeFileSync(path, `${text}!`);
          return text;
        },
        { files: (path) => [path] },
      ),
      { name: "rewrites", scope: "files" },
    );
    expect(load(file)).toBe("a");
    expect(load.has(file)).toBe(false);
    writeFileSync(file, "a");
    expect([load.has(file), load(file), runs]).toEqual([false, "a", 2]);
    const remarks = explain(load).remarks.join("\n");
    expect(remarks).toMatch(/2 calls were not cached/);
    expect(remarks).toMatch(/data\.csv|file/);
  });

  it("makes a result of an async function that is not kept", async () => {
    const gate: { open: () => void } = { open: () => {} };
    const opened = new Promise<void>((resolve) => {
      gate.open = resolve;
    });
    const load = defineOnce(
      cache(
        async (path: string) => {
          runs++;
          const text = await readFile(path, "utf8");
          await opened;
          return text;
        },
        { files: (path) => [path] },
      ),
      { name: "waits", scope: "files", ignore: ["opened"] },
    );
    const running = load(file);
    await new Promise((resolve) => setTimeout(resolve, 20));
    writeFileSync(file, "b");
    gate.open();
    expect(await running).toBe("a");
    expect(await load(file)).toBe("b");
    writeFileSync(file, "a");
    expect([await load(file), runs]).toEqual(["a", 3]);
  });

  it("is another call for one who comes after the change: the two are not joined", async () => {
    const load = cache(
      async (path: string) => {
        const text = readFileSync(path, "utf8");
        await new Promise((resolve) => setTimeout(resolve, 10));
        return text;
      },
      { files: (path) => [path] },
    );
    const first = load(file);
    writeFileSync(file, "b");
    const second = load(file);
    expect(await second).toBe("b");
    await first;
    expect(await load(file)).toBe("b");
  });
});

describe("files besides other options", () => {
  it("count besides a key of one's own", () => {
    const load = cache(
      (path: string, _label: string) => {
        runs++;
        return readFileSync(path, "utf8");
      },
      { files: (path) => [path], key: (path) => path },
    );
    expect([load(file, "one"), load(file, "two"), runs]).toEqual(["a", "a", 1]);
    writeFileSync(file, "b");
    expect([load(file, "one"), runs]).toEqual(["b", 2]);
  });

  it("are bounded like others: each content is an entry", () => {
    const load = cache((path: string) => readFileSync(path, "utf8"), {
      files: (path) => [path],
      maxEntries: 2,
    });
    for (const text of ["a", "b", "c", "d"]) {
      writeFileSync(file, text);
      load(file);
    }
    expect(load.info().entries).toBe(2);
  });

  it("count for generators: a recording belongs to the content", () => {
    const lines = cache(
      function* lines(path: string): Generator<string> {
        yield* readFileSync(path, "utf8").split("\n");
      },
      { files: (path) => [path] },
    );
    writeFileSync(file, "1\n2");
    expect([[...lines(file)], [...lines(file)]]).toEqual([
      ["1", "2"],
      ["1", "2"],
    ]);
    writeFileSync(file, "3");
    expect([...lines(file)]).toEqual(["3"]);
  });
});
