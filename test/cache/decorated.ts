// A program with decorators, for compilers to lower: it prints what its classes gave as one line of JSON.

import { cache } from "../../src/index.ts";

let runs = 0;
let total = 0;

const UNIT = Symbol("unit");
const named = "computed";

class Shelf {
  static factor = 2;
  items: number[];

  constructor(...items: number[]) {
    this.items = items;
  }

  @cache load(n: number): { readonly sum: number } {
    runs++;
    return { sum: this.items.reduce((a, b) => a + b, n) };
  }

  @cache get total(): { readonly total: number } {
    total++;
    return { total: this.items.length };
  }

  @cache static scaled(n: number): number {
    runs++;
    return n * Shelf.factor;
  }

  @cache static get twice(): number {
    runs++;
    return Shelf.factor * 2;
  }

  @cache [UNIT](n: number): number {
    runs++;
    return n;
  }

  @cache [named](n: number): number {
    runs++;
    return n + 1;
  }

  @cache async later(n: number): Promise<number> {
    runs++;
    await null;
    return n + this.items.length;
  }

  @cache *each(): Generator<number> {
    runs++;
    yield* this.items;
  }
}

class Vault {
  static factor = 5;
  readonly size: number;

  constructor(size: number) {
    this.size = size;
  }

  @cache #secret(n: number): number {
    runs++;
    return n + this.size;
  }
  secret(n: number): number {
    return this.#secret(n);
  }

  @cache get #hidden(): number {
    runs++;
    return this.size * 100;
  }
  hidden(): number {
    return this.#hidden;
  }

  @cache static #own(n: number): number {
    runs++;
    return n + Vault.factor;
  }
  static own(n: number): number {
    return Vault.#own(n);
  }
}

class Box extends Shelf {
  @cache override load(n: number): { readonly sum: number } {
    runs++;
    return { sum: super.load(n).sum * 1000 };
  }
}

/** How often the classes' own code ran in the course of something. */
function ran(what: () => unknown): number {
  const before = runs;
  what();
  return runs - before;
}

/** Whether two calls give one object. */
function gives(one: unknown, other: unknown): boolean {
  return one === other;
}

/** What the counters of a cached function say. */
function hits(of: unknown): unknown {
  const info: unknown = Reflect.get(Object(of), "info");
  return typeof info === "function" ? Reflect.get(Object(info.call(of)), "hits") : undefined;
}

const outcome: Record<string, unknown> = {};
const shelf = new Shelf(1, 2);
const other = new Shelf(1, 2);

outcome.method = [shelf.load(1).sum, gives(shelf.load(1), shelf.load(1))];
outcome.instances = [ran(() => other.load(1)), gives(other.load(1), other.load(1))];
outcome.counters = hits(Shelf.prototype.load);
outcome.name = [Shelf.prototype.load.name, Shelf.prototype.load.length];
shelf.items.push(10);
outcome.changed = [shelf.load(1).sum, ran(() => shelf.load(1))];
outcome.getter = [shelf.total.total, gives(shelf.total, shelf.total), other.total.total, total];
shelf.items.push(20);
outcome.getterChanged = [shelf.total.total, total];
outcome.getterCounters = hits(Object.getOwnPropertyDescriptor(Shelf.prototype, "total")?.get) !== undefined;
outcome.static = [ran(() => [Shelf.scaled(2), Shelf.scaled(2)]), Shelf.scaled(2)];
outcome.staticGetter = [ran(() => [Shelf.twice, Shelf.twice]), Shelf.twice];
Shelf.factor = 5;
outcome.staticChanged = [Shelf.scaled(2), Shelf.twice];
const [vault, otherVault] = [new Vault(4), new Vault(2)];
outcome.private = [vault.secret(1), vault.secret(1), otherVault.secret(1)];
outcome.privateRuns = ran(() => [vault.secret(2), vault.secret(2)]);
outcome.privateGetter = [vault.hidden(), vault.hidden(), otherVault.hidden()];
outcome.privateGetterRuns = ran(() => [vault.hidden(), otherVault.hidden()]);
outcome.privateStatic = [Vault.own(1), Vault.own(1)];
outcome.privateStaticRuns = ran(() => [Vault.own(2), Vault.own(2)]);
outcome.symbol = [ran(() => [shelf[UNIT](1), shelf[UNIT](1)]), shelf[UNIT](1)];
outcome.computed = [ran(() => [shelf.computed(1), shelf.computed(1)]), shelf.computed(1)];
const box = new Box(1);
outcome.inherited = [box.load(1).sum, box.load(1).sum, box.computed(1), new Box(2).load(1).sum];
const before = runs;
outcome.async = [await Promise.all([shelf.later(1), shelf.later(1)]), runs - before];
outcome.generator = [ran(() => [...shelf.each(), ...shelf.each()]), [...shelf.each()], [...other.each()]];

console.log(JSON.stringify(outcome));
