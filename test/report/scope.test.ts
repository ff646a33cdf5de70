import { expect, it } from "vitest";
import { scopeTails } from "../../src/report/scope.ts";

it("a scope alone is shown by its last step", () => {
  expect([...scopeTails(["/app/src/model.ts", "notebook"]).values()]).toEqual(["model.ts", "notebook"]);
});

it("scopes that end alike are told apart by as many steps as it takes", () => {
  expect([...scopeTails(["/app/a/x/model.ts", "/app/b/x/model.ts", "/app/b/load.ts"]).values()]).toEqual([
    "a/x/model.ts",
    "b/x/model.ts",
    "load.ts",
  ]);
});

it("URLs and Windows paths have steps too", () => {
  expect([...scopeTails(["file:///app/model.ts", "C:\\app\\load.ts"]).values()]).toEqual([
    "model.ts",
    "load.ts",
  ]);
});

it("a scope without steps is shown as it is", () => {
  expect([...scopeTails(["", "/"]).values()]).toEqual(["", "/"]);
});
