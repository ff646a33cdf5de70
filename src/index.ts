// The public API. Everything else is reachable only through it.

export type { CacheControls, Cached } from "./cache/cached.ts";
export type { CacheInfo } from "./cache/results.ts";
export type { StoreChoice } from "./cache/rules.ts";
export { cache } from "./cache.ts";
export type { Callable } from "./callable.ts";
export { accept, configure, forget } from "./control.ts";
export { type AnyClass, type Definable, defineOnce } from "./define-once.ts";
export { DefineOnceError, type ErrorCode } from "./error.ts";
export type { Equality } from "./fingerprint/equality.ts";
export type { Leaf } from "./fingerprint/leaf.ts";
export type { Fingerprint } from "./fingerprint/manifest.ts";
export { type CompareOptions, compare, explain, fingerprint, type Shown, status } from "./inspect.ts";
export type { CacheOptions, Configuration, Decorator, DefineOptions } from "./options.ts";
export type { DefinedEvent, RecheckedEvent, SessionEvent } from "./session/event.ts";
export type { DefinitionFacts, ExplanationFacts } from "./session/facts.ts";
export type { Codec } from "./store/codec.ts";
export type { Awaitable, Lease, Store, StoredEntry } from "./store/store.ts";
export type { ChangeReason, DefinitionKind, Difference, SourceRange, Verdict } from "./verdict/verdict.ts";
