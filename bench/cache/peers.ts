// The peers, each set up as its README tells for the arguments of a row. Those that tell arguments apart by identity are
// given JSON as the key of structures; those that compare get deep equality. All may keep as many results as the row has.

import { existsSync } from "node:fs";
import { counted } from "./counted.ts";
import { packageVersion } from "./ours.ts";
import type { Call, Keying, Setup, Subject } from "./subject.ts";

/** The decorator of a package: takes a function and options. */
type Decorate = (...args: readonly unknown[]) => unknown;

interface Peer {
  readonly package: string;
  /** The name of the export. */
  readonly export: string;
  readonly keying: Keying;
  /** What the package makes of a function; `deepEqual` is fast-equals', for those that take a comparison. */
  readonly decorated: (decorate: Decorate, fn: Call, setup: Setup, deepEqual: Decorate) => unknown;
}

const json = (value: unknown): string => JSON.stringify(value);
const jsonOfAll = (...args: readonly unknown[]): string => JSON.stringify(args);

/** The text of all arguments: of the only one, where there is one. */
const jsonKey = ({ arity, isVariadic }: Setup): Decorate => (arity === 1 && !isVariadic ? json : jsonOfAll);

const PEERS: readonly Peer[] = [
  {
    package: "lodash.memoize",
    export: "default",
    keying: "text",
    decorated: (memoize, fn, setup) => (setup.shape === "one" ? memoize(fn) : memoize(fn, jsonKey(setup))),
  },
  {
    package: "memoize",
    export: "default",
    keying: "text",
    decorated: (memoize, fn, { shape }) =>
      shape === "one" ? memoize(fn) : memoize(fn, { cacheKey: JSON.stringify }),
  },
  {
    package: "micro-memoize",
    export: "memoize",
    keying: "comparison",
    decorated: (memoize, fn, { shape, entries }) =>
      memoize(fn, { maxSize: entries, ...(shape === "structure" ? { isKeyItemEqual: "deep" } : {}) }),
  },
  {
    package: "moize",
    export: "default",
    keying: "comparison",
    decorated: (moize, fn, { shape }) => moize(fn, { maxSize: Infinity, isDeepEqual: shape === "structure" }),
  },
  {
    package: "memoizee",
    export: "default",
    keying: "text",
    decorated: (memoize, fn, setup) => {
      const length = setup.isVariadic ? false : setup.arity;
      if (setup.shape !== "structure") return memoize(fn, { length, primitive: true });
      const normalizer = (args: ArrayLike<unknown>): string =>
        length === 1 ? JSON.stringify(args[0]) : JSON.stringify(args);
      return memoize(fn, { length, normalizer });
    },
  },
  {
    package: "fast-memoize",
    export: "default",
    keying: "text",
    decorated: (memoize, fn, { isVariadic }) =>
      isVariadic ? memoize(fn, { strategy: strategyOf(memoize, "variadic") }) : memoize(fn),
  },
  {
    package: "nano-memoize",
    export: "nanomemoize",
    keying: "comparison",
    // Not `serializer`: it would hand the text to the function in place of the argument.
    decorated: (memoize, fn, { shape, isVariadic }, deepEqual) =>
      memoize(fn, shape === "structure" ? { equals: deepEqual } : { vargs: isVariadic }),
  },
  {
    package: "lru-cache",
    export: "LRUCache",
    keying: "text",
    decorated: (LRUCache, fn, setup) => lruByHand(LRUCache, fn, setup),
  },
];

/** A store with what people use of lru-cache. */
interface Store {
  get(key: unknown): unknown;
  set(key: unknown, value: unknown): unknown;
}

function isStore(value: unknown): value is Store {
  return typeof value === "object" && value !== null && "get" in value && "set" in value;
}

function lruByHand(LRUCache: Decorate, fn: Call, setup: Setup): Call {
  const store: unknown = Reflect.construct(LRUCache, [{ max: setup.entries }]);
  if (!isStore(store)) throw new TypeError("lru-cache is not what it was");
  const computed = (key: unknown, args: readonly unknown[]): unknown => {
    const value = fn(...args);
    store.set(key, value);
    return value;
  };
  if (setup.shape === "one") return (arg) => store.get(arg) ?? computed(arg, [arg]);
  if (setup.arity === 1 && !setup.isVariadic) {
    return (arg) => {
      const key = JSON.stringify(arg);
      return store.get(key) ?? computed(key, [arg]);
    };
  }
  return (...args) => {
    const key = JSON.stringify(args);
    return store.get(key) ?? computed(key, args);
  };
}

function strategyOf(memoize: Decorate, name: string): unknown {
  return "strategies" in memoize ? Reflect.get(Object(memoize.strategies), name) : undefined;
}

/** All peers, loaded. @throws {Error} where they are not installed */
export async function loadedPeers(): Promise<readonly Subject[]> {
  if (!existsSync(new URL("node_modules", import.meta.url)))
    throw new Error("The peers are not installed; run: npm ci --prefix bench/cache");
  const deepEqual = await imported("fast-equals", "deepEqual");
  return Promise.all(PEERS.map((peer) => loaded(peer, deepEqual)));
}

async function loaded(peer: Peer, deepEqual: Decorate): Promise<Subject> {
  const decorate = await imported(peer.package, peer.export);
  return {
    name: peer.package,
    version: packageVersion(new URL(`node_modules/${peer.package}/package.json`, import.meta.url)),
    isOurs: false,
    keying: peer.keying,
    remember: (fn, setup) =>
      counted(fn, setup, (counting) => {
        const call = peer.decorated(decorate, counting, setup, deepEqual);
        if (typeof call !== "function") throw new TypeError(`${peer.package} gives no function`);
        return call as Call;
      }),
  };
}

/**
 * An export, which CommonJS may have wrapped in a `default` or two.
 *
 * @param specifier not a literal at the call of `import`, since the types of this repository do not depend on the peers
 */
async function imported(specifier: string, name: string): Promise<Decorate> {
  const module: unknown = await import(specifier);
  for (let at = module; at !== undefined && at !== null; at = Reflect.get(Object(at), "default")) {
    const found: unknown = Reflect.get(Object(at), name);
    if (typeof found === "function") return found as Decorate;
    if (typeof at === "function") return at as Decorate;
  }
  throw new TypeError(`${specifier} exports no ${name}`);
}
