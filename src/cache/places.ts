// The place of each primitive argument. Whole numbers that lie close together, as most do, are looked up in an array: a hit among
// 100,000 of them takes 71 ns instead of 170 with a Map of places (Node 20, bench/cache/keys.ts). -0 has no place: a Map takes it
// for 0.

import type { Count } from "../units.ts";

/** Places by argument. Each argument is in one of both. */
export interface Places {
  /** By whole number, from 0 on; 0 for those without a place, else the place and 1. */
  byNumber: Int32Array;
  readonly others: Map<unknown, Count>;
  /** How many there are. */
  count: Count;
}

export function emptyPlaces(): Places {
  return { byNumber: new Int32Array(LEAST), others: new Map(), count: 0 };
}

/** The place of an argument. */
export function placeOf({ byNumber, others }: Places, value: unknown): Count | undefined {
  if (typeof value !== "number") return others.get(value);
  // Where V8 knows that a number is whole, it looks it up without a call.
  const whole = value | 0;
  if (whole !== value) return others.get(value);
  if (whole === 0 && Object.is(value, -0)) return undefined;
  if (whole < 0 || whole >= byNumber.length) return others.get(whole);
  const next = byNumber[whole] ?? 0;
  return next === 0 ? undefined : next - 1;
}

/** Gives an argument a place; it must have none. */
export function putPlace(places: Places, value: unknown, place: Count): void {
  places.count++;
  if (!isIndex(value)) {
    places.others.set(value, place);
    return;
  }
  if (value >= places.byNumber.length) grow(places, value);
  if (value < places.byNumber.length) places.byNumber[value] = place + 1;
  else places.others.set(value, place);
}

export function deletePlace(places: Places, value: unknown): void {
  places.count--;
  if (isIndex(value) && value < places.byNumber.length) places.byNumber[value] = 0;
  else places.others.delete(value);
}

function isIndex(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && (value | 0) === value && !Object.is(value, -0);
}

const LEAST: Count = 16;
/** The array has so many elements for each argument, at most: as much memory as a Map would take. */
const ELEMENTS_EACH: Count = 4;

/** Makes the array long enough for a number, if there are numbers enough to be worth it. */
function grow(places: Places, value: Count): void {
  const length = 2 ** Math.ceil(Math.log2(value + 1));
  if (length > ELEMENTS_EACH * places.count) return;
  const grown = new Int32Array(length);
  grown.set(places.byNumber);
  for (const [other, place] of places.others) {
    if (!isIndex(other) || other >= length) continue;
    grown[other] = place + 1;
    places.others.delete(other);
  }
  places.byNumber = grown;
}
