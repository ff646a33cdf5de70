// What it costs to look at what a function depends on: when it is described, and at every hit of its cache. The bare hit, of a
// function that depends on nothing, and the bare hash are measured in the same run.

import * as crypto from "node:crypto";
import vm from "node:vm";
import { cache, configure, defineOnce, explain, fingerprint } from "../dist/index.js";
import { median } from "./statistics.ts";

type Unary = (x: number) => number;

configure({ notices: false });
Object.assign(globalThis, { once: { cache, defineOnce } });

const SAMPLES = 60;
const HITS = { globals: 20_000, closures: 60 };

/** Evaluates text in the global scope, as a cell is. */
function script(text: string): unknown {
  return vm.runInThisContext(text);
}

function unary(value: unknown): Unary {
  if (typeof value !== "function") throw new TypeError("the text gives no function");
  return (x) => Number(Reflect.apply(value, undefined, [x]));
}

const list = (count: number, of: (index: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, index) => of(index));

/** A definition that reads `count` constants of the script. */
function ofGlobals(count: number, check: "call" | "turn"): Unary {
  const names = list(count, (index) => `global${count}${check}${index}`);
  for (const [index, name] of names.entries()) script(`let ${name} = ${index + 1}`);
  const name = `globals${count}${check}`;
  const text = `(x) => ${["x", ...names].join(" + ")}`;
  return unary(script(`once.defineOnce(once.cache(${text}, { check: "${check}" }), { name: "${name}" })`));
}

/** A definition that reads `count` variables of the function around it, and calls `helpers` functions that read one each. */
function ofClosure(count: number, helpers: number, check: "call" | "turn"): Unary {
  const variables = list(count, (index) => `let v${index} = ${index + 1};`);
  const functions = list(
    helpers,
    (index) => `let w${index} = ${index}; const h${index} = (x) => x + w${index};`,
  );
  const reads = [...list(count, (index) => `v${index}`), ...list(helpers, (index) => `h${index}(x)`)];
  const name = `closure${count}-${helpers}${check}`;
  const text = `(x) => ${["x", ...reads].join(" + ")}`;
  return unary(
    script(
      `(() => { ${variables.join(" ")} ${functions.join(" ")}` +
        ` return once.defineOnce(once.cache(${text}, { check: "${check}" }), { name: "${name}" }) })()`,
    ),
  );
}

/** Nanoseconds of one hit: medians of samples, which take turns so that the load of the machine is in all alike. */
function hitTimes(all: readonly Unary[], hits: number): readonly number[] {
  const samples: number[][] = all.map(() => []);
  for (const fn of all) {
    const first = fn(1);
    if (fn(1) !== first) throw new Error("a hit gives another result");
    for (let index = 0; index < hits; index++) fn(1);
  }
  for (let sample = 0; sample < SAMPLES; sample++) {
    for (const [index, fn] of all.entries()) {
      const start = performance.now();
      for (let hit = 0; hit < hits; hit++) fn(1);
      samples[index]?.push(((performance.now() - start) / hits) * 1e6);
    }
  }
  return samples.map(median);
}

function expectHits(name: string): void {
  const { cache: info } = explain(name).definition;
  if (info?.misses !== 1) throw new Error(`${name} was computed ${info?.misses} times`);
}

const ns = (value: number | undefined): string => `${(value ?? Number.NaN).toFixed(1)} ns`;
const us = (value: number | undefined): string => `${((value ?? Number.NaN) / 1000).toFixed(1)} us`;

console.log(`Node ${process.versions.node}; medians of ${SAMPLES} samples\n`);

console.log("A hit, where compiled getters serve");
const globals = [0, 5, 50].map((count) => ofGlobals(count, "call"));
const turns = [5, 50].map((count) => ofGlobals(count, "turn"));
const [none = Number.NaN, five = Number.NaN, fifty = Number.NaN, turn5 = Number.NaN, turn50 = Number.NaN] =
  hitTimes([...globals, ...turns], HITS.globals);
for (const count of [0, 5, 50]) expectHits(`globals${count}call`);
console.log(`  no dependency        ${ns(none)}`);
console.log(`  5 constants          ${ns(five)}: ${ns(five - none)} more, ${ns((five - none) / 5)} a leaf`);
console.log(
  `  50 constants         ${ns(fifty)}: ${ns(fifty - none)} more, ${ns((fifty - none) / 50)} a leaf`,
);
console.log(`  check: "turn", 5     ${ns(turn5)}: ${ns(turn5 - none)} more`);
console.log(`  check: "turn", 50    ${ns(turn50)}: ${ns(turn50 - none)} more`);

console.log("\nA hit, where only the inspector knows");
const closures = [ofClosure(5, 0, "call"), ofClosure(5, 5, "call")];
const [alone = Number.NaN, helped = Number.NaN] = hitTimes(closures, HITS.closures);
const [turned = Number.NaN] = hitTimes([ofClosure(5, 5, "turn")], HITS.globals);
console.log(`  5 closure variables              ${us(alone)}`);
console.log(`  and 5 helpers with one each      ${us(helped)}: ${us((helped - alone) / 5)} a helper more`);
console.log(`  the same with check: "turn"      ${ns(turned)}: ${ns(turned - none)} more than no dependency`);

console.log("\nCapture and fingerprint, anew each time");
for (const count of [0, 5, 50]) {
  const names = list(count, (index) => `global50call${index}`);
  const fn = unary(script(`(x) => ${["x", ...names].join(" + ")}`));
  const target = script(`(x) => ${["x", ...names].join(" + ")}`);
  if (typeof target !== "function") throw new TypeError("the text gives no function");
  const known = (): string => fingerprint(() => fn(1)).digest;
  known();
  const times: number[] = [];
  for (let sample = 0; sample < 400; sample++) {
    const start = performance.now();
    fingerprint(target as Unary);
    times.push((performance.now() - start) * 1e6);
  }
  console.log(`  ${String(count).padStart(2)} constants         ${us(median(times))}`);
}

console.log("\nA captured Float64Array of 100 MB");
const data = Float64Array.from({ length: 12_500_000 }, (_, index) => index / 7);
Object.assign(globalThis, { bigData: data });
const reads = script("() => bigData") as () => unknown;
const bare: number[] = [];
const ours: number[] = [];
for (let sample = 0; sample < 7; sample++) {
  const start = performance.now();
  crypto.createHash("sha256").update(new Uint8Array(data.buffer)).digest("hex");
  bare.push(performance.now() - start);
  const middle = performance.now();
  fingerprint(reads);
  ours.push(performance.now() - middle);
}
const ratio = median(ours) / median(bare);
console.log(
  `  bare sha256 ${median(bare).toFixed(0)} ms, fingerprint ${median(ours).toFixed(0)} ms: ${ratio.toFixed(2)} times`,
);
