import type { StoredEntry } from "../../../src/store/store.ts";

export function entryOf(key: string): StoredEntry;
export function verdictOf(key: string, found: StoredEntry | undefined): "right" | "absent" | "WRONG";
