// What mathjs's tests call `tools/approx`, which its package does not carry: numbers that agree to nine digits or so.

const assert = require("node:assert");

const EPSILON = 0.0001;

function equal(actual, expected, epsilon = EPSILON) {
  if (typeof actual !== "number" || typeof expected !== "number" || Number.isNaN(actual)) {
    assert.deepEqual(actual, expected);
    return;
  }
  const distance = Math.abs(expected - actual);
  if (distance <= Math.abs(Math.max(actual, expected) * epsilon) || distance <= epsilon * epsilon) return;
  assert.strictEqual(actual, expected);
}

function deepEqual(actual, expected) {
  if (Array.isArray(actual) && Array.isArray(expected)) {
    assert.strictEqual(actual.length, expected.length);
    for (let index = 0; index < actual.length; index++) deepEqual(actual[index], expected[index]);
  } else if (actual instanceof Object && expected instanceof Object) {
    for (const key of new Set([...Object.keys(actual), ...Object.keys(expected)])) {
      deepEqual(actual[key], expected[key]);
    }
  } else equal(actual, expected);
}

module.exports = { equal, deepEqual };
