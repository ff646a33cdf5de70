// The session of this process, with its defaults.

import { isSwitchedOff } from "./host/host.ts";
import { printNotice } from "./host/notices.ts";
import { noticeLine } from "./report/notice.ts";
import type { SessionEvent } from "./session/event.ts";
import { type Registry, registry } from "./session/registry.ts";

// Functions of our own that this process's registry does not know yet.
const unknown = new Map<object, string>();

/** Makes a function of the API known by name, so that code that uses it does not depend on how it is made. */
export function api(name: string, fn: object): void {
  unknown.set(fn, name);
}

/** The registry that all copies of the library in this process share. */
export function session(): Registry {
  const found = registry(() => ({
    enabled: !isSwitchedOff(),
    equality: "normal",
    generations: 8,
    notices: true,
    store: "memory",
    codecs: [],
  }));
  for (const [fn, name] of unknown) found.handles.set(fn, { kind: "api", name });
  unknown.clear();
  return found;
}

/** Prints what is worth a line, unless the user wants none. */
export function eventNotice({ settings }: Registry): (event: SessionEvent) => void {
  return (event) => {
    const line = settings.notices ? noticeLine(event) : undefined;
    if (line !== undefined) printNotice(line);
  };
}
