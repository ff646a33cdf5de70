// Variables of the environment, as far as this process may read them.

import { denoNamespace } from "./deno.ts";

/** The value of a variable; undefined where there is none, or no permission to read it. */
export function environmentVariable(name: string): string | undefined {
  // Deno would stop an interactive program to ask for the permission, and throw in any other.
  return mayReadEnvironment(name) ? globalThis.process?.env[name] : undefined;
}

function mayReadEnvironment(variable: string): boolean {
  const permissions: unknown = Reflect.get(denoNamespace(), "permissions");
  if (typeof permissions !== "object" || permissions === null || !("querySync" in permissions)) return true;
  const { querySync } = permissions;
  if (typeof querySync !== "function") return true;
  const status: unknown = querySync.call(permissions, { name: "env", variable });
  return typeof status === "object" && status !== null && "state" in status && status.state === "granted";
}
