// What results may depend on besides code and arguments, where they outlive the process.

import { denoNamespace } from "./deno.ts";
import { environmentVariable } from "./variables.ts";

type Versions = Readonly<Partial<Record<string, string>>>;

/** The runtime and its major version, the engine's, those of ICU and the time zones, the zone, the locale, and the system. */
export function environment(): readonly string[] {
  const versions: Versions = globalThis.process?.versions ?? {};
  const { timeZone, locale } = localCustoms();
  return [
    runtime(versions),
    `v8 ${major(versions.v8)}`,
    `icu ${versions.icu ?? ""}`,
    `tz ${versions.tz ?? ""}`,
    timeZone,
    locale,
    globalThis.process?.platform ?? "",
  ];
}

interface Customs {
  readonly timeZone: string;
  readonly locale: string;
}

// To ask takes 20 us. A program may move to another time zone by setting TZ; its locale stays.
let known: { readonly zone: string | undefined; readonly customs: Customs } | undefined;

function localCustoms(): Customs {
  const zone = environmentVariable("TZ");
  if (known === undefined || known.zone !== zone)
    known = { zone, customs: new Intl.DateTimeFormat().resolvedOptions() };
  return known.customs;
}

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
