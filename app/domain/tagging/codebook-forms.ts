import { z } from "zod";
import { largestWholeNumber } from "../text/whole-numbers.ts";
import { tagNotesSchema, tagWordsSchema } from "./tags.ts";

const rowNumber = (message?: string) =>
  z.coerce
    .number({ error: message })
    .int(message)
    .min(1, message)
    .max(largestWholeNumber, message);

/** A tag's name as it is typed to choose that tag; empty for none. */
const tagNamed = z.string().trim().max(1_000).default("");

/** A new tag on the page of all tags. */
export const newTagSchema = tagWordsSchema
  .extend(tagNotesSchema.shape)
  .extend({ partOf: tagNamed });

/** Whether what a form would come to is shown first, or is done. */
const step = z.enum(["preview", "confirm"]).default("preview");

/** A tag's words, its notes and its place. */
export const changedTagSchema = newTagSchema.extend({
  rowVersion: rowNumber("version-missing"),
  step,
});

/** What a preview was of, so that it is seen whether something changed since. */
const seen = z.string().max(200).default("");

/** One tag becomes part of what another stands for. */
export const mergeSchema = z.object({
  into: z.string("tag-missing").trim().min(1, "tag-missing").max(1_000),
  step,
  seen,
});

/** So many are chosen at once. */
export const maxChosen = 200;

/** What is tagged goes from one tag to another, or to a new one. */
export const recodeSchema = z.object({
  items: z
    .array(z.string().max(100), "nothing-chosen")
    .min(1, "nothing-chosen")
    .max(maxChosen),
  to: tagNamed,
  newName: z.string().max(1_000).default(""),
  newDefinition: z.string().max(100_000).default(""),
  step,
  seen,
});

export const retireSchema = z.object({
  to: z.enum(["retired", "in-use"]).default("retired"),
  rowVersion: rowNumber("version-missing").optional(),
});

export const undoSchema = z.object({
  change: rowNumber("version-missing"),
});

/** What was coded under an old definition and was looked at again. */
export const recheckSchema = z.object({
  items: z
    .array(z.string().max(100), "nothing-chosen")
    .min(1, "nothing-chosen")
    .max(maxChosen),
});

/** A codebook that is taken in, as the text of its file. */
export const codebookSchema = z.object({
  text: z.string("codebook-missing").min(1, "codebook-missing"),
  step,
  seen,
});

/** Of the form that brings a coded project; its file comes beside the fields. */
export const projectUploadSchema = z.object({});

/** Of the form on a project's page. */
export const projectStepSchema = z.object({
  step: z.enum(["land", "take-back", "discard"]),
  /** The version of the project that was shown. */
  seen: z.coerce.number().int().min(0),
});
