// The same three functions in TypeScript and in Python, of 5, 30 and 200 lines, and an edit of each that keeps its
// meaning and one that does not. Longer ones repeat the body of the middle one, as long functions tend to.

export interface Subject {
  readonly lines: number;
  readonly javascript: string;
  readonly python: string;
}

const JAVASCRIPT_BODY = `
  const random = generator(seed);
  const means = [];
  for (let run = 0; run < runs; run++) {
    let total = 0;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[Math.floor(random() * rows.length)];
      if (row === undefined || Number.isNaN(row.value)) {
        continue;
      }
      total += row.value * (row.weight ?? 1);
    }
    means.push(total / rows.length);
  }
  means.sort((a, b) => a - b);
  const low = means[Math.floor(((1 - level) / 2) * runs)];
  const high = means[Math.floor(((1 + level) / 2) * runs)];
  const mean = means.reduce((sum, each) => sum + each, 0) / runs;
  const spread = Math.sqrt(
    means.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (runs - 1),
  );
  if (verbose) {
    console.log(\`mean \${mean.toFixed(3)} in [\${low}, \${high}]\`);
  }
  report.push({ mean, low, high, spread, runs, level });`;

const PYTHON_BODY = `
    random = generator(seed)
    means = []
    for run in range(runs):
        total = 0
        for i in range(len(rows)):
            row = rows[math.floor(random() * len(rows))]
            if row is None or math.isnan(row.value):
                continue
            total += row.value * (1 if row.weight is None else row.weight)
        means.append(total / len(rows))
    means.sort(key=lambda a: a)
    low = means[math.floor(((1 - level) / 2) * runs)]
    high = means[math.floor(((1 + level) / 2) * runs)]
    mean = functools.reduce(lambda sum, each: sum + each, means, 0) / runs
    spread = math.sqrt(
        functools.reduce(lambda sum, each: sum + (each - mean) ** 2, means, 0)
        / (runs - 1)
    )
    if verbose:
        print(f"mean {mean:.3f} in [{low}, {high}]")
    report.append(
        {
            "mean": mean,
            "low": low,
            "high": high,
            "spread": spread,
        }
    )`;

const javascript = (bodies: number): string => `function subject(rows, options = {}) {
  const { runs = 1000, seed = 42, level = 0.95, verbose = false } = options;
  const report = [];${Array.from({ length: bodies }, (_, index) => `\n  {${JAVASCRIPT_BODY}\n  // part ${index}\n  }`).join("")}
  return report;
}`;

const python = (bodies: number): string => `def subject(rows, runs=1000, seed=42, level=0.95, verbose=False):
    report = []${PYTHON_BODY.repeat(bodies)}
    return report
`;

const lines = (text: string): number => text.trimEnd().split("\n").length;

const small: Subject = {
  lines: 5,
  javascript: `function subject(rows, level = 0.95) {
  const total = rows.reduce((sum, row) => sum + row.value, 0);
  const mean = total / rows.length;
  return mean > level ? mean : level;
}`,
  python: `def subject(rows, level=0.95):
    total = functools.reduce(lambda sum, row: sum + row.value, rows, 0)
    mean = total / len(rows)
    result = mean if mean > level else level
    return result
`,
};

/** Python's texts have as many lines as ours, or fewer. */
export const SUBJECTS: readonly Subject[] = [
  small,
  { lines: lines(javascript(1)), javascript: javascript(1), python: python(1) },
  { lines: lines(javascript(7)), javascript: javascript(7), python: python(7) },
];
