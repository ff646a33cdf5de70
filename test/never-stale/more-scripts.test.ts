// The other half of the stories of `scripts.test.ts`, so that two cores can share them.

import { noneIsStale } from "./promise.ts";

noneIsStale({ place: "scripts", seed: 20221124, count: 4000 });
