// Reads the golden pairs in test/golden/verdict/: files of cases in the format that test/golden/verdict/README.md
// describes go in, cases come out. A file that breaks the format is refused with its name and line.

import { readdirSync, readFileSync } from "node:fs";

/** The mode in which a function text is evaluated. */
export type Mode = "sloppy" | "strict";

/** What the library must say of a pair; also the name of the folder that holds it. */
export type Expected = "kept" | "changed";

/** Two function texts and what is known about them. */
export interface GoldenCase {
  /** The file's name in its folder: `keys.js`. */
  readonly file: string;
  /** Line of the title, from 1. */
  readonly line: number;
  /** A sentence: what this pair shows. */
  readonly title: string;
  readonly before: string;
  readonly after: string;
  /** Code that defines free names; runs once in each realm, in sloppy mode. */
  readonly setup: string;
  /** Expressions over `f`, the function of the side. */
  readonly calls: readonly string[];
  /** The one mode in which the pair is meant; absent when none is named. */
  readonly mode?: Mode;
}

interface Section {
  readonly name: string;
  readonly line: number;
  readonly lines: string[];
}

interface Block {
  readonly title: string;
  readonly line: number;
  readonly sections: Section[];
}

const folder = new URL("./golden/verdict/", import.meta.url);

/** All cases of one folder, in the order of the files' names. */
export function goldenCases(expected: Expected): readonly GoldenCase[] {
  const files = readdirSync(new URL(`${expected}/`, folder)).filter((name) => name.endsWith(".js"));
  return files.sort().flatMap((file) => {
    const text = readFileSync(new URL(`${expected}/${file}`, folder), "utf8");
    return casesOf(text, file);
  });
}

/**
 * The cases of one file's text.
 *
 * @example
 * casesOf("//# A sentence\n//= before\nx => x\n//= after\ny => y\n", "a.js")[0]?.after // "y => y"
 */
export function casesOf(text: string, file: string): readonly GoldenCase[] {
  const blocks: Block[] = [];
  for (const [index, content] of text.split("\n").entries()) {
    const block = blocks.at(-1);
    const line = index + 1;
    if (content.startsWith("//# ")) {
      blocks.push({ title: content.slice(4).trim(), line, sections: [] });
    } else if (content.startsWith("//= ")) {
      if (!block) throw malformed(file, line, "a section stands before the first title");
      block.sections.push({ name: content.slice(4).trim(), line, lines: [] });
    } else {
      block?.sections.at(-1)?.lines.push(content);
    }
  }
  return blocks.map((block) => caseOf(block, file));
}

function caseOf(block: Block, file: string): GoldenCase {
  const bodies = new Map<string, string[]>();
  for (const { name, line, lines } of block.sections) {
    const body = lines.join("\n").trim();
    const isMode = name === "sloppy" || name === "strict";
    if (!isMode && !["before", "after", "setup", "call"].includes(name)) {
      throw malformed(file, line, `there is no section "${name}"`);
    }
    if (isMode !== (body === "")) {
      throw malformed(file, line, `the section "${name}" ${isMode ? "takes no" : "needs a"} body`);
    }
    const earlier = bodies.get(name) ?? [];
    if (name !== "call" && earlier.length > 0) throw malformed(file, line, `a second "${name}"`);
    bodies.set(name, [...earlier, body]);
  }
  const one = (name: string): string => {
    const body = bodies.get(name)?.[0];
    if (body === undefined) throw malformed(file, block.line, `the section "${name}" is missing`);
    return body;
  };
  const modes = (["sloppy", "strict"] as const).filter((mode) => bodies.has(mode));
  const [mode] = modes;
  if (modes.length > 1) throw malformed(file, block.line, "leave out the mode when both are meant");
  return {
    file,
    line: block.line,
    title: block.title,
    before: one("before"),
    after: one("after"),
    setup: bodies.has("setup") ? one("setup") : "",
    calls: bodies.get("call") ?? [],
    ...(mode ? { mode } : {}),
  };
}

function malformed(file: string, line: number, what: string): Error {
  return new Error(`${file}:${line}: ${what}; see test/golden/verdict/README.md.`);
}
