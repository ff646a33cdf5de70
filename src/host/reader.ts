// Reads the program that is running: what a closure's names stand for, what hides in objects, where functions come from.

import { type Code, codeOfText, factsOf, textOf } from "../fingerprint/code.ts";
import { isObject, propertyAt } from "../fingerprint/property-path.ts";
import type { Internal, Origin, Reader, Reading } from "../fingerprint/reader.ts";
import { inheritance } from "../fingerprint/store.ts";
import type { FreeName } from "../syntax/binding.ts";
import { isTslab } from "./caller.ts";
import { forwardingOf } from "./forwarding.ts";
import { globalReading, globalTest } from "./global-scope.ts";
import { asked, type Handle, held, list, type Portrait } from "./inspector.ts";
import { originOfScript } from "./origin.ts";
import { isPackageExport } from "./package-exports.ts";
import { runtimeModuleOf } from "./runtime-exports.ts";
import { type ClosureScope, surroundings } from "./scopes.ts";
import { wellKnownName } from "./well-known.ts";

/** What this host reads; our own wrappers are the session's to know. */
export type HostReader = Omit<Reader, "unwrapped">;

export const hostReader: HostReader = {
  readings,
  home: (fn) => placeOf(fn).module,
  isOfModule,
  globalTest,
  internals,
  origin,
  code,
  wellKnownName,
  isOpen,
  forwarded,
  namedKeys,
};

/** Where the variables of a closure are: this never changes. */
interface Place {
  readonly script: string | undefined;
  /** The script, if it is a module and the closure sees no other scope: a module has its variables once. */
  readonly module: string | undefined;
  /** The position among the scopes, by name, of what is not global; undefined where scopes cannot be read. */
  readonly scopeOf: ReadonlyMap<string, number> | undefined;
  /** The innermost scope that is sure to be a whole module's, by its position. */
  readonly moduleScope: number | undefined;
  /** Whether the function is of another realm, whose globals are others. */
  readonly isForeign: boolean;
}

const places = new WeakMap<object, Place>();

function placeOf(fn: object, now = surroundings(fn)): Place {
  const known = places.get(fn);
  if (known !== undefined) return known;
  const scopeOf = new Map<string, number>();
  for (const [index, { kind, variables }] of (now?.scopes ?? []).entries()) {
    for (const name of Object.getOwnPropertyNames(variables)) {
      // What a script declares can be asked for by its name, which is faster.
      if (kind !== "script" && !scopeOf.has(name)) scopeOf.set(name, index);
    }
  }
  const local = (now?.scopes ?? []).filter(({ kind }) => kind !== "script");
  const module = local.length === 1 && local[0]?.kind === "module" ? now?.script : undefined;
  const moduleScope = positionOfModule(now?.scopes ?? []);
  const isForeign = !inheritance(fn).includes(Function.prototype);
  const place: Place = { script: now?.script, module, scopeOf: now && scopeOf, moduleScope, isForeign };
  places.set(fn, place);
  return place;
}

/**
 * The innermost scope that is sure to be a module's. CommonJS wraps a module in a function without a name, which alone may as
 * well be a function that ran; bundles name theirs after the file.
 */
function positionOfModule(scopes: readonly ClosureScope[]): number | undefined {
  const module = scopes.findIndex(({ kind, name }) => kind === "module" || FILE.test(name));
  if (module !== -1) return module;
  const closures = scopes.flatMap(({ kind }, index) => (kind === "closure" ? [index] : []));
  const outermost = closures.at(-1);
  return closures.length > 1 && outermost !== undefined && scopes[outermost]?.name === ""
    ? outermost
    : undefined;
}

const FILE = /\.[cm]?[jt]sx?$/;

function isOfModule(fn: object, name: FreeName): boolean {
  const { scopeOf, moduleScope } = placeOf(fn);
  const index = scopeOf?.get(variableOf(name));
  if (index === undefined) return false;
  if (moduleScope !== undefined && index >= moduleScope) return true;
  // The runtime's own modules have a scope each; what they export was made when they were loaded.
  const found = origin(fn);
  const isExported = found.kind === "runtime" ? runtimeModuleOf(fn) !== undefined : isPackageExport(fn);
  return (
    isExported || (found.kind === "runtime" && scopeOf !== undefined && new Set(scopeOf.values()).size === 1)
  );
}

function readings(fn: object, names: readonly FreeName[]): readonly Reading[] {
  if (names.length === 0) return [];
  const known = places.get(fn);
  const isScoped = names.some((name) => known?.scopeOf?.has(variableOf(name)) ?? known === undefined);
  const now = isScoped ? surroundings(fn) : undefined;
  const { scopeOf, isForeign } = known ?? placeOf(fn, now);
  return names.map((name): Reading => {
    const index = scopeOf?.get(variableOf(name));
    const scope = index === undefined ? undefined : now?.scopes[index];
    if (scope !== undefined) return member(scopeReading(scope, variableOf(name)), name);
    if (index !== undefined || isForeign) return { kind: "unread" };
    return globalOrCell(name, scopeOf !== undefined);
  });
}

/** The variable through which a name is reached. */
function variableOf({ name, origin }: FreeName): string {
  return origin === "" || origin === "exports" ? name : origin;
}

function scopeReading({ variables }: ClosureScope, name: string): Reading {
  try {
    return { kind: "value", value: Reflect.get(variables, name), isGlobal: false };
  } catch {
    // Since Node 22, a variable in its dead zone throws when it is read.
    return { kind: "dead" };
  }
}

/** What the host wrote as a member of a module object is that member. */
function member(reading: Reading, { name, origin }: FreeName): Reading {
  if (origin === "" || origin === "exports" || reading.kind !== "value") return reading;
  return propertyReading(reading.value, name);
}

function propertyReading(owner: unknown, name: string): Reading {
  const { kind, value, get } = propertyAt(owner, [name], { isOpen, forwarded });
  switch (kind) {
    case "value":
      return { kind: "value", value, isGlobal: false };
    case "accessor":
      return { kind: "accessor", get };
    case "dead":
    case "absent":
      return { kind };
    case "stop":
      return { kind: "unread" };
  }
}

/** @param isSure whether V8 says that no inner scope binds the name */
function globalOrCell(name: FreeName, isSure: boolean): Reading {
  if (name.origin === "exports") return cellReading(name.name);
  if (name.origin !== "") return { kind: "unread" };
  const reading = globalReading(name.name);
  // Without scopes, a name that nothing global bears may be a variable of a function or a module.
  return reading.kind === "absent" && !isSure ? { kind: "unread" } : reading;
}

/** What a cell of tslab exports for the others. */
function cellReading(name: string): Reading {
  if (!isTslab()) return { kind: "unread" };
  const exported = propertyAt(globalThis, ["__tslab__", "exports"]).value;
  // A proxy of tslab's own, without a trap for this question.
  const property = isObject(exported) ? Object.getOwnPropertyDescriptor(exported, name) : undefined;
  if (property === undefined) return { kind: "absent" };
  if ("value" in property) return { kind: "value", value: property.value, isGlobal: false };
  const through = property.get && forwarded(property.get);
  return through === undefined
    ? { kind: "accessor", get: property.get }
    : { kind: "value", value: through.value, isGlobal: false };
}

function internals(value: object): readonly Internal[] | undefined {
  return asked(value, (portrait) => [
    ...portrait.fields.map(({ name, value: field }) => ({ name, value: held(field) })),
    ...[...INTERNAL].flatMap((name) => internal(portrait, name)),
    ...entries(portrait.internal.get("[[Entries]]")),
  ]);
}

// What tells all of a proxy or of a bound function.
const INTERNAL = [
  "[[Target]]",
  "[[Handler]]",
  "[[TargetFunction]]",
  "[[BoundThis]]",
  "[[BoundArgs]]",
] as const;

function internal({ internal: found }: Portrait, name: string): readonly Internal[] {
  const handle = found.get(name);
  return handle === undefined ? [] : [{ name, value: held(handle) }];
}

function entries(handle: Handle | undefined): readonly Internal[] {
  if (handle === undefined) return [];
  return list(held(handle)).flatMap((entry, index) =>
    ["key", "value"].flatMap((part) =>
      part in entry ? [{ name: `[${index}].${part}`, value: entry[part] }] : [],
    ),
  );
}

const origins = new WeakMap<object, Origin>();

/** Said once for each function: what V8 could not tell at first must not count otherwise later. */
function origin(fn: object): Origin {
  const known = origins.get(fn);
  if (known !== undefined) return known;
  const found = originOfScript(placeOf(fn).script);
  const module = found.kind === "unknown" ? runtimeModuleOf(fn) : undefined;
  const said: Origin = module === undefined ? found : { kind: "runtime", name: module };
  origins.set(fn, said);
  return said;
}

const codes = new WeakMap<object, Code>();

/** The code of a function, analysed once. */
function code(fn: object): Code {
  const known = codes.get(fn);
  if (known !== undefined) return known;
  const text = textOf(fn);
  const made = codeOfText(text, factsOf(fn, text, isTslab() ? "tslab" : "plain"));
  codes.set(fn, made);
  return made;
}

/** What a getter gives that forwards to a variable. */
function forwarded(get: object): { readonly value: unknown } | undefined {
  const forwarding = forwardingOf(get);
  if (forwarding === undefined) return undefined;
  const { variable, property, key } = forwarding;
  const names = key === undefined ? [variable] : [variable, key];
  const [owner, name] = readings(
    get,
    names.map((each) => ({ name: each, origin: "" })),
  );
  if (owner?.kind !== "value") return undefined;
  if (key !== undefined && name?.kind !== "value") return undefined;
  const step = property ?? (name?.kind === "value" ? String(name.value) : undefined);
  if (step === undefined) return { value: owner.value };
  const found = propertyAt(owner.value, [step], { isOpen, forwarded });
  return found.kind === "value" ? { value: found.value } : undefined;
}

/** Deno's `process.env` is a proxy, but the runtime's own. */
function isOpen(value: object): boolean {
  return value === propertyAt(globalThis.process, ["env"]).value;
}

const INDEX = /^(?:0|[1-9]\d*)$/;

function namedKeys(value: object): readonly string[] {
  return (
    asked(value, ({ names }) => names()) ??
    Object.getOwnPropertyNames(value).filter((key) => !INDEX.test(key))
  );
}
