// V8's inspector, asked from within the thread that it inspects: it answers before `post` returns, gives real values, and
// runs no code of the user's. Deno's kernel does not survive the question, and JavaScriptCore has no answer.

/** A remote handle to a value, or to a list that only the inspector knows. */
export type Handle = Readonly<Record<string, unknown>>;

/** What the inspector says of an object. */
export interface Portrait {
  /** `[[Scopes]]`, `[[Target]]` and the like, by name. */
  readonly internal: ReadonlyMap<string, Handle>;
  /** Private fields in their order: `#count`. */
  readonly fields: readonly { readonly name: string; readonly value: Handle }[];
  /** Gives own properties that are no elements of a list. */
  readonly names: () => readonly string[];
}

// As much of node:inspector as is used here.
interface Session {
  connect(): void;
  post(method: string, parameters: object, callback: (error: Error | null, result: unknown) => void): void;
  on(event: string, listener: Listener): void;
  off(event: string, listener: Listener): void;
}

type Listener = (message: { readonly params: unknown }) => void;

const GROUP = "define-once";

// Values pass through here in both directions. Each copy of the library has a place of its own on the global object.
const sink: { value: unknown } = { value: undefined };
const SINK = `define-once.sink.${Math.random()}`;
const PLACE = `globalThis[Symbol.for("${SINK}")].value`;
const PUT_THIS = `function () { ${PLACE} = this }`;

/**
 * Asks about an object. What is given back must be used within `ask`.
 *
 * @returns undefined where there is no inspector, or the object is of another realm
 */
export function asked<T>(value: object, ask: (portrait: Portrait) => T): T | undefined {
  session ??= connectedSession();
  if (session === undefined) return undefined;
  try {
    return ask(portrait(session, value));
  } catch {
    return undefined;
  } finally {
    sink.value = undefined;
    if (++questions >= MOST_QUESTIONS) release(session);
    else releaseLater(session);
  }
}

function portrait(session: Session, value: object): Portrait {
  const objectId = identified(session, value);
  const nonIndexedPropertiesOnly = Array.isArray(value) || ArrayBuffer.isView(value);
  const found = record(
    post(session, "Runtime.getProperties", { objectId, ownProperties: true, nonIndexedPropertiesOnly }),
  );
  return {
    internal: new Map(list(found.internalProperties).map((each) => [String(each.name), record(each.value)])),
    fields: list(found.privateProperties).flatMap(({ name, value: field }) =>
      field === undefined ? [] : [{ name: String(name), value: record(field) }],
    ),
    names: () =>
      list(found.result)
        .filter(({ symbol, isOwn }) => symbol === undefined && isOwn === true)
        .map(({ name }) => String(name)),
  };
}

// The inspector keeps alive what it was asked about, so it is told to let go: when the turn of the event loop ends, and
// within one after this many questions. Until then, what is asked about again need not be handed over again.
const MOST_QUESTIONS = 64;
let questions = 0;
let releasing = false;
const ids = new Map<object, string>();

function identified(session: Session, value: object): string {
  const known = ids.get(value);
  if (known !== undefined) return known;
  sink.value = value;
  const { result } = record(post(session, "Runtime.evaluate", { expression: PLACE, objectGroup: GROUP }));
  const { objectId } = record(result);
  if (typeof objectId !== "string") throw new TypeError("the inspector does not see this object");
  ids.set(value, objectId);
  return objectId;
}

function release(session: Session): void {
  questions = 0;
  ids.clear();
  session.post("Runtime.releaseObjectGroup", { objectGroup: GROUP }, () => {});
}

function releaseLater(session: Session): void {
  if (releasing) return;
  releasing = true;
  // Waiting for the turn to end must not keep a process alive.
  setTimeout(() => {
    releasing = false;
    release(session);
  }, 0).unref();
}

/** The value behind a handle. */
export function held(handle: Handle): unknown {
  const { objectId, type, value, unserializableValue } = handle;
  if (typeof objectId === "string" && session !== undefined) {
    const options = { functionDeclaration: PUT_THIS, returnByValue: true, silent: true };
    post(session, "Runtime.callFunctionOn", { objectId, ...options });
    return sink.value;
  }
  if (type === "undefined") return undefined;
  if (typeof unserializableValue !== "string") return value;
  return type === "bigint" ? BigInt(unserializableValue.slice(0, -1)) : Number(unserializableValue);
}

/**
 * Addresses of all scripts that have run so far, by the ids that V8 gives them. The debugger lists them as soon as it is
 * enabled; it would slow down async code if it stayed so.
 */
export function scriptAddresses(): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>();
  session ??= connectedSession();
  if (session === undefined) return addresses;
  const note: Listener = ({ params }) => {
    const { scriptId, url } = record(params);
    addresses.set(String(scriptId), String(url));
  };
  session.on("Debugger.scriptParsed", note);
  session.post("Debugger.enable", {}, () => {});
  session.post("Debugger.disable", {}, () => {});
  session.off("Debugger.scriptParsed", note);
  return addresses;
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
    Object.defineProperty(globalThis, Symbol.for(SINK), { value: sink, configurable: true });
    return made;
  } catch {
    // Locked, as under --permission without --allow-inspector.
    return undefined;
  }
}

function post(session: Session, method: string, parameters: object): unknown {
  let answer: unknown;
  session.post(method, parameters, (error, result) => {
    if (error !== null) throw error;
    answer = result;
  });
  return answer;
}

export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

export function list(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? Array.from(value, record) : [];
}
