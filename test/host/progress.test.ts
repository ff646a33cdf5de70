// Lines about calls that take long, on a clock of the test's.

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { announceRun, progress } from "../../src/host/progress.ts";

let errors: string[] = [];
let infos: string[] = [];
let written: string[] = [];

beforeEach(() => {
  [errors, infos, written] = [[], [], []];
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  vi.spyOn(console, "error").mockImplementation((line: unknown) => void errors.push(String(line)));
  vi.spyOn(console, "info").mockImplementation((line: unknown) => void infos.push(String(line)));
  vi.spyOn(process.stderr, "write").mockImplementation((text) => written.push(String(text)) > 0);
  terminal(false);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(process.stderr, "isTTY");
});

function terminal(isTTY: boolean): void {
  Object.defineProperty(process.stderr, "isTTY", { value: isTTY, configurable: true, writable: true });
}

describe("a call that takes long", () => {
  it("gets lines that are ever further apart", () => {
    const end = progress("load", undefined);
    vi.advanceTimersByTime(999);
    expect(errors).toEqual([]);
    vi.advanceTimersByTime(15_001);
    expect(errors).toEqual(
      ["1.0", "3.0", "7.0", "15"].map((time) => `define-once: load has been running for ${time} s`),
    );
    end();
    vi.advanceTimersByTime(60_000);
    expect([errors.length, written]).toEqual([4, []]);
  });

  it("gets none if it ends within a second", () => {
    const end = progress("load", 100);
    vi.advanceTimersByTime(900);
    end();
    vi.advanceTimersByTime(60_000);
    expect([errors, written]).toEqual([[], []]);
  });

  it("is compared with last time", () => {
    progress("load", 61_234);
    vi.advanceTimersByTime(1000);
    expect(errors).toEqual(["define-once: load has been running for 1.0 s; last time it took 61 s"]);
  });

  it("gets one line in a terminal, rewritten each second and taken away at the end", () => {
    terminal(true);
    const end = progress("load", 2500);
    vi.advanceTimersByTime(3000);
    const start = "\r\x1b[2K";
    expect(written).toEqual(
      ["1.0", "2.0", "3.0"].map(
        (time) => `${start}define-once: load has been running for ${time} s; last time it took 2.5 s`,
      ),
    );
    end();
    expect([written.at(-1), errors]).toEqual([start, []]);
  });

  it("leaves a terminal alone if it was short", () => {
    terminal(true);
    progress("load", 2500)();
    expect(written).toEqual([]);
  });

  it("gets its lines among the output of a notebook's cell", () => {
    vi.stubGlobal("$$", {});
    terminal(true);
    progress("load", undefined);
    vi.advanceTimersByTime(1000);
    expect([infos.length, errors, written]).toEqual([1, [], []]);
  });

  it("does not disturb the lines of another", () => {
    const end = progress("load", undefined);
    progress("score", undefined);
    vi.advanceTimersByTime(1000);
    end();
    vi.advanceTimersByTime(2000);
    expect(errors.map((line) => line.split(" ")[1])).toEqual(["load", "score", "score"]);
  });
});

describe("a call that blocks", () => {
  it("is announced if it took long last time", () => {
    announceRun("fit", 1500);
    expect(errors).toEqual(["define-once: fit is running; last time it took 1.5 s"]);
  });

  it("is not if it did not, or never ran", () => {
    announceRun("fit", 999);
    announceRun("fit", undefined);
    expect(errors).toEqual([]);
  });
});
