// Runs first in every realm, with the host's `label(object, text)` and `log(...values)` in place. It defines `probe(name)`:
// an object that answers every operation and logs it, so that a pair's order of effects shows.
"use strict";

label(globalThis, "globalThis");

/** Operations that the probes of this realm still answer; the host refills it before each call, so that loops end. */
var patience = 0;

/** A callable, constructible, iterable object that logs whatever is done with it. */
function probe(name) {
  const note = (what, ...values) => {
    patience -= 1;
    if (patience < 0) throw new RangeError("The probe is spent.");
    log(`${name} ${what}`, ...values);
  };
  // Long names end in a number, so that arithmetic and comparisons meet primitives too.
  const answer = (inner) => (inner.length > 12 ? inner.length : probe(inner));

  const toPrimitive = (hint) => {
    note("to", hint);
    return hint === "string" ? name : name.length;
  };
  const iterator = () => {
    note("iterate");
    return [1, `${name}[1]`, answer(`${name}[2]`)].values();
  };

  const handler = {
    get(_target, key) {
      note("get", key);
      if (key === Symbol.toPrimitive) return toPrimitive;
      if (key === Symbol.iterator) return iterator;
      if (typeof key === "symbol" || key === "then") return undefined;
      return key === "length" ? 2 : answer(`${name}.${key}`);
    },
    set(_target, key, value) {
      note("set", key, value);
      return true;
    },
    has(_target, key) {
      note("has", key);
      return String(key).length === 1;
    },
    deleteProperty(_target, key) {
      note("delete", key);
      return true;
    },
    defineProperty(_target, key) {
      note("define", key);
      return false;
    },
    ownKeys(target) {
      note("keys");
      return Reflect.ownKeys(target);
    },
    getOwnPropertyDescriptor(target, key) {
      note("own", key);
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
    apply(_target, self, values) {
      note("call", self, ...values);
      return answer(`${name}()`);
    },
    construct(_target, values) {
      note("new", ...values);
      return probe(`new ${name}`);
    },
  };
  const proxy = new Proxy(Object.assign(function target() {}, { a: 1, b: "two" }), handler);
  label(proxy, `<${name}>`);
  return proxy;
}
