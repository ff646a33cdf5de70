// Constants that hold their content elsewhere than in properties, and objects whose shape is a graph.

import type { ConstantKind } from "./constant-kind.ts";
import type { Choices } from "./dice.ts";

export const CONTAINER_CONSTANTS: Choices<ConstantKind> = [
  {
    title: "a Map",
    values: ["new Map([['a', 1], ['b', 2]])", "new Map([['b', 2], ['a', 1]])", "new Map([['a', $v]])"],
    reads: [
      "$c.get('a')",
      "$c.size",
      "[...$c.keys()].join()",
      "$c.has('e')",
      "Object.fromEntries($c)",
      "$c.note",
    ],
    edits: [
      "$c.set('a', $v)",
      "$c.set('e', $v)",
      "$c.delete('a')",
      "$c.clear()",
      "$c.note = $v",
      "{ const a = $c.get('a'); $c.delete('a'); $c.set('a', a) }",
    ],
  },
  {
    title: "a Set",
    values: ["new Set([1, 2])", "new Set([2, 1])", "new Set()"],
    reads: ["$c.has(1)", "$c.size", "[...$c]", "Math.max(...$c)"],
    edits: ["$c.add($v)", "$c.delete(1)", "$c.clear()"],
  },
  {
    title: "a Date",
    values: ["new Date(0)", "new Date(1e12)", "new Date(NaN)"],
    reads: ["$c.getTime()", "$c > 5", "JSON.stringify($c)"],
    edits: ["$c.setTime($v)", "$c.setTime(0)"],
  },
  {
    title: "a regular expression",
    values: ["/a/", "/b/", "/a/i", "/[a-c]/y"],
    reads: ["$c.source", "$c.flags", "'xA'.replace($c, '-')", "'abc'.split($c)", "$c.lastIndex"],
    edits: ["$c.lastIndex = $v", "$c.compile('b')"],
    changesItself: true,
  },
  {
    title: "a regular expression that goes on where it stopped",
    values: ["/a/g", "/[ab]/g"],
    reads: ["$c.lastIndex", "$c.test('aba')", "$c.exec('ab')?.index", "'abc'.match($c)?.length"],
    edits: ["$c.lastIndex = $v"],
    changesItself: true,
  },
  {
    title: "a typed array",
    values: [
      "Float64Array.of(1, -0)",
      "Float64Array.of(1, 0)",
      "Uint8Array.of(1, 2, 3)",
      "new Int16Array(2)",
    ],
    reads: [
      "$c[0]",
      "1 / $c[1]",
      "$c.length",
      "JSON.stringify([...$c])",
      "$c.buffer.byteLength",
      "new DataView($c.buffer).getUint8(0)",
      "$c.constructor.name",
    ],
    edits: ["$c[0] = $v", "$c.fill($v)", "$c.sort()", "new Uint8Array($c.buffer)[1] = $v", "$c.set([$v])"],
  },
  {
    title: "two views of one buffer",
    values: [
      "(() => { const whole = Uint8Array.of(1, 2, $v); return { whole, part: whole.subarray(1) } })()",
    ],
    reads: ["$c.part[0]", "$c.part.byteOffset", "$c.whole.join()", "$c.part.buffer === $c.whole.buffer"],
    edits: ["$c.whole[1] = $v", "$c.part = $c.part.slice()", "$c.part[1] = $v"],
  },
  {
    title: "an address",
    values: ["new URL('http://a/?v=1')", "new URL('http://b/?v=$v')"],
    reads: ["$c.searchParams.get('v')", "$c.href", "$c.host"],
    edits: ["$c.searchParams.set('v', '$v')", "$c.hash = '$v'", "$c.host = 'c$v'"],
  },
  {
    title: "an error",
    values: ["new Error('m$v')", "new TypeError('m$v')"],
    reads: ["$c.message", "$c instanceof TypeError", "$c.name", "String($c.cause)"],
    edits: ["$c.message = 'n$v'", "$c.name = 'N$v'", "$c.cause = $v"],
  },
  {
    title: "a boxed value",
    values: ["Object(1)", "Object('a')", "Object(-0)", "Object(true)"],
    reads: ["JSON.stringify($c)", "typeof $c.valueOf()", "$c.extra"],
    edits: ["$c.extra = $v"],
  },
  {
    title: "an object in which one object stands twice",
    values: ["(() => { const s = { n: $v }; return { l: s, r: s } })()", "{ l: { n: $v }, r: { n: $v } }"],
    reads: ["$c.l === $c.r", "$c.l.n + $c.r.n"],
    edits: ["$c.l.n = $v", "$c.r = { ...$c.l }", "$c.r = $c.l"],
  },
  {
    title: "an object that holds itself",
    values: [
      "(() => { const s = { n: $v, s: null }; s.s = s; return s })()",
      "{ n: $v, s: { n: $v, s: null } }",
    ],
    reads: ["$c.s.n", "$c.s === $c", "$c.s.s?.n"],
    edits: ["$c.n = $v", "$c.s = { n: $v, s: $c }", "$c.s = $c"],
  },
  {
    title: "an object with a prototype of its own",
    values: [
      "Object.create({ a: $v })",
      "Object.assign(Object.create(null), { a: $v })",
      "{ __proto__: { a: $v } }",
    ],
    reads: ["$c.a", "'a' in $c", "Object.keys($c).length", "typeof $c.toString"],
    edits: [
      "$c.a = $v",
      "delete $c.a",
      "Object.setPrototypeOf($c, { a: $v })",
      "Object.setPrototypeOf($c, null)",
    ],
  },
  {
    title: "an environment variable",
    values: ["$e = '$v'", "(delete $e, 0)"],
    reads: ["$e", "typeof $e", "[$e, 'env']", "typeof $c"],
    edits: ["$e = '$v'", "delete $e"],
  },
  {
    title: "an iterator",
    values: ["[1, 2, 3].values()", "(function* () { yield 1; yield $v })()", "new Map([[1, 2]]).keys()"],
    reads: ["$c.next().value", "$c.next().done", "[...$c]"],
    edits: ["$c.next()"],
    changesItself: true,
  },
];
