// What is to be seen of calls that take long.

import type { Milliseconds } from "../units.ts";
import { isNotebook, printNotice } from "./notices.ts";

/** A call that takes longer gets a line. */
const NOTABLE: Milliseconds = 1000;

/**
 * Shows that a call is under way once it takes long: a line that is rewritten in a terminal, and lines ever further apart
 * elsewhere.
 *
 * @param last how long it took last time
 * @returns what ends that
 */
export function progress(name: string, last: Milliseconds | undefined): () => void {
  const started = performance.now();
  const isRewritten = !isNotebook() && globalThis.process?.stderr?.isTTY === true;
  const before = last === undefined ? "" : `; last time it took ${seconds(last)}`;
  let isShown = false;
  let pause = NOTABLE;
  let timer = after(NOTABLE, show);
  function show(): void {
    const line = `define-once: ${name} has been running for ${seconds(performance.now() - started)}${before}`;
    if (isRewritten) globalThis.process.stderr.write(`\r\x1b[2K${line}`);
    else printNotice(line);
    isShown = true;
    pause = isRewritten ? NOTABLE : 2 * pause;
    timer = after(pause, show);
  }
  return () => {
    clearTimeout(timer);
    if (isShown && isRewritten) globalThis.process.stderr.write("\r\x1b[2K");
  };
}

/** Says that a call begins that will block the thread for long, if it takes as long as last time. */
export function announceRun(name: string, last: Milliseconds | undefined): void {
  if (last !== undefined && last >= NOTABLE)
    printNotice(`define-once: ${name} is running; last time it took ${seconds(last)}`);
}

/** A timer that keeps no process alive. */
function after(delay: Milliseconds, then: () => void): ReturnType<typeof setTimeout> {
  const timer = setTimeout(then, delay);
  if (typeof timer === "object" && "unref" in timer) timer.unref();
  return timer;
}

function seconds(time: Milliseconds): string {
  return `${(time / 1000).toFixed(time < 10_000 ? 1 : 0)} s`;
}
