// What results may depend on besides code and arguments, where they outlive the process.

import { denoNamespace } from "./deno.ts";

/** The runtime and its major version, the engine's, those of ICU and the time zones, the zone, the locale, and the system. */
export function environment(): readonly string[] {
  const versions: Versions = globalThis.process?.versions ?? {};
  const platform = globalThis.process?.platform ?? "";
  const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions();
  return [
    runtime(versions),
    `v8 ${major(versions.v8)}`,
    `icu ${versions.icu ?? ""}`,
    `tz ${versions.tz ?? ""}`,
    timeZone,
    locale,
    platform,
  ];
}

type Versions = Readonly<Partial<Record<string, string>>>;

function runtime({ bun, node }: Versions): string {
  if (bun !== undefined) return `bun ${major(bun)}`;
  const version: unknown = Reflect.get(denoNamespace(), "version");
  if (typeof version === "object" && version !== null && "deno" in version)
    return `deno ${major(String(version.deno))}`;
  return `node ${major(node)}`;
}

function major(version = ""): string {
  return version.split(".")[0] ?? "";
}
