// What a call is computed from may be changed while it runs, by the function or by others: then its result is nobody's.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { cache, configure, defineOnce, explain } from "../../src/index.ts";

configure({ notices: false });

interface Row {
  id: number;
}

it("a key function's argument that others change while an async function runs is found out", async () => {
  const cached = cache(
    async (row: Row) => {
      await null;
      return 10 * row.id;
    },
    { key: (row) => row.id },
  );
  const row = { id: 1 };
  const running = cached(row);
  row.id = 2;
  expect(await running).toBe(20);
  expect(await cached({ id: 1 })).toBe(10);
});

it("a key function's argument that the function itself changes is found out", () => {
  const cached = cache((row: Row) => ++row.id, { key: (row) => row.id });
  cached({ id: 1 });
  const row = { id: 1 };
  expect([cached(row), row.id]).toEqual([2, 2]);
});

it("what a key function leaves out and nobody changes costs nothing, and the function is asked once for each call", () => {
  let asked = 0;
  const key = ({ id }: Row & { readonly note: string }): number => {
    asked++;
    return id;
  };
  const cached = cache((row: Row & { readonly note: string }) => [row.id], { key });
  expect(cached({ id: 1, note: "a" })).toBe(cached({ id: 1, note: "b" }));
  expect(asked).toBe(2);
});

it("a file that changes while a function with a key function runs is found out", async () => {
  const folder = mkdtempSync(join(tmpdir(), "define-once-inputs-"));
  const read = readFileSync;
  try {
    const path = join(folder, "in.txt");
    writeFileSync(path, "a");
    const cached = cache(
      async (file: string) => {
        await null;
        return read(file, "utf8");
      },
      { key: (file) => file, files: (file) => [file] },
    );
    const running = cached(path);
    writeFileSync(path, "bb");
    expect(await running).toBe("bb");
    writeFileSync(path, "a");
    expect(await cached(path)).toBe("a");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it("clone holds at once for what was kept to be shared", () => {
  const rows = (options: { readonly clone?: boolean }) =>
    defineOnce(
      cache(function inputsRows() {
        return [3, 1, 2];
      }, options),
    );
  rows({})();
  const cloned = rows({ clone: true });
  cloned().sort();
  expect(cloned()).toEqual([3, 1, 2]);
});

it("options that are given outside of defineOnce are no change when the cell runs again", () => {
  const define = () =>
    cache(
      defineOnce(function inputsOutside(a: number, _log?: unknown) {
        return [a];
      }),
      { ignoreArgs: [1] },
    );
  const first = define();
  const result = first(1, "x");
  const again = define();
  expect(again(1, "y")).toBe(result);
  const kinds = explain(again).events.map((event) => ("verdict" in event ? event.verdict.kind : event.type));
  expect(kinds).toEqual(["first", "kept"]);
});

it("this of a sloppy function that is called alone is the global object, which counts by nothing", () => {
  const read = new Function("return this.inputsGlobal");
  const helper = new Function("return (f) => () => f()")()(read);
  const [plain, behind] = [cache(read as () => unknown), cache(helper)];
  Object.assign(globalThis, { inputsGlobal: 1 });
  const before = [plain(), behind()];
  Object.assign(globalThis, { inputsGlobal: 2 });
  expect([before, [plain(), behind()]]).toEqual([
    [1, 1],
    [2, 2],
  ]);
});
