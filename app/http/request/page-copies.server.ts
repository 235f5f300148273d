/**
 * For a page that a person types into: a page that is not stored comes back
 * empty in Firefox when its reader goes back to it (docs/decisions/170).
 */
export const keptByThisBrowser = { "Cache-Control": "private, no-cache" };
