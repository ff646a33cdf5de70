// The session of this process, with its defaults.

import { isSwitchedOff } from "./host/host.ts";
import { type Registry, registry } from "./session/registry.ts";

/** The registry that all copies of the library in this process share. */
export function session(): Registry {
  return registry(() => ({ enabled: !isSwitchedOff(), equality: "normal", generations: 8, notices: true }));
}
