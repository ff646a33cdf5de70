// What results may depend on besides code and arguments, where they outlive the process.

import { denoNamespace } from "./deno.ts";
import { environmentVariable } from "./variables.ts";

type Versions = Readonly<Partial<Record<string, string>>>;

/** The runtime and its major version, the engine's, those of ICU and the time zones, the zone, the locale, and the system. */
export function environment(): readonly string[] {
  // To ask for all takes 20 us. A program may move to another time zone by setting TZ; the rest stays as long as its process.
  const zone = environmentVariable("TZ");
  const { process } = globalThis;
  const deno = denoNamespace();
  if (known === undefined || known.zone !== zone || known.process !== process || known.deno !== deno)
    known = { zone, process, deno, parts: parts() };
  return known.parts;
}

interface Known {
  readonly zone: string | undefined;
  readonly process: object | undefined;
  readonly deno: object;
  readonly parts: readonly string[];
}

let known: Known | undefined;

function parts(): readonly string[] {
  const versions: Versions = globalThis.process?.versions ?? {};
  const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions();
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
