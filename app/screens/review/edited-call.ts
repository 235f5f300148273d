import type { WorkingCopy } from "#app/domain/calls/authoring/working-copy.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";

/** A call as it is being changed, and as it was published. */
export type Edited = { call: Call; copy: WorkingCopy; published: WorkingCopy };
