// Tells one story on both sides, with the library and without, and compares each result. What the calls of the two sides
// give must be equal; what a call gives during which an edit happened may be either.

import type { Count, Milliseconds } from "../../src/units.ts";
import { type Act, type Chapter, chapters } from "./chapters.ts";
import { chosen } from "./dice.ts";
import { type Deed, HOSTS, type Host, type Performance } from "./hosts.ts";
import type { Library } from "./library.ts";
import { nameless, shown, shownError } from "./shown.ts";
import type { Step, Story } from "./story.ts";

/** A step at which the two sides differed. */
export interface Mismatch {
  readonly kept: string;
  readonly plain: string;
}

export interface Telling {
  /** What happened, a line each, as a program that one can read. */
  readonly lines: readonly string[];
  /** The first difference; the story ends there. */
  readonly mismatch: Mismatch | undefined;
  readonly calls: Count;
  readonly edits: Count;
  /** Edits after which a call gave something else than the same call before. */
  readonly felt: Count;
  /** Of the cached functions, at whatever depth they were called. */
  readonly hits: Count;
  readonly misses: Count;
}

/** An async call should end at once. */
const LONGEST: Milliseconds = 5000;

let id = 0;

export async function telling(story: Story, library: Library): Promise<Telling> {
  const host = chosen(HOSTS, story.host);
  id++;
  const [kept = [], plain = []] = (["K_", "P_"] as const).map((prefix) =>
    chapters(story, prefix, host.isScript, id),
  );
  Object.assign(globalThis, {
    K_defineOnce: library.defineOnce,
    K_cache: library.cache,
    P_defineOnce: same,
    P_cache: same,
  });
  const teller = new Teller(host, library, story.cells % 2 === 1);
  for (const [index, chapter] of kept.entries()) {
    const other = plain[index];
    if (other === undefined || (await teller.tell(chapter, other))) break;
  }
  return teller.ending();
}

function same(fn: unknown): unknown {
  return fn;
}

interface Pending {
  readonly line: number;
  readonly text: string;
  readonly results: Promise<Pair>;
  isCrossed: boolean;
}

interface Pair {
  readonly kept: string;
  readonly plain: string;
}

class Teller {
  readonly #host: Host;
  readonly #library: Library;
  readonly #isCells: boolean;
  readonly #lines: string[] = [];
  /** The latest results of each call. */
  readonly #latest = new Map<string, string>();
  readonly #functions = new Set<unknown>();
  #pending: Pending[] = [];
  #mismatch: Mismatch | undefined;
  #calls = 0;
  #edits = 0;
  #felt = 0;
  #isFelt = true;

  constructor(host: Host, library: Library, isCells: boolean) {
    this.#host = host;
    this.#library = library;
    this.#isCells = isCells;
  }

  /** Tells a chapter. True if the story ends here. */
  async tell(kept: Chapter, plain: Chapter): Promise<boolean> {
    if (this.#lines.length > 0) {
      this.#edited("run all");
      this.#lines.push("// Run all");
    }
    this.#lines.push(...kept.cells.map(nameless));
    const one = await begun(() => this.#host.begin(kept, this.#isCells ? this.#nextCell : undefined));
    const other = await begun(() => this.#host.begin(plain));
    if (typeof one === "string" || typeof other === "string") {
      const [keptError, plainError] = [one, other].map((each) => (typeof each === "string" ? each : "runs"));
      this.#compare(this.#lines.length - 1, { kept: keptError ?? "", plain: plainError ?? "" });
      return true;
    }
    this.#remember(one);
    for (const [index, act] of kept.acts.entries()) {
      const [deed, plainDeed] = [one.deeds[index], other.deeds[index]];
      if (deed === undefined || plainDeed === undefined) throw new Error("a deed is missing");
      await this.#act(act, deed, plainDeed, one);
      if (this.#mismatch !== undefined) return true;
    }
    await this.#settle();
    return this.#mismatch !== undefined;
  }

  async #act(act: Act, kept: Deed, plain: Deed, all: Performance): Promise<void> {
    const { kind, by } = act;
    const text = nameless(act.text);
    this.#nextCell();
    if (kind === "edit") {
      // What is set and set back while an async call runs, nobody sees.
      if (this.#pending.some(({ isCrossed }) => isCrossed)) await this.#settle();
      if (this.#mismatch !== undefined || text === "") return;
      this.#edited(by);
      this.#lines.push(text);
      this.#compare(
        this.#lines.length - 1,
        pair(kept, plain, () => "done"),
      );
      this.#remember(all);
      return;
    }
    this.#calls++;
    this.#lines.push(`${text};`);
    const line = this.#lines.length - 1;
    const results = both(kept, plain);
    if (!(results instanceof Promise)) this.#give(line, text, results);
    else if (kind === "start") this.#pending.push({ line, text, results, isCrossed: false });
    else this.#give(line, text, await results);
  }

  #edited(by: Step["do"]): void {
    this.#library.edited(by);
    this.#edits++;
    this.#isFelt = false;
    for (const each of this.#pending) each.isCrossed = true;
  }

  async #settle(): Promise<void> {
    const pending = this.#pending;
    this.#pending = [];
    for (const { line, text, results, isCrossed } of pending) {
      const found = await results;
      if (!isCrossed) this.#give(line, text, found);
      else this.#note(line, "either, for an edit came in between");
    }
  }

  #give(line: number, text: string, results: Pair): void {
    const before = this.#latest.get(text);
    if (!this.#isFelt && before !== undefined && before !== results.plain) {
      this.#isFelt = true;
      this.#felt++;
    }
    this.#latest.set(text, results.plain);
    this.#compare(line, results);
    if (this.#mismatch === undefined) this.#note(line, results.plain);
  }

  #compare(line: number, { kept, plain }: Pair): void {
    if (kept === plain || this.#mismatch !== undefined) return;
    this.#mismatch = { kept, plain };
    this.#note(line, `${kept}, but without the library ${plain}`);
  }

  #note(line: number, note: string): void {
    this.#lines[line] += ` // ${note}`;
  }

  /** As ijavascript, which gives each cell an object of its own. */
  readonly #nextCell = (): void => {
    if (this.#isCells) Reflect.set(globalThis, "$$", {});
    else Reflect.deleteProperty(globalThis, "$$");
  };

  /** Keeps the functions, for their counters. */
  #remember({ functions }: Performance): void {
    for (const each of functions) {
      try {
        this.#functions.add(each());
      } catch {
        // A swap or another edit may have made nonsense of the program.
      }
    }
  }

  ending(): Telling {
    let [hits, misses] = [0, 0];
    for (const fn of this.#functions) {
      const counters = this.#library.counters(fn);
      hits += counters?.hits ?? 0;
      misses += counters?.misses ?? 0;
    }
    for (let index = 0; index < 8; index++) this.#library.forget(`f${index}`);
    return {
      lines: this.#lines,
      mismatch: this.#mismatch,
      calls: this.#calls,
      edits: this.#edits,
      felt: this.#felt,
      hits,
      misses,
    };
  }
}

/** A chapter that has begun, or the error that stopped it. */
async function begun(begin: () => Performance | Promise<Performance>): Promise<Performance | string> {
  try {
    const made = begin();
    return made instanceof Promise ? await made : made;
  } catch (error) {
    // No program may be nonsense.
    if (error instanceof SyntaxError) throw error;
    return shownError(error);
  }
}

/** What both sides give; a promise of it if one of them gives a promise. */
function both(kept: Deed, plain: Deed): Pair | Promise<Pair> {
  let isAsync = false;
  const results = [kept, plain].map((deed): string | Promise<string> => {
    try {
      const value = deed();
      if (!(value instanceof Promise)) return shown(value);
      isAsync = true;
      return settled(value);
    } catch (error) {
      return shownError(error);
    }
  });
  const [one = "", other = ""] = results;
  if (!isAsync && typeof one === "string" && typeof other === "string") return { kept: one, plain: other };
  return Promise.all([one, other]).then(([kept, plain]) => ({ kept, plain }));
}

function pair(kept: Deed, plain: Deed, text: (value: unknown) => string): Pair {
  const [one = "", other = ""] = [kept, plain].map((deed) => {
    try {
      return text(deed());
    } catch (error) {
      return shownError(error);
    }
  });
  return { kept: one, plain: other };
}

async function settled(promise: Promise<unknown>): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, LONGEST, "never settles");
  });
  try {
    return await Promise.race([promise.then(shown, shownError), late]);
  } finally {
    clearTimeout(timer);
  }
}
