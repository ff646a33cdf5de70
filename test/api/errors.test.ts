// Every misuse has a stable code, and a message that says what happened, the likely cause, and what to do.

import { describe, expect, it } from "vitest";
import {
  cache,
  compare,
  configure,
  DefineOnceError,
  defineOnce,
  explain,
  fingerprint,
} from "../../src/index.ts";
import { errorOf, script } from "./evaluation.ts";

/** The error of text that uses the library as a type checker would not allow. */
async function errorIn(text: string): Promise<DefineOnceError> {
  const caught: unknown = await script()(`try { ${text}; undefined } catch (error) { error }`);
  if (caught instanceof DefineOnceError) return caught;
  throw new TypeError(`${text} gave ${String(caught)}`, { cause: caught });
}

describe("what is no function", () => {
  it.each([
    ["null", "null"],
    ["undefined", "type undefined"],
    ["42", "type number"],
    ["'text'", "type string"],
    ["Symbol.iterator", "type symbol"],
    ["[() => 1]", ""],
    ["Promise.resolve(() => 1)", ""],
    ["new Map([['f', () => 1]])", ""],
    ["new Set([() => 1])", ""],
    ["new Date()", ""],
  ])("is refused by defineOnce: %s", async (value, said) => {
    const error = await errorIn(`defineOnce(${value})`);
    expect(error.code).toBe("DEFINE_ONCE_NOT_A_FUNCTION");
    expect(error.message).toContain(said);
    expect(error.message).toMatch(/defineOnce got .*it takes a function, a class, or a record of them/);
    expect(error.message, "the likely cause").toMatch(/called instead of passed\?|await/);
  });

  it("is refused with the word await when it is the promise of a function", async () => {
    expect((await errorIn("defineOnce((async () => () => 1)())")).message).toMatch(/promise.*await/);
  });

  it.each(["null", "42", "{ f() {} }", "Promise.resolve(() => 1)"])(
    "is refused by cache: %s",
    async (value) => {
      const error = await errorIn(`cache(${value})`);
      expect(error.code).toBe("DEFINE_ONCE_NOT_A_FUNCTION");
      expect(error.message).toMatch(/^cache got .*; it takes a function/);
    },
  );

  it.each([
    ["null", "null"],
    ["1", "type number"],
    ["[() => 1]", "type object"],
    ["{ inner: () => 1 }", "type object"],
  ])("is refused in a record by the name of its entry: %s", async (value, said) => {
    const error = await errorIn(`defineOnce({ fine: () => 1, wrong: ${value} })`);
    expect(error.code).toBe("DEFINE_ONCE_NOT_A_FUNCTION");
    expect(error.message).toContain("entry wrong");
    expect(error.message).toContain(said);
  });

  it("defines nothing of a record of which one entry is wrong", async () => {
    await errorIn("defineOnce({ halfway: () => 1, wrong: 1 })");
    expect(errorOf(() => explain("halfway")).code).toBe("DEFINE_ONCE_UNKNOWN_NAME");
  });

  it("is refused by fingerprint and compare", async () => {
    expect((await errorIn("fingerprint(1)")).code).toBe("DEFINE_ONCE_NOT_A_FUNCTION");
    expect((await errorIn("compare(() => 1, null)")).code).toBe("DEFINE_ONCE_NOT_A_FUNCTION");
  });

  it("is said of a text that is no function", () => {
    for (const text of ["", "1 + 1", "const f = () => 1", "x => x; y => y", "function (", "interface A {}"]) {
      const error = errorOf(() => compare(text, "() => 1"));
      expect([text, error.code]).toEqual([text, "DEFINE_ONCE_UNPARSABLE"]);
      expect(error.message).toContain("must be one expression, declaration or method");
    }
  });
});

describe("a function without a name", () => {
  it.each(["() => 1", "cache(() => 1)", "function () {}", "class {}", "cache(async () => 1)"])(
    "is refused with the three ways to give it one: %s",
    async (text) => {
      const error = await errorIn(`defineOnce(${text})`);
      expect(error.code).toBe("DEFINE_ONCE_UNNAMED");
      expect(error.message).toMatch(
        /no name.*arrow inside a call.*Name it, pass \{ name \}, or pass a record/,
      );
    },
  );

  it("is fine with the option name, with a variable's name, and as an entry of a record", async () => {
    const run = script();
    expect(await run("typeof defineOnce(() => 1, { name: 'given' })")).toBe("function");
    expect(await run("const inferred = () => 1; typeof defineOnce(inferred)")).toBe("function");
    expect(await run("typeof defineOnce({ key: () => 1 }).key")).toBe("function");
  });

  it("is one whose name is no string", async () => {
    expect((await errorIn("defineOnce(class { static name() {} })")).code).toBe("DEFINE_ONCE_UNNAMED");
  });
});

describe("a bound or built-in function", () => {
  it("is kept when it is the same object", async () => {
    const run = script();
    await run("var bound = (function plus(a, b) { return a + b }).bind(null, 1)");
    const first = await run("defineOnce(bound)");
    expect(await run("defineOnce(bound)")).toBe(first);
    expect(await run("defineOnce(Math.max) === defineOnce(Math.max)")).toBe(true);
  });

  it("is kept when it binds the same, and taken anew when it does not: the reason names what it binds", async () => {
    const run = script();
    const define = () =>
      run("var b = defineOnce(cache((function plus(a, b) { runs++; return a + b }).bind(null, n))); b");
    await run("var n = 1, runs = 0");
    await define();
    expect(await run("[b(1), b(1), runs]")).toEqual([2, 2, 1]);
    await define();
    expect(await run("[b(1), runs]"), "another object that binds the same").toEqual([2, 1]);
    await run("n = 2");
    await define();
    expect(await run("[b(1), runs]")).toEqual([3, 2]);
    expect(await run("explain(b).events.at(-1).verdict")).toMatchObject({
      kind: "changed",
      reason: { kind: "leaf", path: ["bound plus", "bound arguments[0]"], before: "1", after: "2" },
    });
    await run("n = 1");
    await define();
    expect(await run("[b(1), runs]"), "the old results are there").toEqual([2, 2]);
  });

  it("is explained: it has no source text", async () => {
    const text = await script()("String(explain(defineOnce(parseInt)))");
    expect(text).toContain("no source text");
  });
});

describe("an option", () => {
  it.each([
    [
      "{ nam: 'f' }",
      "nam",
      /misspelt\? Known are name, scope, equality, version, deps, ignore, generations, decorate/,
    ],
    ["{ deps: [] }", "deps", /is an object; it must be an object of dependencies by name, or a function/],
    ["{ deps: null }", "deps", /is null/],
    ["{ deps: 'k' }", "deps", /is "k"/],
    ["{ ignore: 'log' }", "ignore", /is "log"; it must be a list of names/],
    ["{ ignore: [1] }", "ignore", /a list of names/],
    ["{ ignore: [''] }", "ignore", /a list of names/],
    ["{ constructor: 1 }", "constructor", /no option constructor/],
    ["{ toString: 1 }", "toString", /no option toString/],
    ["{ name: '' }", "name", /"".*a string that is not empty/],
    ["{ name: 5 }", "name", /is 5.*a string/],
    ["{ scope: '' }", "scope", /a string that is not empty/],
    ["{ equality: 'proof' }", "equality", /"proof".*one of name, source, syntax, normal/],
    ["{ equality: 'NAME' }", "equality", /"NAME"/],
    ["{ version: {} }", "version", /a string or a number/],
    ["{ version: Object.create(null) }", "version", /a string or a number/],
    ["{ version: true }", "version", /is true/],
    ["{ generations: 0 }", "generations", /is 0.*a whole number from 1/],
    ["{ generations: 1.5 }", "generations", /is 1.5/],
    ["{ generations: NaN }", "generations", /is NaN/],
    ["{ generations: Infinity }", "generations", /is Infinity/],
    ["{ generations: '8' }", "generations", /"8"/],
    ["{ decorate: {} }", "decorate", /a function that takes a function/],
  ])("of defineOnce that is wrong is named with its rule: %s", async (options, option, said) => {
    const error = await errorIn(`defineOnce(function f() {}, ${options})`);
    expect(error.code).toBe("DEFINE_ONCE_OPTION");
    expect(error.message).toContain(option);
    expect(error.message).toMatch(said);
  });

  it("that is undefined is as if it were left out", async () => {
    const options =
      "{ name: undefined, scope: undefined, equality: undefined, version: undefined, deps: undefined," +
      " ignore: undefined, decorate: undefined }";
    const run = script();
    expect(await run(`defineOnce(function f() {}, ${options}) === defineOnce(function f() {})`)).toBe(true);
  });

  it.each(["null", "'name'", "() => 1"])(
    "cannot stand in something that is no object: %s",
    async (options) => {
      const error = await errorIn(`defineOnce(function f() {}, ${options})`);
      expect(error.code).toBe("DEFINE_ONCE_OPTION");
    },
  );

  it("name is refused for a record, whose names are its keys", async () => {
    const error = await errorIn("defineOnce({ f: () => 1 }, { name: 'g' })");
    expect([error.code, error.message]).toEqual(["DEFINE_ONCE_OPTION", expect.stringContaining("keys")]);
  });

  it.each([
    ["{ enabled: 'no' }", /true or false/],
    ["{ notices: 1 }", /true or false/],
    ["{ equality: 'proof' }", /one of/],
    ["{ generations: -1 }", /whole number/],
    [
      "{ store: 'redis' }",
      /The option store of configure is "redis"; it must be "memory", "disk" or a store/,
    ],
  ])("of configure that is wrong changes nothing: %s", async (options, said) => {
    const error = await errorIn(`configure({ notices: true, ...${options} })`);
    expect(error.code).toBe("DEFINE_ONCE_OPTION");
    expect(error.message).toMatch(said);
    expect(error.message).toContain("configure");
    configure({ notices: false });
  });

  it("of compare that is wrong is refused in the name of compare", async () => {
    const error = await errorIn("compare('() => 1', '() => 1', { equality: 'proof' })");
    expect([error.code, error.message]).toEqual(["DEFINE_ONCE_OPTION", expect.stringContaining("compare")]);
    expect((await errorIn("compare('() => 1', '() => 1', { decorate: () => 1 })")).code).toBe(
      "DEFINE_ONCE_OPTION",
    );
  });

  it.each([
    ["{ tttl: 1000 }", /cache has no option tttl; is it misspelt\? Known are check/],
    ["{ ttl: -1 }", /The option ttl of cache is -1; it must be a number from 0/],
    ["{ maxEntries: -1 }", /maxEntries of cache is -1; it must be a whole number from 0/],
    ["{ share: true, clone: true }", /exclude each other/],
    ["{ check: 'never' }", /The option check of cache is "never"; it must be "call" or "turn"/],
    ["{ check: true }", /is true/],
  ])("of cache that is wrong is named, rather than silently without effect: %s", async (options, said) => {
    const error = await errorIn(`cache(() => 1, ${options})`);
    expect([error.code, error.message]).toEqual(["DEFINE_ONCE_OPTION", expect.stringMatching(said)]);
  });
});

describe("a kind of function that cannot be cached", () => {
  it.each([["class Shape {}", "DEFINE_ONCE_CLASS", /Shape is a class.*another object.*Cache its methods/]])(
    "is refused with its code: %s",
    async (text, code, said) => {
      const error = await errorIn(`cache(${text})`);
      expect(error.code).toBe(code);
      expect(error.message).toMatch(said);
    },
  );
});

describe("an error of the library", () => {
  it("is an Error with a name, and its code cannot be mistaken", () => {
    const error = errorOf(() => fingerprint(JSON.parse("1")));
    expect(error).toBeInstanceOf(Error);
    expect(error).toBeInstanceOf(DefineOnceError);
    expect([error.name, String(error)]).toEqual(["DefineOnceError", `DefineOnceError: ${error.message}`]);
  });

  it("is thrown before anything ran or was defined", async () => {
    await errorIn("defineOnce(cache(function neverDefined() {}), { nam: 1 })");
    expect(errorOf(() => explain("neverDefined")).code).toBe("DEFINE_ONCE_UNKNOWN_NAME");
  });

  it("is not thrown for what merely looks odd", () => {
    expect(defineOnce({})).toEqual({});
    expect(cache(function named() {}).name).toBe("named");
  });
});
