// Where a path of properties leads, without running a getter or a trap.

import { types } from "node:util";

/** What a path led to. */
export interface Outcome {
  /**
   * `value`: to a value. `absent`: to no property. `accessor`: to a getter, of `value`. `stop`: no further than `value`,
   * which is no object that may be asked (a primitive, a proxy). `dead`: to an export that is not yet initialized.
   */
  readonly kind: "value" | "absent" | "accessor" | "stop" | "dead";
  readonly value: unknown;
  readonly get: unknown;
}

/** What a host knows of properties. */
export interface Properties {
  /** Whether a proxy may be asked for its properties, since its traps are the runtime's own. */
  isOpen(proxy: object): boolean;
  /** What a getter gives that does nothing but read a variable, as hosts write them for exports; undefined for others. */
  forwarded(get: object): { readonly value: unknown } | undefined;
}

const NOTHING_KNOWN: Properties = { isOpen: () => false, forwarded: () => undefined };

/** Where a path leads from a value. An accessor or a stop on the way ends it. */
export function propertyAt(
  base: unknown,
  path: readonly string[],
  { isOpen, forwarded }: Properties = NOTHING_KNOWN,
): Outcome {
  let value = base;
  for (const key of path) {
    if (!isObject(value)) return { kind: "stop", value, get: undefined };
    if (types.isProxy(value)) {
      const opened = isOpen(value) ? openProperty(value, key) : undefined;
      if (opened === undefined) return { kind: "stop", value, get: undefined };
      value = opened.value;
      continue;
    }
    const next = property(value, key);
    const through = next.kind === "accessor" && isObject(next.get) ? forwarded(next.get) : undefined;
    if (next.kind !== "value" && through === undefined) return next;
    value = through === undefined ? next.value : through.value;
  }
  return { kind: "value", value, get: undefined };
}

/** A property of a runtime's own proxy; undefined if it is refused, as Deno does without the permission. */
function openProperty(proxy: object, key: string): { readonly value: unknown } | undefined {
  try {
    return { value: Reflect.get(proxy, key) };
  } catch {
    return undefined;
  }
}

function property(owner: object, key: string): Outcome {
  for (let at: object | null = owner; at !== null; at = Object.getPrototypeOf(at)) {
    if (types.isProxy(at)) return { kind: "stop", value: owner, get: undefined };
    const found = ownProperty(at, key);
    if (found === "dead") return { kind: "dead", value: owner, get: undefined };
    if (found === undefined) continue;
    if ("value" in found) return { kind: "value", value: found.value, get: undefined };
    return { kind: "accessor", value: owner, get: found.get };
  }
  return { kind: "absent", value: owner, get: undefined };
}

/** An own property as it is described; `"dead"` for an export that is not yet initialized. */
export function ownProperty(owner: object, key: PropertyKey): PropertyDescriptor | "dead" | undefined {
  try {
    return Object.getOwnPropertyDescriptor(owner, key);
  } catch (error) {
    // Module namespaces throw for names in their dead zone (ECMA-262, 10.4.6.5); nothing else comes here.
    if (error instanceof ReferenceError) return "dead";
    throw error;
  }
}

/** Whether a value is an object or a function. */
export function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
