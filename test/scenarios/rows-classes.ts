// Classes and their instances: every part of a class counts, at any place of the prototype chain, and an instance counts by
// its class and its fields.

import { changed, first, kept, type Row, row } from "./row.ts";

const F = "const f = defineOnce(cache(function f(x) { globalThis.runs.f++; return new Scaler(x).by(2); }));";

/** A row about a class of which a function makes an instance. */
function part(title: string, before: string, after: string, says: RegExp = /f -> Scaler/): Row {
  return row(title, "f(10)", [first(before, F), kept(before), changed(after, says), kept(before)]);
}

export const CLASS_ROWS: readonly Row[] = [
  part(
    "editing a method of a class recomputes what uses it",
    "class Scaler { constructor(x) { this.x = x; } by(k) { return this.x * k; } }",
    "class Scaler { constructor(x) { this.x = x; } by(k) { return this.x + k; } }",
  ),
  part(
    "editing the default of a field recomputes",
    "class Scaler { offset = 1; constructor(x) { this.x = x; } by(k) { return this.x * k + this.offset; } }",
    "class Scaler { offset = 2; constructor(x) { this.x = x; } by(k) { return this.x * k + this.offset; } }",
  ),
  part(
    "editing a static field recomputes",
    "class Scaler { static factor = 1; constructor(x) { this.x = x; } by(k) { return this.x * k * Scaler.factor; } }",
    "class Scaler { static factor = 2; constructor(x) { this.x = x; } by(k) { return this.x * k * Scaler.factor; } }",
  ),
  part(
    "editing a getter recomputes",
    "class Scaler { constructor(x) { this.x = x; } get offset() { return 1; } by(k) { return this.x * k + this.offset; } }",
    "class Scaler { constructor(x) { this.x = x; } get offset() { return 2; } by(k) { return this.x * k + this.offset; } }",
  ),
  part(
    "editing a private method recomputes",
    "class Scaler { constructor(x) { this.x = x; } #times(k) { return this.x * k; } by(k) { return this.#times(k); } }",
    "class Scaler { constructor(x) { this.x = x; } #times(k) { return this.x - k; } by(k) { return this.#times(k); } }",
  ),
  row("editing a superclass recomputes once the class extends the new one", "f(10)", [
    first(
      "class Base { by(k) { return k * 2; } }",
      "class Scaler extends Base { twice(k) { return this.by(k) * 2; } }",
      "const f = defineOnce(cache(function f(x) { globalThis.runs.f++; return new Scaler().twice(x); }));",
    ),
    kept("class Base { by(k) { return k * 3; } }"),
    changed("class Scaler extends Base { twice(k) { return this.by(k) * 2; } }", /f -> Scaler/),
  ]),
  row("a static field that is set in place recomputes", "f(10)", [
    first(
      "class Scaler { static factor = 2; }",
      "const f = defineOnce(cache(function f(x) { globalThis.runs.f++; return x * Scaler.factor; }));",
    ),
    changed("Scaler.factor = 3;", /f -> Scaler\.factor changed from 2 to 3/),
    kept("Scaler.factor = 2;"),
  ]),
  row("a method that is put on a prototype recomputes", "f(10)", [
    first(
      "class Scaler { by(k) { return k * 2; } }",
      "const f = defineOnce(cache(function f(x) { globalThis.runs.f++; return new Scaler().by(x); }));",
    ),
    changed("Scaler.prototype.by = function by(k) { return k * 3; };", /f -> Scaler/),
  ]),
  row("a reassigned prototype changes what super means", "f(10)", [
    first(
      "class Base { by(k) { return k * 2; } }",
      "class Other { by(k) { return k * 3; } }",
      "class Scaler extends Base { by(k) { return super.by(k) + 1; } }",
      "const f = defineOnce(cache(function f(x) { globalThis.runs.f++; return new Scaler().by(x); }));",
    ),
    changed("Object.setPrototypeOf(Scaler.prototype, Other.prototype);", /f -> Scaler/),
    kept("Object.setPrototypeOf(Scaler.prototype, Base.prototype);"),
  ]),
  row("what a method reads counts", "f(10)", [
    first(
      "const K = 2;",
      "class Scaler { by(k) { return k * K; } }",
      "const f = defineOnce(cache(function f(x) { globalThis.runs.f++; return new Scaler().by(x); }));",
    ),
    changed("const K = 3;", /f -> Scaler.* -> K changed from 2 to 3/),
  ]),
  row("an instance of a class that runs again and means the same recomputes nothing", "f(10)", [
    first(
      "class Point { constructor(x) { this.x = x; } norm() { return Math.abs(this.x); } }",
      "const origin = new Point(-1);",
      "const f = defineOnce(cache(function f(x) { globalThis.runs.f++; return x * origin.norm(); }));",
    ),
    kept([
      "class Point { constructor(value) { this.x = value; } norm() { return Math.abs(this.x); } }",
      "const origin = new Point(-1);",
    ]),
    changed("origin.x = 5;", /f -> origin\.x changed from -1 to 5/),
  ]),
  row("an instance of a class that changed recomputes", "f(10)", [
    first(
      "class Point { constructor(x) { this.x = x; } norm() { return Math.abs(this.x); } }",
      "const origin = new Point(-3);",
      "const f = defineOnce(cache(function f(x) { globalThis.runs.f++; return x * origin.norm(); }));",
    ),
    changed(
      [
        "class Point { constructor(x) { this.x = x; } norm() { return this.x ** 2; } }",
        "const origin = new Point(-3);",
      ],
      /f -> origin/,
    ),
  ]),
  row(
    "a private field that a method of an instance changes recomputes",
    "f(10)",
    [
      first(
        "class Counter { #n = 1; bump() { this.#n++; } times(x) { return x * this.#n; } }",
        "const counter = new Counter();",
        "const f = defineOnce(cache(function f(x) { globalThis.runs.f++; return counter.times(x); }));",
      ),
      changed("counter.bump();", /f -> counter/),
    ],
    {
      exceptions: {
        deno: {
          why: "nobody can read private fields in Deno",
          outcomes: ["uncached", "uncached"],
          says: /f -> counter.*(deps|ignore|version)/,
        },
      },
    },
  ),
  row(
    "a cached method answers by the content of its receiver",
    "shape.area(2)",
    [
      first(
        "let K = 1;",
        "class Shape { constructor(w) { this.w = w; } area(h) { globalThis.runs.f++; return this.w * h * K; } }",
        "Shape.prototype.area = defineOnce(cache(Shape.prototype.area), { name: 'area of a shape' });\nconst shape = new Shape(3);",
      ),
      changed("shape.w = 4;", undefined),
      changed("K = 10;", /K changed from 1 to 10/),
      kept("shape.w = 4;"),
    ],
    {
      explained: "shape.area",
    },
  ),
];
