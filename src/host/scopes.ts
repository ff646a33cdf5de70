// Which variables a closure can see, as V8 records them: its scopes, with the values that they hold at the moment.

import { asked, held, list, record } from "./inspector.ts";

/** A scope around a closure. */
export interface ClosureScope {
  /** A run of a function makes a `closure`; `block` is a block's, a loop's, or that of a catch clause. */
  readonly kind: "closure" | "block" | "module" | "script";
  /** The name of the function whose run made it, if it has one. */
  readonly name: string;
  /** Present values by name; a name in its dead zone has none. */
  readonly variables: object;
}

/** A closure's scopes, innermost first, the global one left out, and the script that it stands in. */
export interface Surroundings {
  readonly scopes: readonly ClosureScope[];
  /** V8's number of the script; undefined if it gave none. */
  readonly script: string | undefined;
}

/** What surrounds a closure now; undefined where it cannot be read. */
export function surroundings(fn: object): Surroundings | undefined {
  return asked(fn, ({ internal }) => {
    const scopes = internal.get("[[Scopes]]");
    if (scopes === undefined) return undefined;
    const location = record(internal.get("[[FunctionLocation]]")?.value);
    const script = typeof location.scriptId === "string" ? location.scriptId : undefined;
    return { scopes: list(held(scopes)).flatMap(closureScope), script };
  });
}

function closureScope({ description, object }: Readonly<Record<string, unknown>>): readonly ClosureScope[] {
  const kind = kindOf(String(description));
  return kind === undefined || typeof object !== "object" || object === null
    ? []
    : [{ kind, name: NAMED.exec(String(description))?.[1] ?? "", variables: object }];
}

const NAMED = /^Closure \((.*)\)$/;

/** V8 describes scopes as `Global`, `Script`, `Module`, `Block`, `Catch`, `Closure (name)` and the like. */
function kindOf(description: string): ClosureScope["kind"] | undefined {
  if (description.startsWith("Global")) return undefined;
  if (description.startsWith("Script")) return "script";
  if (description.startsWith("Module")) return "module";
  return description.startsWith("Closure") || description.startsWith("Local") ? "closure" : "block";
}
