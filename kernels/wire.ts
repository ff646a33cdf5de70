// Jupyter's wire protocol 5.3 (jupyter-client.readthedocs.io/en/stable/messaging.html): messages to signed frames and
// back. A frame that is not signed with our key is refused.

import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";

const DELIMITER = "<IDS|MSG>";

/** A message from a kernel. */
export interface Message {
  /** `"stream"`, `"execute_reply"`, ... */
  readonly type: string;
  /** Id of the request that it belongs to; `undefined` for what the kernel sends on its own. */
  readonly parent: string | undefined;
  readonly content: Readonly<Record<string, unknown>>;
}

/** A request, ready to send. */
export interface Request {
  readonly id: string;
  readonly frames: readonly string[];
}

/** One client's side of a connection. */
export interface Wire {
  request(type: string, content: Readonly<Record<string, unknown>>): Request;
  /** Throws if the frames are not a message signed with the key. */
  message(frames: readonly Buffer[]): Message;
}

/** The wire of a new client session under the connection file's key. */
export function wire(key: string): Wire {
  const session = randomUUID();

  const signature = (parts: readonly (string | Buffer)[]): string => {
    const hmac = createHmac("sha256", key);
    for (const part of parts) hmac.update(part);
    return hmac.digest("hex");
  };

  return {
    request(type, content) {
      const id = randomUUID();
      const date = new Date().toISOString();
      const header = { msg_id: id, msg_type: type, username: "test", session, date, version: "5.3" };
      const parts = [header, {}, {}, content].map((part) => JSON.stringify(part));
      return { id, frames: [DELIMITER, signature(parts), ...parts] };
    },

    message(frames) {
      const start = frames.findIndex((frame) => frame.toString("latin1") === DELIMITER);
      const signed = frames[start + 1];
      // Header, parent header, metadata, content; binary buffers may follow and are not signed.
      const parts = frames.slice(start + 2, start + 6);
      if (start < 0 || signed === undefined || parts.length < 4) throw new Error("Not a Jupyter message.");
      const expected = Buffer.from(signature(parts));
      if (signed.length !== expected.length || !timingSafeEqual(signed, expected)) {
        throw new Error("A message carries another kernel's signature; two kernels may share a port.");
      }
      const [header, parent, , content] = parts.map((part) => record(JSON.parse(part.toString("utf8"))));
      return {
        type: text(header?.msg_type),
        parent: typeof parent?.msg_id === "string" ? parent.msg_id : undefined,
        content: content ?? {},
      };
    },
  };
}

/** A JSON value as an object; anything else reads as an empty one. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** A JSON value as text; anything that is not a string reads as an empty one. */
export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
