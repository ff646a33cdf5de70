// Where the source of a function stands: in the user's own files and cells, in an installed package, or in the runtime.

import type { Origin } from "../fingerprint/reader.ts";
import { record, scriptAddresses } from "./inspector.ts";

const UNKNOWN: Origin = { kind: "unknown" };

const addresses = new Map<string, string>();
const origins = new Map<string, Origin>();

/** The origin of a script of V8's. */
export function originOfScript(script: string | undefined): Origin {
  if (script === undefined) return UNKNOWN;
  const known = origins.get(script);
  if (known !== undefined) return known;
  // To ask takes some milliseconds, and tells of all scripts.
  if (!addresses.has(script)) for (const [id, address] of scriptAddresses()) addresses.set(id, address);
  const address = addresses.get(script);
  const found = address === undefined ? UNKNOWN : originOfAddress(address);
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
