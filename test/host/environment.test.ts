// What tells one environment from another, for results that outlive the process.

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { environment } from "../../src/host/environment.ts";

beforeEach(() => void vi.stubEnv("TZ", "UTC"));
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

/** The environment that a process with such versions would see. */
function seenBy(versions: Readonly<Record<string, string>> | undefined, deno?: object): readonly string[] {
  const env = { TZ: "UTC" };
  vi.stubGlobal("process", versions && { versions, platform: "linux", env });
  if (deno !== undefined) vi.stubGlobal("Deno", deno);
  try {
    return environment();
  } finally {
    vi.unstubAllGlobals();
  }
}

const NODE = { node: "20.1.2", v8: "11.3.244", icu: "73.1", tz: "2024a" };

describe("an environment", () => {
  it("is the same each time it is asked for", () => {
    expect(environment()).toEqual(environment());
  });

  it("names runtime and engine by their major versions, and ICU and time zones by theirs in full", () => {
    const seen = seenBy(NODE);
    expect(seen).toEqual(
      expect.arrayContaining(["node 20", "v8 11", "icu 73.1", "tz 2024a", "UTC", "linux"]),
    );
  });

  it("is that of the process that runs", () => {
    const [major = ""] = process.versions.node.split(".");
    expect(environment()).toEqual(expect.arrayContaining([`node ${major}`, process.platform, "UTC"]));
  });

  it.each([
    ["a patch", { node: "20.9.0" }],
    ["a build of the engine", { v8: "11.3.999" }],
  ])("is the same after %s", (_, change) => {
    expect(seenBy({ ...NODE, ...change })).toEqual(seenBy(NODE));
  });

  it.each([
    ["major version of Node", { node: "22.0.0" }],
    ["major version of the engine", { v8: "12.0" }],
    ["ICU", { icu: "74.1" }],
    ["list of time zones", { tz: "2025b" }],
    ["runtime, though it calls itself Node too", { bun: "1.2.3" }],
  ])("is another with another %s", (_, change) => {
    expect(seenBy({ ...NODE, ...change })).not.toEqual(seenBy(NODE));
  });

  it("of Deno is another than that of Node, which it says to be", () => {
    const deno = (version: string): object => ({ version: { deno: version } });
    expect(seenBy(NODE, deno("2.1.0"))).toContain("deno 2");
    expect(seenBy(NODE, deno("2.1.0"))).not.toContain("node 20");
    expect(seenBy(NODE, deno("2.1.0"))).toEqual(seenBy(NODE, deno("2.3.4")));
    expect(seenBy(NODE, deno("2.1.0"))).not.toEqual(seenBy(NODE, deno("3.0.0")));
  });

  it("is there even without a process", () => {
    expect(seenBy(undefined)).toContain("UTC");
  });

  it("is another in another time zone, and the first again after a return", () => {
    const before = environment();
    vi.stubEnv("TZ", "Asia/Tokyo");
    const there = environment();
    expect(there).toContain("Asia/Tokyo");
    expect(there).not.toEqual(before);
    vi.stubEnv("TZ", "UTC");
    expect(environment()).toEqual(before);
  });
});
