import { z } from "zod";
import type { DefinitionPartKind } from "#app/db/column-values.ts";
import { conditionSchema } from "../conditions.ts";
import {
  type CallDefinition,
  definitionShape,
  pageSchema,
  sectionSchema,
} from "../definition.ts";
import { equalitySchema } from "../equality.ts";
import { wordsSchema } from "../languages.ts";
import { keepByText } from "../../text/keep-by-text.ts";
import { questionSchema } from "../question-types/question-types.ts";

/*
 * A call's words, pages and questions while they are changed. What a page says
 * is always whole; what a call needs to be published may be missing still.
 */

export type { DefinitionPartKind };

/** Whose call is changed, by whom and when. */
export type Editing = { callId: number; staffId: string; now: Date };

/** In UTF-16 code units of JSON, over all parts. */
export const maxWorkingCopySize = 1_000_000;
export const maxPages = 60;
export const maxQuestionsOfPage = 20;

const unfinishedWords = wordsSchema.extend({ en: z.string().max(20_000) });

/** Texts that a call cannot be published without. */
export const neededTexts = [
  "title",
  "summary",
  "purpose",
  "whoMayAnswer",
  "howAnswersAreUsed",
  "beforeYouStart",
  "whatHappensNext",
  "sendLabel",
] as const;

const aboutSchema = definitionShape
  .omit({ pages: true, conditions: true, sections: true, equality: true })
  .extend({
    title: unfinishedWords,
    summary: unfinishedWords,
    purpose: unfinishedWords,
    whoMayAnswer: unfinishedWords,
    howAnswersAreUsed: unfinishedWords,
    beforeYouStart: unfinishedWords,
    whatHappensNext: unfinishedWords,
    sendLabel: unfinishedWords,
  });

const workingPageSchema = pageSchema.extend({
  questions: z.array(questionSchema).max(maxQuestionsOfPage),
});

export type WorkingAbout = z.infer<typeof aboutSchema>;
export type WorkingPage = z.infer<typeof workingPageSchema>;

const bodySchemas = {
  about: aboutSchema,
  page: workingPageSchema,
  condition: conditionSchema,
  section: sectionSchema,
  equality: equalitySchema,
} satisfies Record<DefinitionPartKind, z.ZodType>;

type Bodies = {
  [Kind in DefinitionPartKind]: z.infer<(typeof bodySchemas)[Kind]>;
};

const readerOf = (kind: DefinitionPartKind) =>
  keepByText((text) => bodySchemas[kind].parse(JSON.parse(text)));

/** One object for one text: what is found of a part that stays is found once. */
const readBody = {
  about: readerOf("about"),
  page: readerOf("page"),
  condition: readerOf("condition"),
  section: readerOf("section"),
  equality: readerOf("equality"),
};

/** A part, and what its working copy counted to when it was last changed; 0 where it is as it was published. */
export type Part<Kind extends DefinitionPartKind = DefinitionPartKind> = {
  kind: Kind;
  key: string;
  rowVersion: number;
  body: Bodies[Kind];
};

export type WorkingCopy = {
  /** Undefined until the first change is saved: it stands as it was published. */
  draftId: number | undefined;
  /** The version that it began as. */
  basedOn: number;
  rowVersion: number;
  about: Part<"about">;
  pages: Part<"page">[];
  conditions: Part<"condition">[];
  sections: Part<"section">[];
  equality: Part<"equality"> | undefined;
};

type StoredPart = {
  kind: DefinitionPartKind;
  key: string;
  body: string;
  row_version: number;
};

/** Parts as they are stored, in their order. @throws where one is no such part: only what a form was taken with is stored. */
export function readParts(rows: readonly StoredPart[]): AllParts {
  const read = <Kind extends DefinitionPartKind>(kind: Kind): Part<Kind>[] =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ key, body, row_version: rowVersion }) => ({
        ...{ kind, key, rowVersion },
        body: readBody[kind](body) as Bodies[Kind],
      }));
  const [about] = read("about");
  if (!about) throw new Error("A working copy says nothing of its call");
  return {
    about,
    pages: read("page"),
    conditions: read("condition"),
    sections: read("section"),
    equality: read("equality")[0],
  };
}

/** A published version as a working copy that nobody has changed. */
export function toWorkingCopy(
  definitionId: number,
  definition: CallDefinition,
): WorkingCopy {
  const parts = publishedParts.get(definition) ?? partsOfPublished(definition);
  publishedParts.set(definition, parts);
  return {
    ...{ draftId: undefined, basedOn: definitionId, rowVersion: 0 },
    ...parts,
  };
}

type AllParts = Omit<WorkingCopy, "draftId" | "basedOn" | "rowVersion">;

/** A version never changes, so that each has one object for each of its parts. */
const publishedParts = new WeakMap<CallDefinition, AllParts>();

function partsOfPublished(definition: CallDefinition): AllParts {
  const { pages, conditions, sections, equality, ...about } = definition;
  const part = <Kind extends DefinitionPartKind>(
    kind: Kind,
    key: string,
    body: Bodies[Kind],
  ) => ({ kind, key, body, rowVersion: 0 });
  return {
    about: part("about", "about", about),
    pages: pages.map((page) => part("page", page.id, page)),
    conditions: conditions.map((one) => part("condition", one.id, one)),
    sections: sections.map((one) => part("section", one.id, one)),
    equality: equality && part("equality", "equality", equality),
  };
}

/** All parts, each kind in its order. */
export function partsOf(copy: WorkingCopy): Part[] {
  const { about, pages, conditions, sections, equality } = copy;
  return [
    ...[about, ...pages, ...conditions, ...sections],
    ...(equality ? [equality] : []),
  ];
}

/** What would be published: a definition, where nothing stands against it. */
export function assembleDefinition(copy: WorkingCopy) {
  return {
    ...copy.about.body,
    sections: copy.sections.map(({ body }) => body),
    conditions: copy.conditions.map(({ body }) => body),
    pages: copy.pages.map(({ body }) => body),
    ...(copy.equality && { equality: copy.equality.body }),
  };
}

/** How a form says which text it was filled in over: the version begun with, and when the part was changed. */
export function seenOf(copy: WorkingCopy, part: Pick<Part, "rowVersion">) {
  return `${copy.basedOn}.${part.rowVersion}`;
}
