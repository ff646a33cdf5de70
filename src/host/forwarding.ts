// Getters that hosts and compilers write so that an export is always the variable behind it. What such a getter gives can be
// read without running it.

import { textOf } from "../fingerprint/code.ts";

const NAME = "[\\p{ID_Start}$_][\\p{ID_Continue}$]*";

// Vite: `() => f`, `() => { try { return f } catch {} }`, `() => sourceModule[key]`. TypeScript: `function () { return m_1.f; }`.
// esbuild: `() => f`. Bun and others: `function () { return f }`, `get() { return f }`.
const FORWARDING: readonly RegExp[] = [
  new RegExp(`^\\(\\)\\s*=>\\s*(?<variable>${NAME})(?:\\.(?<property>${NAME})|\\[(?<key>${NAME})\\])?$`, "u"),
  new RegExp(
    `^(?:\\(\\)\\s*=>|function\\s*\\(\\)|get(?:\\s+${NAME})?\\s*\\(\\))\\s*\\{\\s*` +
      `(?:try\\s*\\{\\s*)?return\\s+(?<variable>${NAME})(?:\\.(?<property>${NAME}))?;?\\s*` +
      `(?:\\}\\s*catch\\s*(?:\\(\\w*\\)\\s*)?\\{\\s*\\}\\s*)?\\}$`,
    "u",
  ),
];

// What a getter may return that is not found around it.
const NO_VARIABLE: ReadonlySet<string> = new Set(["this", "super", "arguments", "new", "await", "yield"]);

/** What a getter of that kind is made of. */
export interface Forwarding {
  /** The variable that it reads. */
  readonly variable: string;
  /** The property of it that it gives, if any. */
  readonly property: string | undefined;
  /** The variable that holds the key of the property, if any. */
  readonly key: string | undefined;
}

const known = new WeakMap<object, Forwarding | false>();

/** How a getter forwards to a variable; undefined if it does anything else. */
export function forwardingOf(get: object): Forwarding | undefined {
  const found = known.get(get) ?? parsed(textOf(get)) ?? false;
  known.set(get, found);
  return found === false ? undefined : found;
}

function parsed(text: string): Forwarding | undefined {
  for (const pattern of FORWARDING) {
    const { variable, property, key } = pattern.exec(text)?.groups ?? {};
    if (variable !== undefined && !NO_VARIABLE.has(variable)) return { variable, property, key };
  }
  return undefined;
}
