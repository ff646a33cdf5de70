// The main job in plain JavaScript, for any runtime: it throws if something is wrong, and prints the fingerprints that every
// runtime must agree on.

import assert from "node:assert/strict";
import vm from "node:vm";
import {
  cache,
  compare,
  configure,
  defineOnce,
  explain,
  fingerprint,
  forget,
  status,
} from "../dist/index.js";

configure({ notices: false });
globalThis.runs = 0;
globalThis.once = { cache, defineOnce };

/** One run of a cell: new closures each time, as a kernel makes them. */
const cell = (text) => vm.runInThisContext(text);
const verdict = (name) => explain(name).events.at(-1).verdict;

const SIMULATE = "once.defineOnce(once.cache(function simulate(n) { runs++; return n * 2; }))";
const first = cell(SIMULATE);
assert.equal(first(21), 42);
const again = cell(SIMULATE.replace("{ runs++", "{ /* a comment */ runs++").replaceAll(/\bn\b/g, "count"));
assert.equal(again, first, "renaming keeps the function");
assert.equal(again(21), 42);
assert.equal(globalThis.runs, 1, "and its cache");
assert.equal(verdict("simulate").by, "normal");

const fixed = cell(SIMULATE.replace("n * 2", "n * 3"));
assert.notEqual(fixed, first);
assert.equal(fixed(21), 63);
const { difference } = verdict("simulate").reason;
assert.deepEqual([difference.before.text, difference.after.text], ["2", "3"]);
assert.equal(cell(SIMULATE), first, "undoing brings the function back");
assert.equal(first(21), 42);
assert.equal(globalThis.runs, 2, "with its results");

const load = cell("once.defineOnce({ load: once.cache(async (n) => { runs++; return [n]; }) })").load;
const [one, other] = await Promise.all([load(1), load(1)]);
assert.equal(one, other, "concurrent equal calls run once");
assert.equal(globalThis.runs, 3);

const Box = cell("once.defineOnce(class Box { #content = 1; get content() { return this.#content; } })");
const box = new Box();
assert.ok(
  box instanceof cell("once.defineOnce(class Box { #inside = 1; get content() { return this.#inside } })"),
);

assert.equal(compare("a => a + 1", "b => { return (b + 1) }").kind, "kept");
assert.match(String(status()), /simulate/);
assert.match(explain(first)[Symbol.for("Jupyter.display")]()["text/html"], /<table/);
forget("simulate");
assert.throws(() => explain("simulate"), { code: "DEFINE_ONCE_UNKNOWN_NAME" });

const digests = [
  (x) => x + 1,
  async function* f({ a, b = 2, ...rest }) {
    for await (const each of rest.all) yield* [each ?? a, b];
  },
  class A extends Array {
    static #count = 0n;
    static add = () => (this.#count += 1n);
  },
].map((fn) => fingerprint(fn).digest);
console.log(JSON.stringify(digests));
