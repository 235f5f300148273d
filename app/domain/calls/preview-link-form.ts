import { z } from "zod";
import { readWholeNumber } from "../text/whole-numbers.ts";

/** What is done about links to previews: one is made, one is ended, or all. */
export const previewLinkSchema = z.object({
  step: z.enum(["make", "end", "end-all"]).default("make"),
  /** What is seen under a new one: `now`, or the number of a version. */
  shows: z.string().max(20).default("now"),
  /** The number of the one that is ended. */
  link: z
    .string()
    .max(20)
    .default("")
    .transform((written) => readWholeNumber(written) ?? 0),
});
