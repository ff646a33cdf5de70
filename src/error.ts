// The one error class of the library: a stable code, what happened, and the remedy.

/** What can go wrong, by a name that never changes once released. */
export type ErrorCode =
  | "DEFINE_ONCE_NOT_A_FUNCTION"
  | "DEFINE_ONCE_UNNAMED"
  | "DEFINE_ONCE_OPTION"
  | "DEFINE_ONCE_DECORATOR"
  | "DEFINE_ONCE_CLASS"
  | "DEFINE_ONCE_UNKNOWN_NAME"
  | "DEFINE_ONCE_AMBIGUOUS_NAME"
  | "DEFINE_ONCE_NOTHING_TO_ACCEPT"
  | "DEFINE_ONCE_UNPARSABLE"
  | "DEFINE_ONCE_ARGUMENT"
  | "DEFINE_ONCE_FILES"
  | "DEFINE_ONCE_STORE"
  | "DEFINE_ONCE_PARSER"
  | "DEFINE_ONCE_SYNTAX";

/**
 * Thrown for every misuse. `message` reads "what happened; the likely cause. The remedy."
 *
 * @example
 * try { defineOnce(42) } catch (error) { error.code } // "DEFINE_ONCE_NOT_A_FUNCTION"
 */
export class DefineOnceError extends Error {
  override readonly name = "DefineOnceError";
  /** Stable; compare this rather than the message. */
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
