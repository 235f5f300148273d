import { z } from "zod";
import { maxMemoCharacters, maxQuoteCharacters } from "./passages.ts";
import { largestWholeNumber } from "../text/whole-numbers.ts";
import { readTextSource } from "./reading.ts";
import { type TagProblem, tagWordsSchema } from "./tags.ts";

const offset = z.number().int().min(0).max(10_000_000).optional();

/** What can be the matter with a form of the tagging panel; a screen says it. */
export type TaggingProblem =
  | TagProblem
  | "source-missing"
  | "quote-missing"
  | "quote-too-long"
  | "tag-missing"
  | "memo-too-long"
  | "tag-not-on-list"
  | "too-many-tags"
  | "version-missing";

const because = (problem: TaggingProblem) => problem;

/** The number of a row, or of its version. */
const rowNumber = (problem?: TaggingProblem) =>
  z.number(problem).int(problem).max(largestWholeNumber, problem);

export const maxTagsOfResponse = 1_000;

const listOfTags = z
  .array(rowNumber(because("tag-not-on-list")))
  .max(maxTagsOfResponse, because("too-many-tags"))
  .default([]);

/** The passage of "Tag a passage", given by a selection or by its words. Empty fields come as undefined. */
export const passageTextSchema = z
  .object({
    source: z
      .string({ error: because("source-missing") })
      .transform((source, context) => {
        const found = readTextSource(source);
        if (found) return found;
        context.addIssue(because("source-missing"));
        return z.NEVER;
      }),
    quote: z
      .string({ error: because("quote-missing") })
      .max(maxQuoteCharacters, because("quote-too-long")),
    startOffset: offset,
    endOffset: offset,
    /** Which of several places was meant, as "120-146". */
    place: z
      .string()
      .regex(/^\d{1,8}-\d{1,8}$/)
      .optional(),
  })
  .transform(({ place, source, ...form }) => {
    const [placeStart, placeEnd] = place?.split("-").map(Number) ?? [];
    return {
      source,
      quote: form.quote,
      startOffset: placeStart ?? form.startOffset,
      endOffset: placeEnd ?? form.endOffset,
    };
  });

/** The tags of "Tag a passage": of the list, and one that is written anew. */
const passageTagSchema = z
  .object({
    passageTagIds: listOfTags,
    passageNewTagName: z.string().optional(),
    passageNewTagDefinition: z.string().optional(),
  })
  .transform((form, context) => {
    const newTag = readNewTag(
      {
        name: form.passageNewTagName,
        definition: form.passageNewTagDefinition,
      },
      { prefix: "passage", context },
    );
    const tagIds = form.passageTagIds;
    if (typeof newTag === "object") return { tagIds, newTag };
    if (newTag === "none-written" && tagIds.length > 0) return { tagIds };
    if (newTag === "none-written")
      context.addIssue({
        code: "custom",
        path: ["passageTagIds"],
        message: because("tag-missing"),
      });
    return z.NEVER;
  });

const passageMemoSchema = z.object({
  memo: z.string().max(maxMemoCharacters, because("memo-too-long")).default(""),
});

/** The whole form of "Tag a passage", in the order of its fields: its errors are told in it. */
export const passageSchema = passageTextSchema
  .and(passageTagSchema)
  .and(passageMemoSchema);

/** The form of the tags of a whole response: those that are ticked, and those that were when the page was made. */
export const responseTagsSchema = z
  .object({
    tagIds: listOfTags,
    seenTagIds: listOfTags,
    answersVersion: rowNumber().optional(),
    responseNewTagName: z.string().optional(),
    responseNewTagDefinition: z.string().optional(),
  })
  .transform(({ tagIds, seenTagIds, answersVersion, ...form }, context) => {
    const newTag = readNewTag(
      {
        name: form.responseNewTagName,
        definition: form.responseNewTagDefinition,
      },
      { prefix: "response", context },
    );
    if (newTag === "incomplete") return z.NEVER;
    return {
      tagIds,
      seenTagIds,
      answersVersion,
      newTag: newTag === "none-written" ? undefined : newTag,
    };
  });

/** A new tag needs both its name and its definition, or neither was meant. */
function readNewTag(
  written: { name: string | undefined; definition: string | undefined },
  field: { prefix: string; context: z.RefinementCtx },
) {
  const { name = "", definition = "" } = written;
  if (name.trim() === "" && definition.trim() === "") return "none-written";
  const parsed = tagWordsSchema.safeParse({ name, definition });
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const part = issue.path[0] === "name" ? "Name" : "Definition";
    field.context.addIssue({
      code: "custom",
      path: [`${field.prefix}NewTag${part}`],
      message: issue.message,
    });
  }
  return "incomplete";
}
