// Which scopes a closure can see, as V8 records them. Node's inspector tells, in the same thread and without running any
// code of the function; Deno's kernel does not survive the question, and JavaScriptCore has no answer.

/** A scope around a closure. */
export interface ClosureScope {
  /** A run of a function makes a `closure`; `block` is a block's, a loop's, or that of a catch clause. */
  readonly kind: "closure" | "block" | "module" | "script";
  readonly names: ReadonlySet<string>;
}

// As much of node:inspector as is used here.
interface Session {
  connect(): void;
  post(method: string, parameters: object, callback: (error: Error | null, result: unknown) => void): void;
}

const SINK: unique symbol = Symbol.for("define-once.sink");
const GROUP = "define-once";

/** The scopes of a closure, innermost first, the global one left out; undefined where they cannot be read. */
export function closureScopes(fn: object): readonly ClosureScope[] | undefined {
  session ??= connectedSession();
  if (session === undefined) return undefined;
  try {
    Object.defineProperty(globalThis, SINK, { value: fn, configurable: true });
    const expression = `globalThis[Symbol.for("define-once.sink")]`;
    const found = record(
      record(post(session, "Runtime.evaluate", { expression, objectGroup: GROUP })).result,
    );
    const { internalProperties } = record(properties(session, found.objectId));
    const scopes = list(internalProperties).find(({ name }) => name === "[[Scopes]]");
    return scopes && scopeList(session, record(scopes.value).objectId);
  } catch {
    // A function of another realm is not found from this one: then nobody knows.
    return undefined;
  } finally {
    Reflect.deleteProperty(globalThis, SINK);
    session.post("Runtime.releaseObjectGroup", { objectGroup: GROUP }, () => {});
  }
}

function scopeList(session: Session, id: unknown): readonly ClosureScope[] {
  return list(record(properties(session, id)).result).flatMap(({ name, value }) => {
    const { description, objectId } = record(value);
    const kind = kindOf(String(description));
    if (!/^\d+$/.test(String(name)) || kind === undefined) return [];
    const names = list(record(properties(session, objectId)).result).map((each) => String(each.name));
    return [{ kind, names: new Set(names) }];
  });
}

/** V8 describes scopes as `Global`, `Script`, `Module`, `Block`, `Catch`, `Closure (name)` and the like. */
function kindOf(description: string): ClosureScope["kind"] | undefined {
  if (description.startsWith("Global")) return undefined;
  if (description.startsWith("Script")) return "script";
  if (description.startsWith("Module")) return "module";
  return description.startsWith("Closure") || description.startsWith("Local") ? "closure" : "block";
}

/** Kept open: to connect costs more than to ask, and a session without domains slows nothing down. */
let session: Session | undefined;

function connectedSession(): Session | undefined {
  if ("Deno" in globalThis || "Bun" in globalThis) return undefined;
  const inspector: unknown = globalThis.process?.getBuiltinModule?.("node:inspector");
  if (typeof inspector !== "object" || inspector === null || !("Session" in inspector)) return undefined;
  if (typeof inspector.Session !== "function") return undefined;
  const made: Session = Reflect.construct(inspector.Session, []);
  try {
    made.connect();
    return made;
  } catch {
    // Locked, as under --permission without --allow-inspector.
    return undefined;
  }
}

function properties(session: Session, objectId: unknown): unknown {
  return post(session, "Runtime.getProperties", { objectId, ownProperties: true });
}

/** In the thread that it inspects, a session answers before `post` returns. */
function post(session: Session, method: string, parameters: object): unknown {
  let answer: unknown;
  session.post(method, parameters, (error, result) => {
    if (error !== null) throw error;
    answer = result;
  });
  return answer;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function list(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.map(record) : [];
}
