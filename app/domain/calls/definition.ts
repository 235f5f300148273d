import { z } from "zod";
import { conditionSchema } from "./conditions.ts";
import { aboutCallShape } from "./about-call.ts";
import { equalitySchema } from "./equality.ts";
import {
  type CallWords,
  inLanguage,
  type Language,
  wordsSchema,
} from "./languages.ts";
import {
  type DefinitionProblem,
  definitionProblems,
  isOfReservedId,
} from "./definition-problems.ts";
import type { AnswerValue, Reading } from "./question-types/question-type.ts";
import type { ItemOf } from "./question-types/repeating-group.ts";
import {
  questionSchema,
  questionTypeOf,
} from "./question-types/question-types.ts";

export const pageSchema = z.object({
  /** The page's part of the address. */
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  /** Needed where a page has more than one question; else the question is the heading. */
  title: wordsSchema.optional(),
  intro: wordsSchema.optional(),
  /** The id of the section it belongs to, where the form is a task list. */
  section: z.string().max(40).optional(),
  /** The id of the condition under which it is asked; left out, everybody is asked it. */
  showIf: z.string().max(40).optional(),
  questions: z.array(questionSchema).min(1).max(20),
});

/** Pages that stand together in a task list. */
export const sectionSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  title: wordsSchema,
});

export type CallPage = z.infer<typeof pageSchema> & {
  /** Of the page of one item of a repeating group: it stands in no definition. */
  itemOf?: ItemOf;
  /** Of a page with a group: what an earlier version asked of each item besides, as the page of a group that is never asked. */
  droppedItems?: CallPage;
};

/**
 * A call's words, pages and questions. Versions are immutable, and each draft
 * and response is pinned to the one it was answered on.
 */
export const definitionShape = z.object({
  title: wordsSchema,
  ...aboutCallShape,
  /** One or two sentences on the first page. */
  summary: wordsSchema,
  /** The call's own page, in Prose: what it is for, who may answer, how answers are used, before you start. */
  purpose: wordsSchema,
  whoMayAnswer: wordsSchema,
  howAnswersAreUsed: wordsSchema,
  beforeYouStart: wordsSchema,
  /** On the confirmation: what happens next and when. */
  whatHappensNext: wordsSchema,
  /** The button that sends: "Send your evidence". */
  sendLabel: wordsSchema,
  attachments: z
    .object({
      maxFiles: z.number().int().min(1).max(50).default(10),
      maxFileMegabytes: z.number().int().min(1).max(1024).default(50),
    })
    .default({ maxFiles: 10, maxFileMegabytes: 50 }),
  /** One page after another, or a list of sections to be answered in any order. */
  navigation: z.enum(["pages", "task-list"]).default("pages"),
  sections: z.array(sectionSchema).max(20).default([]),
  /** What pages are shown by: each may look at the answers of earlier pages. */
  conditions: z.array(conditionSchema).max(100).default([]),
  pages: z.array(pageSchema).min(1).max(60),
  /** What is asked about the person after everything else, and kept apart from all of it. */
  equality: equalitySchema.optional(),
});

/** What a definition is taken in with, wherever one is handed in or made. */
export const callDefinitionSchema = definitionShape.superRefine(
  (definition, context) => {
    for (const problem of definitionProblems(definition))
      context.addIssue({ code: "custom", message: problem.reason });
  },
);

/** What a stored one is read with: an id that came to be reserved since keeps nobody from what was answered. */
export const storedDefinitionSchema = definitionShape.superRefine(
  (definition, context) => {
    for (const problem of definitionProblems(definition))
      if (!isOfReservedId(problem))
        context.addIssue({ code: "custom", message: problem.reason });
  },
);

export type CallDefinition = z.infer<typeof callDefinitionSchema>;

export type CheckedDefinition =
  | { ok: true; definition: CallDefinition }
  | {
      ok: false;
      problems: (
        | DefinitionProblem
        /** What Zod says of a part that is not there or of another kind. */
        | { reason: "misshapen"; at: string; detail: string }
      )[];
    };

/** Takes a definition that somebody has written, or says all that stands against it. */
export function checkDefinition(value: unknown): CheckedDefinition {
  const shaped = definitionShape.safeParse(value);
  if (!shaped.success) {
    const problems = shaped.error.issues.map(({ path, message }) => ({
      reason: "misshapen" as const,
      at: path.join("."),
      detail: message,
    }));
    return { ok: false, problems };
  }
  const problems = definitionProblems(shaped.data);
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, definition: shaped.data };
}

/** The page's heading: its title, or its only question's label. */
export function pageHeading(page: CallPage, language: Language): string {
  const words: CallWords | undefined = page.title ?? page.questions[0]?.label;
  return words ? inLanguage(words, language) : "";
}

/** Answers by question id, as the form sent them or as they are stored. */
export type Answers = Record<string, AnswerValue | undefined>;

/** One Zod schema for a page's form, used in the browser and in the action. */
export function pageAnswersSchema(page: CallPage, reading: Reading) {
  const shape: Record<string, z.ZodType<AnswerValue | undefined>> = {};
  for (const question of page.questions) {
    shape[question.id] = questionTypeOf(question).schema(question, reading);
  }
  return z.object(shape);
}
