import { z } from "zod";

const formerWhole = z.object({
  responseId: z.number(),
  taggedBy: z.string(),
  taggedAt: z.string(),
});

const formerPassage = formerWhole.extend({
  publicId: z.string(),
  answerId: z.number().nullable(),
  attachmentId: z.number().nullable(),
  startOffset: z.number(),
  endOffset: z.number(),
  memo: z.string(),
  /** The passage of the same words that it became one with. */
  into: z.string(),
  memoBefore: z.string(),
  memoAfter: z.string(),
});
export type FormerPassage = z.infer<typeof formerPassage>;
export type FormerWhole = z.infer<typeof formerWhole>;

/** What stood apart before a merge made it one with another. Its words are the other's, and are not kept twice. */
export const formerSchema = z.union([formerPassage, formerWhole]);
