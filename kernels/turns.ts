// Calls are served one after another, in their order, whatever became of those before; none starts after the close.

import type { CellResult, Kernel, KernelName } from "./kernel.ts";

/** What a driver does; `kernel` puts it in order. */
export interface Driver {
  /** Sends a cell at once, even if others have not ended. */
  run(code: string): Promise<CellResult>;
  close(): Promise<void>;
}

/** A kernel whose driver sees one call at a time, and `close` once. */
export function kernel(name: KernelName, driver: Driver): Kernel {
  let last: Promise<unknown> = Promise.resolve();
  let closing: Promise<void> | undefined;

  const runAll = (cells: readonly string[]): Promise<readonly CellResult[]> => {
    const next = last.then(() => {
      if (closing !== undefined)
        throw new Error(`The ${name} kernel is closed; this did not run:\n${cells.join("\n")}`);
      return Promise.all(cells.map((code) => driver.run(code)));
    });
    last = next.catch(() => {});
    return next;
  };

  return {
    name,
    runAll,
    run: async (code) => {
      const [result] = await runAll([code]);
      if (result === undefined) throw new Error("Every cell has a result.");
      return result;
    },
    // A cell that still runs is cut short: its promise rejects.
    close: () => {
      closing ??= driver.close();
      return closing;
    },
  };
}
