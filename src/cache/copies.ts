// Copies of results, for callers who want to change them, and how much room results take.

import { type Beyond, BY_IDENTITY, type Identities } from "../fingerprint/beyond.ts";
import { ByteWriter } from "../fingerprint/bytes.ts";
import { ValueWriter } from "../fingerprint/value-bytes.ts";
import { decoded, encoded } from "../store/encoding.ts";
import type { Bytes } from "../units.ts";
import type { KeptKey } from "./key.ts";
import type { Entry } from "./results.ts";

/** What makes copies of a value as it is now, or what part of it cannot be copied faithfully. */
export type Copies =
  | { readonly kind: "copied"; readonly copy: () => unknown }
  | { readonly kind: "refused"; readonly path: string; readonly what: string };

/** Copies of a value. What a copy would not be like in every respect (functions, instances of classes) is refused. */
export function copiesOf(value: unknown): Copies {
  const result = encoded(value, []);
  if (result.kind === "refused") return result;
  const { bytes, codec } = result;
  return {
    kind: "copied",
    copy: () => {
      const again = decoded(bytes, codec, []);
      return again.kind === "decoded" ? again.value : value;
    },
  };
}

/** The estimated size of a result with its key, from their canonical encoding. Functions and handles count as nothing. */
export function entrySize({ key }: Pick<Entry, "key">, result: unknown, identities: Identities): Bytes {
  const writer = new ByteWriter();
  const values = new ValueWriter(writer, identities, ESTIMATED);
  values.write(keyValue(key), "");
  values.write(result, "");
  return writer.bytes.length;
}

// Names beside the elements of a long list weigh nothing against these.
const ESTIMATED: Beyond = { ...BY_IDENTITY, namedKeys: () => [] };

function keyValue(key: KeptKey): unknown {
  return key.kind === "tokens" ? key.tokens : key.value;
}
