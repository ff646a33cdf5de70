// What the library takes from its surroundings, for the session to decide with.

import type { SessionEvent } from "../session/event.ts";
import type { Host } from "../session/host.ts";
import { isTslab } from "./caller.ts";
import { environment } from "./environment.ts";
import { fileContents } from "./files.ts";
import { ownNames } from "./names.ts";
import { say } from "./notices.ts";
import { packageVersions } from "./package-versions.ts";
import { announceRun, progress } from "./progress.ts";
import { hostReader } from "./reader.ts";
import { chosenStore } from "./stores.ts";
import { environmentVariable } from "./variables.ts";

/**
 * The host as it is now: a library can be loaded before its kernel is up.
 *
 * @param notice says what a call found
 */
export function currentHost(notice: (event: SessionEvent) => void = () => {}): Host {
  return {
    dialect: isTslab() ? "tslab" : "plain",
    reader: hostReader,
    notice,
    ownNames,
    cell,
    say,
    progress,
    announceRun,
    store: chosenStore,
    environment,
    packageVersions,
    fileContents,
    date: () => Date.now(),
    now: () => performance.now(),
  };
}

/** tslab gives each cell a writer of its own, ijavascript an object `$$`; elsewhere a turn of the event loop will do. */
function cell(): unknown {
  return isTslab() ? globalThis.process?.stdout.write : Reflect.get(globalThis, "$$");
}

/** Whether the environment switches the library off: `DEFINE_ONCE=off`. */
export function isSwitchedOff(): boolean {
  return environmentVariable("DEFINE_ONCE") === "off";
}
