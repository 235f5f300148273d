import type { Viewer } from "#app/domain/responses/visible-responses.ts";

/** Somebody who sees whatever staff see, where it does not matter who. */
export const anyLead: Viewer = { staffId: "anyone", role: "lead" };
