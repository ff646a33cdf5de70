// Leases in the database: each operation is one statement, so two processes never both succeed.

import { randomBytes } from "node:crypto";
import type { Milliseconds } from "../units.ts";
import type { Connection } from "./connection.ts";
import type { Lease } from "./store.ts";
import { storedText } from "./stored-text.ts";

/** What a holder's token is: nobody else has the same. */
export type LeaseToken = string;

/** Takes a lease that is free or has ended; undefined while someone else has it. */
export function takeLease(
  connection: Connection,
  key: string,
  duration: Milliseconds,
  now: Milliseconds,
): LeaseToken | undefined {
  const token = randomBytes(16).toString("hex");
  const taken = connection.statement(TAKE).run(storedText(key), token, now + duration, now);
  return taken > 0 ? token : undefined;
}

const TAKE = `INSERT INTO leases (key, token, until) VALUES (?, ?, ?)
  ON CONFLICT (key) DO UPDATE SET token = excluded.token, until = excluded.until WHERE until <= ?`;

/** Lets a lease end later. False if someone else has it by now. */
export function extendLease(
  connection: Connection,
  key: string,
  token: LeaseToken,
  until: Milliseconds,
): boolean {
  const extend = connection.statement("UPDATE leases SET until = ? WHERE key = ? AND token = ?");
  return extend.run(until, storedText(key), token) > 0;
}

/** Gives a lease back, unless someone else has it by now. */
export function dropLease(connection: Connection, key: string, token: LeaseToken): void {
  connection.statement("DELETE FROM leases WHERE key = ? AND token = ?").run(storedText(key), token);
}

/**
 * A lease that keeps nobody out, where none can be kept: each process computes for itself then, which is slower but never
 * wrong, while to refuse it would let them all wait for each other.
 */
export const SOLITARY_LEASE: Lease = { renew: () => true, release: () => undefined };
