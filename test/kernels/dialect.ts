// One source text, written once in TypeScript, as each notebook takes it. Types stand between ‹ and ›, so that taking
// them out moves nothing else: formatting and comments are what the scenario is about.

import type { KernelName } from "../../kernels/kernel.ts";

/** `"node"` is the plain Node REPL, which takes what ijavascript takes. */
export type Host = KernelName | "node";

/** A cell as it is typed into this host. */
export function cell(source: string, host: Host): string {
  const reloaded = source.replace(
    /^const (\w+) = reload\("(\w+)", (\d+)\);$/gm,
    (_line, name, module, version) =>
      host === "deno"
        ? `const ${name} = await import("./${module}.mjs?v=${version}");`
        : `delete require.cache[require.resolve("./${module}.cjs")];\nconst ${name} = require("./${module}.cjs");`,
  );
  return takesTypes(host) ? reloaded.replace(/[‹›]/g, "") : script(plain(reloaded), host);
}

/** Whether the host's cells are TypeScript. */
export function takesTypes(host: Host): boolean {
  return host === "deno" || host === "tslab";
}

/** The source as plain JavaScript: without its types. */
export function plain(source: string): string {
  return source.replace(/‹[^›]*›/g, "");
}

/** An ES module's text as a CommonJS module, for hosts that can evaluate only those a second time. */
export function commonJS(source: string): string {
  return required(source, "const").replace(/^export const (\w+)/gm, "const $1 = exports.$1");
}

/** As hosts take it that neither redeclare `const` nor import. */
function script(source: string, host: Host): string {
  const redeclarable = required(source, "var").replace(/^const /gm, "var ");
  // ijavascript has no top-level await, but waits for a promise that is the cell's last value.
  return host === "ijavascript" ? redeclarable.replace(/^await /gm, "") : redeclarable;
}

function required(source: string, keyword: "const" | "var"): string {
  return source.replace(/^import \{(.*)\} from (".*");$/gm, (_line, names: string, module: string) => {
    return `${keyword} {${names.replaceAll(" as ", ": ")}} = require(${module});`;
  });
}
