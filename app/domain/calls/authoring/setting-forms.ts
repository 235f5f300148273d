import { z } from "zod";
import {
  dropsWelsh,
  type EditProblem,
  line,
  numberTyped,
  seen,
  text,
} from "./forms.ts";
import { moveSchema } from "./move-one.ts";

export const maxHelpLines = 10;
/** Empty boxes for more help lines, each time the form is opened. */
export const emptyHelpLines = 2;
export const maxSections = 20;
export const emptySections = 3;

const because = (problem: EditProblem) => problem;

const webAddress = z
  .string()
  .trim()
  .max(1_000, because("address-not-https"))
  .pipe(z.url({ protocol: /^https$/, error: because("address-not-https") }))
  .optional();
const phone = z
  .string()
  .trim()
  .regex(/^\+?[0-9][0-9 ]{1,19}$/, because("phone-not-digits"))
  .optional();

const ofHelpLines = <Box extends z.ZodType>(box: Box) =>
  z
    .array(box)
    .max(maxHelpLines + emptyHelpLines)
    .default([]);

/** For people to whom answering may do harm; a box of each kind for each help line. */
export const careFormSchema = z.object({
  danger: text,
  who: ofHelpLines(line),
  reached: ofHelpLines(line),
  phone: ofHelpLines(phone),
  address: ofHelpLines(webAddress),
  exitTo: webAddress,
  /** Of the help line in one of the boxes, by its number from 0. */
  move: moveSchema,
  dropsWelsh,
  seen,
});

/** How many files, and how large. */
export const filesFormSchema = z.object({
  maxFiles: numberTyped("files-no-number", 50),
  maxFileMegabytes: numberTyped("megabytes-no-number", 1024),
  seen,
});

const ofSections = <Box extends z.ZodType>(box: Box) =>
  z
    .array(box)
    .max(maxSections + emptySections)
    .default([]);

/** How the pages stand together: each section as it was shown, its title and its place. */
export const sectionsFormSchema = z.object({
  navigation: z.enum(["pages", "task-list"]).default("pages"),
  sectionId: ofSections(z.string().max(40).optional()),
  sectionTitle: ofSections(line),
  sectionPlace: ofSections(z.string().max(10).optional()),
  seen: z.string().max(2_000),
});

export type CareForm = z.output<typeof careFormSchema>;
export type FilesForm = z.output<typeof filesFormSchema>;
export type SectionsForm = z.output<typeof sectionsFormSchema>;
