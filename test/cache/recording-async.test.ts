// Readers of an async iterator.

import { describe, expect, it } from "vitest";
import { type Async, laterLetters, recordingOf } from "./recordings.ts";

describe("readers of an async iterator", () => {
  it("that ask at the same time share each step", async () => {
    const { read, other, runs, events } = recordingOf(laterLetters);
    const [one, two] = [read(), other()];
    const asked = [one, two, two, one, two, one, two, one].map((reader) => reader.next());
    const values = (await Promise.all(asked)).map(({ value }) => value);
    expect(values).toEqual(["a", "a", "b", "b", "c", "c", "end", "end"]);
    expect([runs(), events.length]).toEqual([1, 1]);
  });

  it("begin at once when they are asked", async () => {
    const began: number[] = [];
    const { read } = recordingOf(async function* () {
      began.push(1);
      yield 1;
      began.push(2);
    });
    const reader = read();
    const first = reader.next();
    expect(began).toEqual([1]);
    await first;
    void reader.next();
    expect(began).toEqual([1, 2]);
  });

  it("are answered in order, in a run of their own as well", async () => {
    const { other, read } = recordingOf(async function* (): Async {
      let heard: unknown = "first";
      for (;;) {
        heard = yield heard;
        await null;
      }
    });
    await read().next();
    const reader = other();
    const results = await Promise.all([
      reader.next(),
      reader.next("x"),
      reader.next("y"),
      reader.return("z"),
      reader.next(),
    ]);
    expect(results.map(({ value }) => value)).toEqual(["first", "x", "y", "z", undefined]);
  });

  it("fail alone: who waited for the same step runs it again", async () => {
    let runs = 0;
    const { read, other, events } = recordingOf(async function* () {
      runs++;
      await null;
      if (runs === 1) throw new Error("once");
      yield "twice";
    });
    const [one, two] = [read().next(), other().next()];
    await expect(one).rejects.toThrow("once");
    expect([(await two).value, events]).toEqual(["twice", ["its iterator threw"]]);
  });

  it("close the source when the last one leaves", async () => {
    let closed = 0;
    const { read, events } = recordingOf(async function* () {
      try {
        yield* laterLetters();
      } finally {
        closed++;
      }
    });
    const behind = read();
    await behind.next();
    for await (const _ of read()) break;
    expect([closed, events]).toEqual([0, []]);
    await behind.return(undefined);
    expect([closed, events]).toEqual([1, ["its iterator was closed before its end"]]);
  });

  it("await what they return", async () => {
    const { other } = recordingOf(laterLetters);
    expect(await other().return(Promise.resolve(1))).toEqual({ value: 1, done: true });
    await expect(other().return(Promise.reject(new Error("no")))).rejects.toThrow("no");
  });

  it("record nothing more once something changed in mid-flight, though all is as before when it lands", async () => {
    const { read, other, setCurrent, events } = recordingOf(async function* () {
      await null;
      yield* [];
    });
    const [one, two] = [read(), other()];
    const flying = one.next();
    setCurrent(false);
    const left = two.next();
    setCurrent(true);
    expect(await Promise.all([flying, left])).toEqual(Array(2).fill({ value: undefined, done: true }));
    expect(events).toEqual(["something that it depends on changed while its iterator was read"]);
  });

  it("leave for a run of their own when something changed in mid-flight", async () => {
    const { read, other, setCurrent, runs } = recordingOf(laterLetters);
    const [one, two] = [read(), other()];
    await one.next();
    const flying = one.next();
    setCurrent(false);
    const values = [await two.next(), await flying, await one.next()].map(({ value }) => value);
    expect([values, runs()]).toEqual([["a", "b", "c"], 2]);
  });
});
