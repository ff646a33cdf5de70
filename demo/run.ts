// `npm run demo`: shows what define-once does to a notebook in a real kernel. Ends with exit code 0 only if every
// expectation held, so it is a test as well.

import { standardOutput } from "./screen.ts";
import { show } from "./show.ts";

try {
  process.exitCode = (await show(standardOutput())) ? 0 : 1;
} catch (error) {
  const causes: string[] = [];
  for (let at: unknown = error; at instanceof Error; at = at.cause) causes.push(at.message);
  console.error(causes.length === 0 ? error : causes.join("\n"));
  process.exitCode = 1;
}
