// Where the demo prints: lines that stay, and below them one line that moves while something takes long.

import type { WriteStream } from "node:tty";
import { terminal } from "../src/host/display.ts";
import { type Paint, paintOf } from "../src/report/paint.ts";
import type { Count, Milliseconds } from "../src/units.ts";

export interface Screen {
  /** Columns that no line may exceed. */
  readonly width: Count;
  readonly paint: Paint;
  /** Prints a line that stays. */
  print(line: string): void;
  /** Shows a line that the next one replaces; without a text, takes it away. */
  flash(line?: string): void;
}

/** The standard output: colours as NO_COLOR and FORCE_COLOR wish, a moving line only on a terminal. */
export function standardOutput(stdout: WriteStream = process.stdout): Screen {
  const { width, color } = terminal();
  const clear = stdout.isTTY ? "\r\u001b[2K" : "";
  return {
    width: Math.min(Math.max(width, NARROWEST), WIDEST),
    paint: paintOf(color),
    print: (line) => stdout.write(`${clear}${line}\n`),
    flash: (line = "") => {
      if (stdout.isTTY) stdout.write(clear + line);
    },
  };
}

const NARROWEST: Count = 60;
const WIDEST: Count = 100;

/** How often the moving line moves. */
const TICK: Milliseconds = 100;
const WHEEL = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";

/** The result of `work`, with a moving line while it takes. */
export async function watched<T>(screen: Screen, label: string, work: Promise<T>): Promise<T> {
  const started = performance.now();
  let turn = 0;
  const tick = (): void => {
    const wheel = WHEEL[turn++ % WHEEL.length] ?? "";
    const time = `${((performance.now() - started) / 1000).toFixed(1)} s`;
    screen.flash(`${screen.paint("cyan", wheel)} ${label}  ${screen.paint("dim", time)}`);
  };
  tick();
  const timer = setInterval(tick, TICK);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    screen.flash();
  }
}
