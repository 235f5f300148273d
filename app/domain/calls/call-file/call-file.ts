import { z } from "zod";
import { slugPattern, maxSlugCharacters } from "../new-calls.ts";
import type { CheckedDefinition } from "../definition.ts";
import { definitionShape } from "../definition.ts";

export const callFileFormat = "heard-call";
/** Written anew where an older Heard could not read what a newer one writes. */
export const callFileVersion = 1;
export const maxCallFileBytes = 1_000_000;
/** A rule of the deepest kind stands at about 30. */
export const deepestCallFile = 64;

/** What a file of a call holds, but for the rules between its parts. */
export const callFileShape = z.strictObject({
  format: z.literal(callFileFormat),
  version: z.literal(callFileVersion),
  slug: z.string().regex(slugPattern).max(maxSlugCharacters),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  definition: definitionShape,
});

type DefinitionFault = Extract<
  CheckedDefinition,
  { ok: false }
>["problems"][number];

/** Why a file cannot be taken as a call. */
export type CallFileFault =
  | { reason: "too-big" | "too-deep" | "not-a-call" }
  /** `line` begins with 1; undefined where the end is missing. */
  | { reason: "not-json"; line: number | undefined }
  | { reason: "newer"; version: number }
  /** Names that no part of a call has, with the way to each: "pages.2.questions.0.lable". */
  | { reason: "unknown-names"; at: string[] }
  | { reason: "problems"; problems: DefinitionFault[] };
