// Rows whose results are objects: what it costs to notice that a caller changed one, or to hand out copies.

import { bareMap, MAP } from "./map.ts";
import { ours } from "./ours.ts";
import { NUMBER, type Row } from "./rows.ts";
import type { Call, Callable, Subject } from "./subject.ts";

const setup = { shape: "one", arity: 1, isVariadic: false, entries: 1000 } as const;

const record = (n: number): object => ({ id: n, name: `name ${n}`, values: [n, n + 1, n + 2], isNew: true });

const table = (n: number): object => {
  const rows = Array.from({ length: 100 }, (_, at) => ({ id: at, value: n + at / 7, label: `row ${at}` }));
  return { id: n, rows };
};

/** In the order of the table. */
export const RESULT_ROWS: readonly Row[] = [
  {
    key: "record",
    title: "an object of 4 properties",
    setup,
    ...result(record),
    pool: 8192,
    order: "shuffled",
    read: ".id",
  },
  {
    key: "table",
    title: "a table of 100 objects",
    setup: { ...setup, entries: 100 },
    ...result(table),
    pool: 8192,
    order: "shuffled",
    read: ".id",
  },
];

function result(fn: Callable): Pick<Row, "args" | "fn"> {
  return { args: NUMBER.args, fn };
}

/** What a memory of objects promises. */
export type Handing = "checked" | "shared" | "cloned";

/** A subject for rows with object results, and what it promises about them. */
export interface ResultSubject {
  readonly subject: Subject;
  readonly handing: Handing;
}

/** A bare Map that hands out deep copies, as one writes it by hand. */
const cloningMap: Subject = {
  ...bareMap,
  name: `${MAP} and structuredClone`,
  remember: (fn, setup) => {
    const memory = bareMap.remember(fn, setup);
    if (typeof memory === "string") return memory;
    const call: Call = (arg) => structuredClone(memory.call(arg));
    return { call, runs: memory.runs };
  },
};

/** define-once three times, what one writes by hand, and the peers, which all hand out the one object that they keep. */
export function resultSubjects(peers: readonly Subject[]): readonly ResultSubject[] {
  return [
    { subject: ours("checked"), handing: "checked" },
    { subject: ours("share", { share: true }), handing: "shared" },
    { subject: ours("clone", { clone: true }), handing: "cloned" },
    { subject: cloningMap, handing: "cloned" },
    { subject: bareMap, handing: "shared" },
    ...peers.map((subject): ResultSubject => ({ subject, handing: "shared" })),
  ];
}

/** Whether a caller that changes a result changes what the next caller gets; or why that cannot be tried. */
export function handsOutChanges(row: Row, subject: Subject): boolean | string {
  const memory = subject.remember(row.fn, row.setup);
  if (typeof memory === "string") return memory;
  const first = memory.call(1);
  if (typeof first !== "object" || first === null) return "no object";
  const before = JSON.stringify(first);
  memory.call(1);
  for (const value of Object.values(first)) if (Array.isArray(value)) value.reverse();
  return JSON.stringify(memory.call(1)) !== before;
}
