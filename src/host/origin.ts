// Where the source of a function stands: in the user's own files and cells, in an installed package, or in the runtime.

import type { Origin } from "../fingerprint/reader.ts";
import type { Milliseconds } from "../units.ts";
import { record, scriptAddresses } from "./inspector.ts";

const UNKNOWN: Origin = { kind: "unknown" };

const addresses = new Map<string, string>();
const origins = new Map<string, Origin>();

// V8 does not list a script at a moment when none of its functions is compiled; asking takes some ten milliseconds.
const PATIENCE: Milliseconds = 200;
const lastAsked = new Map<string, Milliseconds>();

/** The origin of a script of V8's. */
export function originOfScript(script: string | undefined): Origin {
  if (script === undefined) return UNKNOWN;
  const known = origins.get(script);
  if (known !== undefined) return known;
  if (!addresses.has(script) && performance.now() - (lastAsked.get(script) ?? -PATIENCE) >= PATIENCE) {
    for (const [id, address] of scriptAddresses()) addresses.set(id, address);
    lastAsked.set(script, performance.now());
  }
  const address = addresses.get(script);
  if (address === undefined) return UNKNOWN;
  const found = originOfAddress(address);
  origins.set(script, found);
  return found;
}

function originOfAddress(address: string): Origin {
  if (address.startsWith("node:")) return { kind: "runtime", name: address };
  const file = pathOf(address);
  const at = file.lastIndexOf("/node_modules/");
  if (at === -1) return { kind: "project", file };
  const [scope = "", plain = ""] = file.slice(at + "/node_modules/".length).split("/");
  const folder = scope.startsWith("@") ? `${scope}/${plain}` : scope;
  return { kind: "package", name: `${folder}@${versionIn(`${file.slice(0, at)}/node_modules/${folder}`)}` };
}

/** The path of a file without query; empty for cells and evaluated text. */
function pathOf(address: string): string {
  if (address.startsWith("file://")) {
    const path = address.slice("file://".length).replace(/[?#].*$/, "");
    try {
      return decodeURIComponent(path).replaceAll("\\", "/");
    } catch {
      return path;
    }
  }
  const isPath = address.startsWith("/") || /^[A-Za-z]:[\\/]/.test(address);
  return isPath ? address.replace(/\?.*$/, "").replaceAll("\\", "/") : "";
}

/** The version of an installed package; empty if its package.json cannot be read. */
function versionIn(folder: string): string {
  const fs: unknown = globalThis.process?.getBuiltinModule?.("node:fs");
  const { readFileSync } = record(fs);
  if (typeof readFileSync !== "function") return "";
  try {
    const text: unknown = Reflect.apply(readFileSync, fs, [`${folder}/package.json`, "utf8"]);
    const { version } = record(JSON.parse(String(text)));
    return typeof version === "string" ? version : "";
  } catch {
    return "";
  }
}
