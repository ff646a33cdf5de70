// The names that every program finds defined, or asks for by `typeof`: nobody captures them, and explanations need not list
// them.

const ECMASCRIPT =
  "AggregateError Array ArrayBuffer AsyncDisposableStack Atomics BigInt BigInt64Array BigUint64Array Boolean DataView Date " +
  "DisposableStack Error EvalError FinalizationRegistry Float16Array Float32Array Float64Array Function Infinity " +
  "Int16Array Int32Array Int8Array Intl Iterator JSON Map Math NaN Number Object Promise Proxy RangeError " +
  "ReferenceError Reflect RegExp Set SharedArrayBuffer String SuppressedError Symbol SyntaxError TypeError URIError " +
  "Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet decodeURI decodeURIComponent " +
  "encodeURI encodeURIComponent escape eval globalThis isFinite isNaN parseFloat parseInt undefined unescape";

const RUNTIMES =
  "AbortController AbortSignal Blob BroadcastChannel Buffer Bun Deno Event EventTarget File FormData Headers " +
  "MessageChannel Request Response TextDecoder TextEncoder URL URLSearchParams WebAssembly WebSocket atob btoa " +
  "clearImmediate clearInterval clearTimeout console crypto document fetch location navigator performance process " +
  "queueMicrotask require self setImmediate setInterval setTimeout structuredClone window";

const RUNTIME_NAMES: ReadonlySet<string> = new Set(RUNTIMES.split(" "));
const GLOBALS: ReadonlySet<string> = new Set([...ECMASCRIPT.split(" "), ...RUNTIME_NAMES]);

/** All of these names. */
export function globalNames(): readonly string[] {
  return [...GLOBALS];
}

/** Whether a name is one that runtimes define, as opposed to the language. */
export function isRuntimeName(name: string): boolean {
  return RUNTIME_NAMES.has(name);
}

/** Whether a name is one that ECMAScript or a common runtime defines. */
export function isGlobalName(name: string): boolean {
  return GLOBALS.has(name);
}
