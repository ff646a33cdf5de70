// The promise "never stale", over random stories in script scope: what a Node REPL, ijavascript and Deno give to cells.
// Half of the stories of the continuous integration; `more-scripts.test.ts` tells the others beside it.

import { noneIsStale } from "./promise.ts";

noneIsStale({ place: "scripts", seed: 20221123, count: 4000 });
