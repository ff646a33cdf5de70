// What stands on the global object of every host before its first row: the oracle's functions, a count of how often bodies
// ran, and what records facts. It is text, since it runs where our own modules cannot be loaded.

const BODY = `
globalThis.runs = { f: 0 };
globalThis.plainly = (what) => what;
globalThis.notices = [];
globalThis.turn = () => new Promise((done) => setTimeout(done, 3));
// ijavascript gives each cell a console of its own, so this is asked for again before a notice is expected.
globalThis.listen = () => {
  for (const method of ["info", "error"]) {
    const print = console[method];
    if (print.isOurs) continue;
    console[method] = (...words) => {
      if (String(words[0]).startsWith("define-once: ")) globalThis.notices.push(String(words[0]));
      else print.apply(console, words);
    };
    console[method].isOurs = true;
  }
};
globalThis.listen();

const results = {};
const isPromise = (value) => typeof value === "object" && value !== null && typeof value.then === "function";
const shown = (value) => {
  if (typeof value === "bigint") return value + "n";
  if (typeof value === "number" || typeof value === "string") return Object.is(value, -0) ? "-0" : String(value);
  return JSON.stringify(value) ?? String(value);
};
const thrown = (error) => "throws " + error.name + ": " + error.message.replace(/_[rp]\\d+/g, "");

const attempt = (call) => {
  const before = globalThis.runs.f;
  const told = (value) => ({ ran: globalThis.runs.f - before, value: shown(value) });
  try {
    const value = call();
    return isPromise(value) ? value.then(told, (error) => told(thrown(error))) : told(value);
  } catch (error) {
    return told(thrown(error));
  }
};
const then = (value, next) => (isPromise(value) ? value.then(next) : next(value));
const said = (target) => {
  try {
    return String(explain(target()));
  } catch (error) {
    return thrown(error);
  }
};

globalThis.probe = (row, call, plain, target) => {
  globalThis.listen();
  return then(attempt(call), (one) =>
    then(attempt(call), (two) =>
      then(attempt(plain), (three) => {
        results[row] ??= { facts: [], holds: true };
        results[row].facts.push({
          ran: [one.ran, two.ran],
          values: [one.value, two.value],
          plain: three.value,
          said: said(target),
        });
      })));
};
globalThis.end = (row, holds) => {
  results[row] = { facts: [], ...results[row], holds: Boolean(holds()) };
};
globalThis.failed = (row, error) => {
  results[row] = { facts: [], holds: true, ...results[row], error: String(error && error.stack) };
};
globalThis.results = () => JSON.stringify(results);
`;

/** As an ECMAScript module. */
export const PRELUDE_MODULE = `import { explain } from "define-once";\n${BODY}`;

/** As a CommonJS module. */
export const PRELUDE_COMMONJS = `const { explain } = require("define-once");\n${BODY}`;
