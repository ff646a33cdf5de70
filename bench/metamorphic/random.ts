// Numbers as if by chance, the same in every run of a seed.

/** Whole numbers from 0 up to, not including, a limit. */
export type Random = (limit: number) => number;

/** Mulberry32. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

/** Numbers of its own for each text, so that what is made of one does not depend on what else is there (FNV-1a). */
export function randomFor(text: string, seed: number): Random {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return random(hash);
}

/** So many of a list, each as likely as any other; in the list's order. */
export function sampled<T>(list: readonly T[], count: number, next: Random): readonly T[] {
  if (count >= list.length) return list;
  const places = list.map((_, index) => index);
  for (let index = 0; index < count; index++) {
    const other = index + next(places.length - index);
    const here = places[index] ?? 0;
    places[index] = places[other] ?? 0;
    places[other] = here;
  }
  const chosen = new Set(places.slice(0, count));
  return list.filter((_, index) => chosen.has(index));
}
