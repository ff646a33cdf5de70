// Which function of an output stands in the place of which of a source. Tools rename locals and add functions of their own
// (helpers, the function around an enum or a namespace), so neither names nor numbers alone can tell.

/** What is known of a place. */
interface Place {
  readonly path: string;
  readonly kind: string;
  /** Of several that would fit, those with one digest belong together. */
  readonly digest: string;
  readonly start: number;
  readonly end: number;
}

interface Tree<P> {
  readonly place: P;
  readonly inner: Tree<P>[];
}

/** Pairs of places, by the one in the source. Both lists are in the order of their starts. */
export function aligned<P extends Place>(before: readonly P[], after: readonly P[]): ReadonlyMap<P, P> {
  const pairs = new Map<P, P>();
  const align = (left: readonly Tree<P>[], right: readonly Tree<P>[]): void => {
    const isOneToOne =
      left.length === right.length &&
      left.every(({ place }, index) => isLike(place, right[index]?.place, false));
    const matches = isOneToOne
      ? left.map((each, index) => [each, right[index]] as const)
      : matched(left, right);
    const rest = new Set(right);
    const unmatched: Tree<P>[] = [];
    for (const [source, output] of matches) {
      if (output === undefined) unmatched.push(source);
      else {
        rest.delete(output);
        pairs.set(source.place, output.place);
        align(source.inner, output.inner);
      }
    }
    // What the tool added may hold what is missing: the members of a namespace.
    const inside = [...rest].flatMap(({ inner }) => inner);
    if (unmatched.length > 0 && inside.length > 0) align(unmatched, inside);
  };
  align(trees(before), trees(after));
  return pairs;
}

/** Functions with those that stand in them. */
function trees<P extends Place>(places: readonly P[]): readonly Tree<P>[] {
  const roots: Tree<P>[] = [];
  const around: Tree<P>[] = [];
  for (const place of places) {
    while ((around.at(-1)?.place.end ?? Number.POSITIVE_INFINITY) <= place.start) around.pop();
    const tree: Tree<P> = { place, inner: [] };
    (around.at(-1)?.inner ?? roots).push(tree);
    around.push(tree);
  }
  return roots;
}

/**
 * Whether two places may be one. Both stand at the same depth, which tells the members of a namespace from the function around
 * them that tools write and sources do not have.
 */
function isLike(one: Place, other: Place | undefined, byName: boolean): boolean {
  if (other === undefined || one.kind !== other.kind) return false;
  const [names, others] = [one.path.split("."), other.path.split(".")];
  return names.length === others.length && (!byName || nameOf(names) === nameOf(others));
}

/** The common subsequence of two lists, by kind and name, in which most digests agree. */
function matched<P extends Place>(
  left: readonly Tree<P>[],
  right: readonly Tree<P>[],
): readonly (readonly [Tree<P>, Tree<P> | undefined])[] {
  const weight = (row: number, column: number): number => {
    const [one, other] = [left[row]?.place, right[column]?.place];
    if (one === undefined || !isLike(one, other, true)) return 0;
    return one.digest === other?.digest ? 2 : 1;
  };
  const lengths = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  const at = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  for (let row = left.length - 1; row >= 0; row--) {
    for (let column = right.length - 1; column >= 0; column--) {
      const own = weight(row, column);
      const length = Math.max(
        own === 0 ? 0 : at(row + 1, column + 1) + own,
        at(row + 1, column),
        at(row, column + 1),
      );
      lengths[row]?.splice(column, 1, length);
    }
  }
  const pairs: [Tree<P>, Tree<P> | undefined][] = [];
  let column = 0;
  left.forEach((tree, row) => {
    while (at(row, column) > 0 && at(row, column) === at(row, column + 1)) column++;
    const own = weight(row, column);
    const isMatch = own > 0 && at(row, column) === at(row + 1, column + 1) + own;
    pairs.push([tree, isMatch ? right[column] : undefined]);
    if (isMatch) column++;
  });
  return pairs;
}

function nameOf(names: readonly string[]): string {
  return (names.at(-1) ?? "").replace(/\d+/, "");
}
