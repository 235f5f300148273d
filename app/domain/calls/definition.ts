import { z } from "zod";
import {
  type CallWords,
  inLanguage,
  type Language,
  wordsSchema,
} from "./languages.ts";
import type { AnswerValue, Reading } from "./question-types/question-type.ts";
import {
  type Question,
  questionSchema,
  questionTypeOf,
  takesFiles,
} from "./question-types/question-types.ts";

const pageSchema = z.object({
  /** The page's part of the address. */
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  /** Needed where a page has more than one question; else the question is the heading. */
  title: wordsSchema.optional(),
  intro: wordsSchema.optional(),
  questions: z.array(questionSchema).min(1).max(20),
});

export type CallPage = z.infer<typeof pageSchema>;

/** A page's own hidden fields and buttons. */
const reservedQuestionIds = ["draft", "version", "rendering", "intent"];

const isIdentifyingFile = (question: Question) =>
  takesFiles(question) && question.identifying;

/**
 * A call's words, pages and questions. Versions are immutable, and each draft
 * and response is pinned to the one it was answered on.
 */
export const callDefinitionSchema = z
  .object({
    title: wordsSchema,
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
    pages: z.array(pageSchema).min(1).max(60),
  })
  .superRefine((definition, context) => {
    const pageIds = definition.pages.map((page) => page.id);
    const questionIds = definition.pages.flatMap((page) =>
      page.questions.map((question) => question.id),
    );
    for (const [what, ids] of [
      ["page", pageIds],
      ["question", questionIds],
    ] as const) {
      const twice = ids.find((id, index) => ids.indexOf(id) !== index);
      if (twice)
        context.addIssue({
          code: "custom",
          message: `Two ${what}s have the id "${twice}"`,
        });
    }
    for (const id of ["check", "sent", "draft", "copy", "delete", "late"]) {
      if (pageIds.includes(id)) {
        context.addIssue({
          code: "custom",
          message: `A page cannot have the id "${id}": Heard has one there`,
        });
      }
    }
    for (const id of reservedQuestionIds) {
      if (questionIds.includes(id)) {
        context.addIssue({
          code: "custom",
          message: `A question cannot have the id "${id}": the form of its page has a field of that name`,
        });
      }
    }
    for (const page of definition.pages) {
      if (page.questions.some(isIdentifyingFile)) {
        context.addIssue({
          code: "custom",
          message: `Page "${page.id}" has an identifying question for files: what is in a file is read and searched`,
        });
      }
      if (page.questions.length > 1 && !page.title) {
        context.addIssue({
          code: "custom",
          message: `Page "${page.id}" has several questions and no title`,
        });
      }
    }
  });

export type CallDefinition = z.infer<typeof callDefinitionSchema>;

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
