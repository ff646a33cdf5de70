// The stores that users choose by name, opened once.

import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { StoreChoice } from "../cache/rules.ts";
import { diskStore } from "../store/disk-store.ts";
import type { Store } from "../store/store.ts";
import { isNotebook } from "./notices.ts";
import { environmentVariable } from "./variables.ts";

const disks = new Map<string, Store>();

/** The store behind a choice; undefined for memory alone. */
export function chosenStore(choice: StoreChoice, say: (text: string) => void): Store | undefined {
  if (choice === "memory") return undefined;
  if (choice !== "disk") return choice;
  const folder = storeFolder();
  const store = disks.get(folder) ?? diskStore({ folder, notice: say });
  disks.set(folder, store);
  return store;
}

interface Known {
  readonly given: string;
  readonly here: string;
  readonly isInNotebook: boolean;
  readonly folder: string;
}

let known: Known | undefined;

/** Beside the notebook; for a program, beside the nearest `package.json` or `deno.json` above. */
export function storeFolder(): string {
  const given = environmentVariable("DEFINE_ONCE_DIR") ?? "";
  const here = globalThis.process?.cwd() ?? ".";
  const isInNotebook = isNotebook();
  // Asked for at each miss, while programs seldom move.
  if (known?.here !== here || known.given !== given || known.isInNotebook !== isInNotebook)
    known = { given, here, isInNotebook, folder: folderFor(given, here, isInNotebook) };
  return known.folder;
}

function folderFor(given: string, here: string, isInNotebook: boolean): string {
  if (given !== "") return resolve(here, given);
  return join(isInNotebook ? here : projectFolder(here), ".define-once");
}

function projectFolder(here: string): string {
  for (let at = here; ; at = dirname(at)) {
    if (["package.json", "deno.json", "deno.jsonc"].some((file) => existsSync(join(at, file)))) return at;
    if (at === dirname(at)) return here;
  }
}
