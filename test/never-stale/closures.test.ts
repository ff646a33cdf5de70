// The promise "never stale", over random stories in closures of functions, CommonJS modules and ECMAScript modules, whose
// variables only the inspector of V8 can read.

import { noneIsStale } from "./promise.ts";

noneIsStale({ place: "closures", seed: 20221123, count: 2000 });
