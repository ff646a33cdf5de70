// A store in memory: the shortest one that keeps the whole contract, to read before writing another.

import type { Milliseconds } from "../units.ts";
import type { Lease, Store, StoredEntry } from "./store.ts";

/** A store that lasts as long as the process, or as it is referred to. */
export function memoryStore(now: () => Milliseconds = Date.now): Store {
  const entries = new Map<string, StoredEntry>();
  const leases = new Map<string, { readonly token: symbol; readonly until: Milliseconds }>();
  return {
    isSync: true,
    get: (key) => entries.get(key),
    set: (key, entry) => {
      // The caller may write on in the same memory.
      entries.set(key, { ...entry, bytes: entry.bytes.slice() });
    },
    delete: (key) => entries.delete(key),
    clear: (group) => {
      for (const [key, entry] of entries)
        if (group === undefined || entry.group === group) entries.delete(key);
    },
    lease: (key, duration): Lease | undefined => {
      if ((leases.get(key)?.until ?? -Infinity) > now()) return undefined;
      const token = Symbol(key);
      const isMine = () => leases.get(key)?.token === token;
      const extend = () => leases.set(key, { token, until: now() + duration });
      extend();
      return {
        renew: () => isMine() && extend() !== undefined,
        release: () => {
          if (isMine()) leases.delete(key);
        },
      };
    },
    close: () => undefined,
  };
}
