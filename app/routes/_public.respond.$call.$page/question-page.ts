import type { Answers } from "#app/domain/calls/definition.ts";
import type { Language } from "#app/domain/calls/languages.ts";
import type { KeepingWords } from "#app/enhance/words.ts";
import type { ListedAttachment } from "#app/ui/attachments-list.tsx";
import type { FieldControl } from "#app/ui/question-field.tsx";

/** What a question page shows. */
export type QuestionPage = {
  title: string;
  callSlug: string;
  pageId: string;
  callTitle: string;
  /** Where it is missing, the page's only question is the heading. */
  heading: string | undefined;
  intro: string | undefined;
  /** Where the form is sent: without a fragment, which a redirect would hand on. */
  sendPath: string;
  questions: AskedQuestion[];
  /** The draft's answers to this page, as they were typed. */
  answers: Answers;
  /** The draft this page was made from, or `newDraftMark`. */
  draftMark: string;
  /** How often the page's answers had changed when it was made. */
  version: number;
  /** By chance, and never the same twice: a page that Back brings back is known by it. */
  rendering: string;
  language: Language;
  keepingWords: KeepingWords;
};

/** A question in the language of the draft. */
export type AskedQuestion = {
  id: string;
  label: string;
  hint: string | undefined;
  isOptional: boolean;
  field: FieldControl;
  /** Where the question asks for files: what is said of a larger one, with `{name}` for its name. */
  largestFile: { bytes: number; message: string } | undefined;
  /** The draft's files, where the question asks for files. */
  files: ListedAttachment[];
};

export const newDraftMark = "new";

/** Messages by question; those of the whole form under "". */
export type PageErrors = Record<string, string[]>;

/** A form that comes back: what was typed, and what to do about it. */
export type PageReply = {
  answers: Answers;
  errors: PageErrors;
  /** The draft the form was made from, where it comes back as it was sent. */
  draftMark?: string;
  /** Of what the person now sees as saved; left out where that is the page's own. */
  version?: number;
  /** Where another tab has saved something else: that, in words, by question. */
  savedLines?: Record<string, string>;
};

/** The form's own fields, beside those of its questions. */
export const formFields = {
  intent: "intent",
  draftMark: "draft",
  pageVersion: "version",
  rendering: "rendering",
} as const;

export const intents = {
  continue: "continue",
  back: "back",
  keepSaved: "keep-saved",
  upload: "upload",
  remove: "remove",
} as const;
