// What stands for the content of files.

import {
  appendFileSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fileContents } from "../../src/host/files.ts";

let folder = "";
let file = "";
let other = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "define-once-contents-"));
  [file, other] = [join(folder, "data.csv"), join(folder, "other.csv")];
  writeFileSync(file, "a");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const contentOf = (path: string): string | undefined => fileContents([path], "load")[1];
const LONG_AGO = new Date(2020, 0, 1);

describe("the contents of files", () => {
  it("come with their paths, in order", () => {
    writeFileSync(other, "b");
    const contents = fileContents([file, other, file], "load");
    expect(contents).toEqual([file, contentOf(file), other, contentOf(other), file, contentOf(file)]);
    expect(fileContents([], "load")).toEqual([]);
  });

  it("are equal for equal bytes, wherever they stand", () => {
    writeFileSync(other, "a");
    expect(contentOf(other)).toBe(contentOf(file));
    writeFileSync(other, "b");
    expect(contentOf(other)).not.toBe(contentOf(file));
  });

  it("tell an empty file from one that is not there", () => {
    writeFileSync(file, "");
    expect([contentOf(file) === "missing", contentOf(other)]).toEqual([false, "missing"]);
  });

  it("tell a file that says that it is missing from one that is", () => {
    writeFileSync(file, "missing");
    expect(contentOf(file)).not.toBe(contentOf(other));
  });

  it("follow a link to what it leads to now", () => {
    writeFileSync(other, "b");
    const link = join(folder, "link");
    symlinkSync(file, link);
    expect(contentOf(link)).toBe(contentOf(file));
    rmSync(link);
    symlinkSync(other, link);
    expect(contentOf(link)).toBe(contentOf(other));
  });
});

describe("a change is seen", () => {
  const changes: readonly (readonly [string, () => void])[] = [
    ["of the content, of one size", () => writeFileSync(file, "b")],
    ["that makes the file longer", () => appendFileSync(file, "b")],
    [
      "by another file in its place",
      () => {
        writeFileSync(other, "b");
        utimesSync(other, LONG_AGO, LONG_AGO);
        renameSync(other, file);
      },
    ],
    ["by its end", () => rmSync(file)],
  ];
  it.each(changes)("%s", (_, change) => {
    const before = contentOf(file);
    change();
    expect(contentOf(file)).not.toBe(before);
  });

  it.each(changes)("%s, of a file that was old", (_, change) => {
    utimesSync(file, LONG_AGO, LONG_AGO);
    const before = contentOf(file);
    change();
    expect(contentOf(file)).not.toBe(before);
  });

  it("though it came at once after the last look, and the file's time was set back", () => {
    for (let round = 0; round < 50; round++) {
      writeFileSync(file, "a");
      utimesSync(file, LONG_AGO, LONG_AGO);
      const before = contentOf(file);
      writeFileSync(file, "b");
      utimesSync(file, LONG_AGO, LONG_AGO);
      expect(contentOf(file)).not.toBe(before);
    }
  });

  it("and the return to what was before", () => {
    const before = contentOf(file);
    writeFileSync(file, "b");
    contentOf(file);
    writeFileSync(file, "a");
    expect(contentOf(file)).toBe(before);
  });
});

describe("an error with a stable code says", () => {
  it.each([
    ["that no list was given", "rows.csv", "DEFINE_ONCE_FILES", /files of load gave string/],
    ["that a promise was given", Promise.resolve([]), "DEFINE_ONCE_FILES", /files of load gave object/],
    ["that something in the list is no path", ["a", 5], "DEFINE_ONCE_FILES", /a value of type number/],
  ])("%s", (_, paths, code, message) => {
    expect(() => fileContents(paths, "load")).toThrow(expect.objectContaining({ code }));
    expect(() => fileContents(paths, "load")).toThrow(message);
  });

  it("which file cannot be read, and why", () => {
    const error = expect.objectContaining({
      code: "DEFINE_ONCE_FILES",
      message: expect.stringMatching(/^load depends on the file .* which cannot be read: EISDIR/),
    });
    expect(() => fileContents([folder], "load")).toThrow(error);
  });
});
