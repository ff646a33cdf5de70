// What Deno offers.

/** `Deno`, or an empty object elsewhere. */
export function denoNamespace(): object {
  const deno: unknown = Reflect.get(globalThis, "Deno");
  return typeof deno === "object" && deno !== null ? deno : NONE;
}

const NONE: object = {};
