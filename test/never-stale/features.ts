// What the stories may contain beyond what nobody disputes. Each switch is a promise that can be taken out of the property
// while it is discussed; the README or an issue must say so then.

/** Functions return captured objects themselves; edits then change results that a cache handed out before. */
export const SHARED_RESULTS: boolean = process.env.NEVER_STALE_SHARED === "on";

/** Functions look whether two captured values are one object, or whether a kept instance is one of a class defined anew. */
export const IDENTITIES: boolean = process.env.NEVER_STALE_IDENTITIES !== "off";

/** `cache(f)` alone, without `defineOnce`, checks what it depends on as well. */
export const BARE_CACHE: boolean = process.env.NEVER_STALE_BARE !== "off";
