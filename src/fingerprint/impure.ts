// What results may depend on and no fingerprint can see: time, chance, and the world outside.

const IMPURE: readonly RegExp[] = [
  /^Math\.random$/,
  /^Date\.now$/,
  /^performance\.now$/,
  /^crypto\.(?:randomUUID|getRandomValues)$/,
  /^fetch$/,
  /^(?:XMLHttpRequest|WebSocket|EventSource)$/,
  /^process\.(?:hrtime|cwd|uptime|memoryUsage|cpuUsage|chdir)/,
  /^node:(?:fs|child_process|cluster|dgram|dns|http|http2|https|net|os|readline|tls|worker_threads)(?:\/| )/,
  /^Deno\.(?:read|open|stat|lstat|Command|cwd|env|listen|connect|memoryUsage|hostname|loadavg|osUptime)/,
  /^Bun\.(?:file|write|spawn|serve|nanoseconds|env)/,
];

/** The name itself if it stands for something impure: `Math.random`, `node:fs`. */
export function impureNames(name: string): readonly string[] {
  return IMPURE.some((pattern) => pattern.test(name)) ? [name] : [];
}

/** Whether a code makes a date from nothing, which is that of the present moment. */
export function readsNow(text: string): boolean {
  return NOW.test(text);
}

const NOW = /\bDate\s*\(\s*\)|\bnew\s+Date\b(?!\s*\()/;
