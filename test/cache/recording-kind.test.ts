// Which iterators a recording can stand in for.

import { EventEmitter, on } from "node:events";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { recordableKind } from "../../src/cache/recording.ts";
import { countdown, type Items, iteratorHelpers, laterLetters, letters, recordingOf } from "./recordings.ts";

describe("an iterator is recordable", () => {
  const generator = letters();
  const compiled = Object.create(Object.getPrototypeOf(Object.getPrototypeOf([].values())));
  for (const name of ["next", "return", "throw"]) compiled[name] = () => ({ done: true });
  const cases: readonly (readonly [string, unknown, string | undefined])[] = [
    ["a generator", generator, "sync"],
    ["a generator of a method", { *read() {} }.read(), "sync"],
    ["an async generator", laterLetters(), "async"],
    ["an array iterator", [1].values(), "sync"],
    ["entries of a typed array", new Uint8Array(2).entries(), "sync"],
    ["a Map iterator", new Map().keys(), "sync"],
    ["a Set iterator", new Set().values(), "sync"],
    ["a string iterator", "ab"[Symbol.iterator](), "sync"],
    ["matches of a RegExp", "ab".matchAll(/./g), "sync"],
    ["segments of a text", new Intl.Segmenter().segment("a")[Symbol.iterator](), "sync"],
    ["a plain object with next that returns itself", countdown(2), "sync"],
    ["an object as compilers make for a generator", compiled, "sync"],
    [
      "an async iterator of functions",
      {
        next: async () => ({}),
        [Symbol.asyncIterator]() {
          return this;
        },
      },
      "async",
    ],
    [
      "a function expression that returns its receiver",
      {
        next() {},
        [Symbol.iterator]: function () {
          return this;
        },
      },
      "sync",
    ],
    ["no generator with a property", Object.assign(letters(), { page: 1 }), undefined],
    [
      "no generator with a method added by its function",
      (() => {
        function* pages(): Items {}
        pages.prototype.peek = () => 1;
        return pages();
      })(),
      undefined,
    ],
    ["no generator without its prototype", Object.setPrototypeOf(letters(), null), undefined],
    [
      "no generator that inherits from a proxy",
      Object.setPrototypeOf(letters(), new Proxy({}, {})),
      undefined,
    ],
    ["no proxy of a generator", new Proxy(letters(), {}), undefined],
    ["no iterator with a position that callers may read", { ...countdown(2), position: 0 }, undefined],
    [
      "no iterator whose iterator method does more",
      { ...countdown(2), [Symbol.iterator]: () => countdown(2) },
      undefined,
    ],
    [
      "no iterator whose next is a getter",
      {
        get next() {
          throw new Error("ran");
        },
        [Symbol.iterator]() {
          return this;
        },
      },
      undefined,
    ],
    [
      "no iterator that is both kinds",
      {
        ...countdown(1),
        [Symbol.asyncIterator]() {
          return this;
        },
      },
      undefined,
    ],
    ["no object with next alone", { next: () => ({ done: true }) }, undefined],
    [
      "no instance of a class",
      new (class {
        next() {}
        [Symbol.iterator]() {
          return this;
        }
      })(),
      undefined,
    ],
    ["no iterable", [1, 2], undefined],
    ["no stream", Readable.from(["a"]), undefined],
    ["no iterator of events", on(new EventEmitter(), "data"), undefined],
    ["no iterator of Node's own", new URLSearchParams("a=1").keys(), undefined],
    ["no function", letters, undefined],
    ["nothing", undefined, undefined],
    ["no text", "abc", undefined],
  ];
  it.each(cases)("%s", (_, value, kind) => {
    expect(recordableKind(value)).toBe(kind);
  });

  it.runIf(typeof iteratorHelpers === "function")(
    "helpers of iterators, and what Iterator.from wraps",
    () => {
      const found = new Function(
        "letters",
        "return [letters().map(String), Iterator.from({ next() {} }), new (class extends Iterator { next() {} })]",
      )(letters);
      expect(found.map(recordableKind)).toEqual(["sync", "sync", undefined]);
    },
  );

  it("a reader of a recording", () => {
    expect(recordableKind(recordingOf(letters).read())).toBe("sync");
    expect(recordableKind(recordingOf(laterLetters).read())).toBe("async");
  });

  it("and none of it runs to find out", () => {
    expect([...generator]).toEqual(["a", "b", "c"]);
  });
});
