import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { displayed, type Rendering, terminal } from "../../src/host/display.ts";

const RENDERING: Rendering = {
  text: ({ width, color }) => `text ${width} ${color ? "colour" : "plain"}`,
  html: () => "<table></table>",
};
const BUNDLE = { "text/plain": "text 80 plain", "text/html": "<table></table>" };

function tty(env: Readonly<Record<string, string>> = {}, columns = 120): object {
  return { stdout: { isTTY: true, columns }, env };
}

/** Calls a hook as its host would. */
function called(shown: object, key: PropertyKey, ...given: readonly unknown[]): unknown {
  const hook: unknown = Reflect.get(shown, key);
  if (typeof hook !== "function") throw new TypeError(`no hook ${String(key)}`);
  return Reflect.apply(hook, shown, given);
}

/** A tslab that notes what it is asked to display. */
function tslab(html: (page: string) => void): object {
  return { require: (id: string) => (id === "tslab" ? { display: { html } } : {}) };
}

describe("displayed", () => {
  it("leaves the facts readable and hides its hooks", () => {
    const facts = { events: [1, 2], remarks: [] };
    const shown = displayed(facts, RENDERING, {});
    expect(Object.keys(shown)).toEqual(["events", "remarks"]);
    expect(shown.events).toBe(facts.events);
    expect(JSON.stringify(shown)).toBe(JSON.stringify(facts));
    expect(Reflect.ownKeys(facts)).toEqual(["events", "remarks"]);
  });

  it("keeps an array an array", () => {
    const rows = [{ name: "a" }, { name: "b" }];
    const shown = displayed(rows, RENDERING, {});
    expect(Array.isArray(shown)).toBe(true);
    expect(shown.map((row) => row.name)).toEqual(["a", "b"]);
    expect(Reflect.ownKeys(rows)).toEqual(["0", "1", "length"]);
  });

  it("renders nothing until it is shown", () => {
    const fails = (): never => {
      throw new Error("rendered");
    };
    expect(() => displayed({}, { text: fails, html: fails }, {})).not.toThrow();
  });

  it("gives Deno's kernel and ijavascript a bundle of plain text and HTML", () => {
    const shown = displayed({}, RENDERING, { process: tty() });
    expect(called(shown, Symbol.for("Jupyter.display"))).toEqual(BUNDLE);
    expect(called(shown, "_toMime")).toEqual(BUNDLE);
  });

  it("is plain text in a template string, even in a terminal", () => {
    expect(`${displayed({}, RENDERING, { process: tty() })}`).toBe("text 80 plain");
  });

  it("prints text of the terminal's width in Node, coloured as inspect was asked to", () => {
    const shown = displayed({}, RENDERING, { process: tty() });
    expect(inspect(shown)).toBe("text 120 plain");
    expect(inspect(shown, { colors: true })).toBe("text 120 colour");
    expect(inspect({ shown })).toBe("{ shown: text 120 plain }");
  });

  it("prints text in Deno", () => {
    const shown = displayed({}, RENDERING, { process: tty(), Deno: { noColor: false } });
    expect(called(shown, Symbol.for("Deno.customInspect"), inspect, { colors: true })).toBe(
      "text 120 colour",
    );
  });

  it("prints without colour when NO_COLOR says so, whatever inspect was asked to", () => {
    const node = displayed({}, RENDERING, { process: tty({ NO_COLOR: "1" }) });
    expect(inspect(node, { colors: true })).toBe("text 120 plain");
    const deno = displayed({}, RENDERING, { process: tty(), Deno: { noColor: true } });
    expect(called(deno, Symbol.for("Deno.customInspect"), inspect, { colors: true })).toBe("text 120 plain");
  });

  it("shows a table once as the value of a tslab cell, and prints nothing beside it", () => {
    const pages: string[] = [];
    const shown = displayed({}, RENDERING, { __tslab__: tslab((page) => pages.push(page)) });
    expect(inspect(shown)).toBe("");
    expect(pages).toEqual(["<table></table>"]);
  });

  it("stays text in tslab when it is part of something printed", () => {
    const pages: string[] = [];
    const shown = displayed({}, RENDERING, { __tslab__: tslab((page) => pages.push(page)) });
    expect(inspect([shown])).toBe("[ text 80 plain ]");
    expect(pages).toEqual([]);
  });

  it("falls back to text when tslab cannot display", () => {
    const unready = tslab(() => {
      throw new Error("Not ready");
    });
    for (const __tslab__ of [unready, {}, { require: () => undefined }, 1]) {
      expect(inspect(displayed({}, RENDERING, { __tslab__ }))).toBe("text 80 plain");
    }
  });
});

describe("terminal", () => {
  it("knows nothing in a browser: 80 columns, no colour", () => {
    expect(terminal({})).toEqual({ width: 80, color: false });
    expect(terminal({ process: {} })).toEqual({ width: 80, color: false });
  });

  it("takes width and colour from the terminal", () => {
    expect(terminal({ process: tty() })).toEqual({ width: 120, color: true });
    expect(terminal({ process: { stdout: { isTTY: false }, env: {} } })).toEqual({ width: 80, color: false });
    expect(terminal({ process: { stdout: { isTTY: true, columns: 0 }, env: {} } }).width).toBe(80);
  });

  it.each([
    [{ NO_COLOR: "1" }, false],
    [{ NO_COLOR: "false" }, false],
    [{ NO_COLOR: "" }, true],
    [{ NO_COLOR: "1", FORCE_COLOR: "1" }, false],
    [{ FORCE_COLOR: "0" }, false],
    [{ FORCE_COLOR: "false" }, false],
    [{ TERM: "dumb" }, false],
    [{ TERM: "xterm" }, true],
  ])("with %j in a terminal, colour is %s", (env, color) => {
    expect(terminal({ process: tty(env) }).color).toBe(color);
  });

  it.each([
    [{}, false],
    [{ FORCE_COLOR: "1" }, true],
    [{ FORCE_COLOR: "" }, true],
    [{ FORCE_COLOR: "1", TERM: "dumb" }, true],
  ])("with %j in a pipe, colour is %s", (env, color) => {
    expect(terminal({ process: { stdout: {}, env } }).color).toBe(color);
  });

  it("does not read the environment in Deno, which would ask for permission", () => {
    const env = new Proxy({}, { get: () => expect.unreachable("environment read") });
    expect(terminal({ process: { stdout: { isTTY: true }, env }, Deno: { noColor: false } }).color).toBe(
      true,
    );
    expect(terminal({ process: { stdout: { isTTY: true }, env }, Deno: { noColor: true } }).color).toBe(
      false,
    );
  });
});
