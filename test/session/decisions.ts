// A session with a clock and a host of its own: definitions go in, decisions come out, and nothing global is touched.

import { hostReader } from "../../src/host/reader.ts";
import { type Candidate, type Decision, define } from "../../src/session/define.ts";
import type { SessionEvent } from "../../src/session/event.ts";
import type { Host } from "../../src/session/host.ts";
import { type Registry, registry } from "../../src/session/registry.ts";

export interface Session {
  readonly registry: Registry;
  readonly host: Host;
  /** What the session said between definitions. */
  readonly notices: readonly SessionEvent[];
  /** The decision about the next evaluation of a function of the name `f`. */
  decide(target: Candidate["target"], options?: Partial<Candidate>): Decision;
}

/** A session whose cells are told apart by a number, one for each decision unless `cell` says otherwise. */
export function newSession(host: Partial<Host> = {}): Session {
  const own = registry(
    () => ({
      enabled: true,
      equality: "normal",
      generations: 8,
      notices: false,
      store: "memory",
      codecs: [],
    }),
    {},
  );
  let time = 0;
  let cell = 0;
  const notices: SessionEvent[] = [];
  const full: Host = {
    dialect: "plain",
    reader: hostReader,
    ownNames: ({ names }) => names.map(({ name }) => name),
    cell: () => ++cell,
    say: () => {},
    progress: () => () => {},
    announceRun: () => {},
    store: () => undefined,
    environment: () => [],
    packageVersions: () => [],
    fileContents: () => [],
    date: () => 1000 + time++,
    now: () => time++,
    notice: (event) => notices.push(event),
    ...host,
  };
  return {
    registry: own,
    host: full,
    notices,
    decide: (target, options = {}) =>
      define(
        own,
        {
          name: "f",
          scope: "test",
          target,
          equality: "normal",
          generations: 8,
          options: {},
          deps: undefined,
          ignore: [],
          decorate: undefined,
          decorator: undefined,
          request: undefined,
          module: undefined,
          isInFunction: false,
          ...options,
        },
        full,
      ),
  };
}
