// Random arguments: values of every type, with getters that throw, callbacks that log what they are given, and proxies
// that log what is asked of them. Two inputs from one seed are equal and share nothing.

import { portrait, proxied } from "./portrait.ts";
import { Random } from "./random.ts";
import { KEYS, MOMENTS, NUMBERS, NUMERALS, TEXTS, YAML } from "./samples.ts";

/** What a package likes to be called with. */
export type Flavour = "any" | "numbers" | "numerals" | "dates" | "text" | "yaml";

/** The arguments of one call, and what was seen of their use. */
export interface Input {
  readonly args: readonly unknown[];
  readonly log: readonly string[];
}

/** Makes inputs from one seed. `made` are values that earlier calls gave. */
export class Values {
  readonly #random: Random;
  readonly #flavour: Flavour;
  readonly #made: readonly unknown[];
  readonly #log: string[] = [];
  #fuel = 200;

  constructor(seed: string, flavours: readonly Flavour[], made: readonly unknown[]) {
    this.#random = new Random(seed);
    this.#flavour = this.#random.pick(flavours, "any");
    this.#made = made;
  }

  /** Arguments for a function with some parameters. */
  input(parameters: number): Input {
    const random = this.#random;
    const count = random.below(4) > 0 ? Math.max(1, parameters) : random.below(5);
    return { args: Array.from({ length: count }, () => this.#argument()), log: this.#log };
  }

  #argument(): unknown {
    const random = this.#random;
    if (this.#made.length > 0 && random.below(4) === 0) return this.#made[random.below(this.#made.length)];
    if (random.below(8) === 0) return this.#any(0);
    switch (this.#flavour) {
      case "numbers":
        return this.#numbers();
      case "numerals":
        return random.below(3) > 0 ? random.pick<unknown>(NUMERALS, "1") : this.#number();
      case "dates":
        return this.#date();
      case "text":
        return random.below(3) > 0 ? random.pick(TEXTS, "a") : this.#any(1);
      case "yaml":
        return random.below(4) > 0 ? this.#yaml() : this.#any(0);
      default:
        return this.#any(0);
    }
  }

  #number(): number {
    const random = this.#random;
    return random.below(3) > 0 ? random.pick(NUMBERS, 1) : Math.round(random.next() * 400 - 100) / 4;
  }

  #numbers(): unknown {
    const random = this.#random;
    const list = (): number[] => random.many(8, () => this.#number());
    switch (random.below(6)) {
      case 0:
        return this.#number();
      case 1:
        return random.below(12);
      case 2:
        return random.many(5, () => [this.#number(), this.#number()]);
      case 3:
        return random.many(5, () => random.below(6));
      default:
        return list();
    }
  }

  #date(): unknown {
    const random = this.#random;
    switch (random.below(7)) {
      case 0:
        return random.below(60) - 20;
      case 1:
        return random.pick(TEXTS, "");
      case 2:
        return { start: this.#moment(), end: this.#moment() };
      case 3:
        return Object.fromEntries(random.many(4, () => [random.pick(KEYS, "a"), random.below(9)]));
      default:
        return this.#moment();
    }
  }

  #moment(): unknown {
    const random = this.#random;
    const moment = random.pick(MOMENTS, "x");
    const shifted = Date.parse(moment) + random.below(90) * 3_600_000;
    return random.below(4) > 0 ? new Date(shifted) : random.pick<unknown>([moment, shifted], moment);
  }

  #yaml(): string {
    const random = this.#random;
    const text = random.pick(YAML, "");
    const at = random.below(text.length);
    const cut = random.pick(["", "", ":", "- ", "\n", "#", "*", '"', "  "], "");
    return random.below(2) > 0 ? text : text.slice(0, at) + cut + text.slice(at + random.below(2));
  }

  #any(depth: number): unknown {
    const random = this.#random;
    const inner = (): unknown => (depth > 2 ? this.#number() : this.#any(depth + 1));
    switch (random.below(22)) {
      case 0:
      case 1:
        return this.#number();
      case 2:
      case 3:
        return random.pick(TEXTS, "");
      case 4:
        return random.pick<unknown>([true, false, null, undefined, 3n, Symbol.iterator], null);
      case 5:
      case 6:
        return random.many(5, inner);
      case 7:
        return random.many(6, () => this.#number());
      case 8:
      case 9:
      case 10:
        return this.#object(inner);
      case 11:
        return random.many(4, () => this.#object(inner));
      case 12:
      case 13:
      case 14:
        return this.#callback();
      case 15:
        return this.#withGetter(inner());
      case 16:
        return new Map(random.many(3, () => [random.pick(KEYS, "a"), inner()]));
      case 17:
        return new Set(random.many(4, inner));
      case 18:
        return random.pick<() => unknown>(
          [
            () => /a+/gi,
            () => new Date(0),
            () => new Error("e"),
            () => new Uint8Array([1, 2, 3]),
            () => Object.create(null),
          ],
          () => 0,
        )();
      case 19:
        return Object.assign(Object.create({ inherited: inner() }), { own: inner() });
      case 20:
        return this.#coercible();
      default:
        return this.#proxy(inner());
    }
  }

  #object(inner: () => unknown): Record<string, unknown> {
    return Object.fromEntries(this.#random.many(4, () => [this.#random.pick(KEYS, "a"), inner()]));
  }

  #tick(line: string): void {
    this.#log.push(line);
    if (this.#fuel-- < 0) throw new RangeError("the callback was called too often");
  }

  #callback(): unknown {
    const random = this.#random;
    const behaviour = random.below(6);
    const constant = this.#number();
    const answer = (args: readonly unknown[], self: unknown): unknown => {
      this.#tick(`called ${portrait(self)} with ${portrait(args)}`);
      switch (behaviour) {
        case 0:
          return constant;
        case 1:
          return args.length > 1 ? Number(args[0]) + Number(args[1]) : args[0];
        case 2:
          return Number(args[0]) % 2 === 0;
        case 3:
          if (this.#fuel % 3 === 0) throw new Error("callback");
          return args[1];
        case 4:
          return String(args[0]);
        default:
          return args[0];
      }
    };
    return random.below(2) > 0
      ? (...args: unknown[]) => answer(args, undefined)
      : function (this: unknown, ...args: unknown[]) {
          return answer(args, this === globalThis ? undefined : this);
        };
  }

  #withGetter(value: unknown): object {
    const throws = this.#random.below(3) === 0;
    const log = (line: string): void => this.#tick(line);
    return {
      a: 1,
      get b() {
        log("get b");
        if (throws) throw new TypeError("getter");
        return value;
      },
      set b(next: unknown) {
        log(`set b ${portrait(next)}`);
      },
      length: 2,
      0: value,
    };
  }

  #coercible(): object {
    const number = this.#number();
    const log = (line: string): void => this.#tick(line);
    return {
      valueOf() {
        log("valueOf");
        return number;
      },
      toString() {
        log("toString");
        return `t${number}`;
      },
    };
  }

  #proxy(value: unknown): object {
    const target = typeof value === "object" && value !== null ? value : { a: value };
    const log = (line: string): void => this.#tick(line);
    const proxy = new Proxy(target, {
      get: (object, key) => {
        log(`get ${String(key)}`);
        const got: unknown = Reflect.get(object, key);
        return typeof got === "function" ? got.bind(object) : got;
      },
      has: (object, key) => {
        log(`has ${String(key)}`);
        return Reflect.has(object, key);
      },
      ownKeys: (object) => {
        log("ownKeys");
        return Reflect.ownKeys(object);
      },
    });
    proxied.set(proxy, target);
    return proxy;
  }
}
