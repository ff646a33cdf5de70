// Where the source of a function stands: in the user's own files and cells, in an installed package, or in the runtime.

import type { Origin } from "../fingerprint/reader.ts";
import { scriptAddresses } from "./inspector.ts";
import { packageFile } from "./package-file.ts";

const UNKNOWN: Origin = { kind: "unknown" };

const addresses = new Map<string, string>();
const origins = new Map<string, Origin>();

/** Where packages are that functions were found to be of, by name and version. */
export const packageFolders: Map<string, string> = new Map();

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
  const name = scope.startsWith("@") ? `${scope}/${plain}` : scope;
  const folder = `${file.slice(0, at)}/node_modules/${name}`;
  const versioned = `${name}@${versionIn(folder)}`;
  packageFolders.set(versioned, folder);
  return { kind: "package", name: versioned };
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
  const { version } = packageFile(folder) ?? {};
  return typeof version === "string" ? version : "";
}
