// What a host reads, completed by what the session knows: our own wrappers stand for what they wrap. Arguments of calls are
// written with its help as well.

import type { ArgumentEncoding } from "../cache/key.ts";
import type { Beyond } from "../fingerprint/beyond.ts";
import { captured } from "../fingerprint/capture.ts";
import { type Code, textOf } from "../fingerprint/code.ts";
import type { Test } from "../fingerprint/content-test.ts";
import type { Reader, Wrapped } from "../fingerprint/reader.ts";
import { type Captured, plainSubject } from "../fingerprint/subject.ts";
import type { ValueWriter } from "../fingerprint/value-bytes.ts";
import { definitionKind } from "../verdict/comparison.ts";
import type { Registry } from "./registry.ts";

/** What a host reads of the program. */
export type HostReader = Omit<Reader, "unwrapped">;

/** A host's reader that looks through our wrappers. */
export function sessionReader(registry: Registry, host: HostReader): Reader {
  return {
    ...host,
    wellKnownName: (value) => {
      const handle = registry.handles.get(value);
      return handle?.kind === "api" ? `define-once.${handle.name}` : host.wellKnownName(value);
    },
    unwrapped: (fn) => unwrapped(registry, fn),
  };
}

function unwrapped(registry: Registry, fn: object): Wrapped | undefined {
  const handle = registry.handles.get(fn);
  switch (handle?.kind) {
    case "shell": {
      const { target, options, decorator } = handle.generation.described;
      return { target, options, decorator };
    }
    case "cached":
      return { target: handle.parts.target(), options: {}, decorator: undefined };
    default:
      return undefined;
  }
}

/**
 * How arguments are written: functions among them by all that they depend on, instances by their class too.
 *
 * @param identifiesClasses whether instances of two equal classes differ, as they do to `instanceof`
 * @param asksTexts whether the code that gets them may ask for the texts of functions
 */
export function argumentEncoding(
  registry: Registry,
  reader: Reader,
  asksTexts: () => boolean,
  identifiesClasses: boolean,
): ArgumentEncoding {
  const beyond: Beyond = {
    writeFunction: (fn, path, values) => {
      values.writeText(shownName(fn));
      values.writeText(asksTexts() ? textOf(fn) : "");
      writeMeaning(fn, path, values, registry, reader, identifiesClasses);
    },
    internals: (value) => reader.internals(value),
    wellKnownName: (value) => reader.wellKnownName(value),
    identifiesClasses,
    object: () => {},
    longBlock: () => {},
    namedKeys: (list) => reader.namedKeys(list),
  };
  return {
    identities: registry.identities,
    beyond,
    meaningTest: (fn) => meaningTest(fn, registry, reader),
  };
}

function shownName(fn: object): string {
  const name: unknown = Object.getOwnPropertyDescriptor(fn, "name")?.value;
  return typeof name === "string" ? name : "";
}

// What was found of functions that were passed as arguments, while it holds.
const known = new WeakMap<object, Captured>();

function writeMeaning(
  fn: object,
  path: string,
  values: ValueWriter,
  registry: Registry,
  reader: Reader,
  identifiesClasses: boolean,
): void {
  const before = known.get(fn);
  const found = before?.isCurrent() === true ? before : meaning(fn, path, registry, reader);
  known.set(fn, found);
  // An instance of the one class is none of another, however equal they are.
  if (identifiesClasses && definitionKind(codeOf(fn, registry, reader)) === "class") values.writeIdentity(fn);
  if (!found.isPortable) values.noteIdentity();
  const [obstacle] = found.obstacles;
  if (obstacle === undefined) values.writeText(found.fingerprint.digest);
  else
    values.refuse({
      path: [path, ...obstacle.path.slice(1)].join(" -> "),
      what: `something that ${obstacle.what}`,
    });
}

/** A test whether a function still means what it means now, with all that it captures; undefined if nobody can tell. */
function meaningTest(fn: object, registry: Registry, reader: Reader): Test | undefined {
  const before = meaning(fn, "result", registry, reader);
  if (before.obstacles.length > 0) return undefined;
  let latest = before;
  return () => {
    if (latest.isCurrent()) return true;
    // A helper that was evaluated again is another function that may mean the same.
    latest = meaning(fn, "result", registry, reader);
    return latest.fingerprint.digest === before.fingerprint.digest && latest.obstacles.length === 0;
  };
}

function meaning(fn: object, name: string, registry: Registry, reader: Reader): Captured {
  const code = codeOf(fn, registry, reader);
  const subject = plainSubject({ name, target: fn, code, equality: "normal", isValue: true });
  return captured(subject, reader, registry.identities);
}

function codeOf(fn: object, registry: Registry, reader: Reader): Code {
  return reader.code(unwrapped(registry, fn)?.target ?? fn);
}
