// Numbers as people read them. Every function here is total: a broken clock or counter prints something short, never throws.

import type { Bytes, Count, Milliseconds } from "../units.ts";

/**
 * A duration in one or two units: `840 µs`, `12 ms`, `3.2 s`, `2 min 5 s`, `3 h 12 min`, `2 d 4 h`.
 * One decimal below 10 of a unit. Negative and undefined durations print as `0 s`.
 */
export function durationText(duration: Milliseconds): string {
  if (!(duration > 0)) return "0 s";
  if (duration === Number.POSITIVE_INFINITY) return "∞";

  // Each unit is chosen by the rounded figure, so that 999.7 µs reads "1 ms" and not "1000 µs".
  const micros = Math.round(duration * 1000);
  if (micros < 1) return "<1 µs";
  if (micros < 1000) return `${micros} µs`;
  if (Math.round(duration) < 1000) return `${short(duration)} ms`;

  const seconds = Math.round(duration / 1000);
  if (seconds < 60) return `${short(duration / 1000)} s`;
  if (seconds < 3600) return twoUnits(seconds, 60, "min", "s");
  const minutes = Math.round(duration / 60_000);
  if (minutes < 1440) return twoUnits(minutes, 60, "h", "min");
  return twoUnits(Math.round(duration / 3_600_000), 24, "d", "h");
}

/** A size in decimal units: `0 B`, `512 B`, `1.2 kB`, `12 kB`, `3 MB`. Negative and undefined sizes print as `0 B`. */
export function bytesText(bytes: Bytes): string {
  if (!(bytes > 0)) return "0 B";
  if (bytes === Number.POSITIVE_INFINITY) return "∞";
  const units = ["B", "kB", "MB", "GB", "TB"] as const;
  let size = bytes;
  let unit = 0;
  while (Math.round(size) >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${unit === 0 ? Math.ceil(size) : short(size)} ${units[unit] ?? "TB"}`;
}

/** A count with thousands apart: `7`, `1,200`, `1,234,567`. */
export function countText(count: Count): string {
  return String(count).replace(/^\d{4,}$/, (digits) => digits.replace(/\B(?=(?:\d{3})+$)/g, ","));
}

/**
 * A count with its noun: `1 result`, `2 results`.
 *
 * @param many - the plural; default: the noun with an "s".
 */
export function countOf(count: Count, noun: string, many = `${noun}s`): string {
  return `${countText(count)} ${count === 1 ? noun : many}`;
}

/** How often: `never`, `once`, `twice`, `3 times`. */
export function timesText(count: Count): string {
  if (count === 0) return "never";
  if (count === 1) return "once";
  return count === 2 ? "twice" : `${countText(count)} times`;
}

/** How long ago a moment was: `just now` (less than 2 s, or in the future), `12 s ago`, `3 min ago`, `2 h ago`, `5 d ago`. */
export function agoText(at: Milliseconds, now: Milliseconds): string {
  const seconds = Math.floor((now - at) / 1000);
  if (!(seconds >= 2)) return "just now";
  if (seconds < 60) return `${seconds} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h ago`;
  return `${Math.floor(seconds / 86_400)} d ago`;
}

/** One decimal below 10, none above, and no ".0". */
function short(figure: number): string {
  const rounded = figure < 9.95 ? Math.round(figure * 10) / 10 : Math.round(figure);
  return String(rounded);
}

function twoUnits(total: number, base: number, large: string, small: string): string {
  const rest = total % base;
  const whole = `${Math.floor(total / base)} ${large}`;
  return rest === 0 ? whole : `${whole} ${rest} ${small}`;
}
