import { z } from "zod";
import type { CallDefinition } from "../definition.ts";
import { membersOf, type Question } from "../question-types/question-types.ts";
import {
  type Part,
  partsOf,
  seenOf,
  toWorkingCopy,
  type WorkingCopy,
} from "./working-copy.ts";
import type { Edit } from "./working-copy.server.ts";

/** The text of a file that is to be what a call says and asks. */
export const fileOverCallSchema = z.object({
  text: z.string("call-file-missing").trim().min(1, "call-file-missing"),
  step: z.enum(["preview", "confirm"]).default("preview"),
  /** Of the whole working copy, where what would change was shown. */
  seen: z.string().max(40).default(""),
});

/** The working copy that a definition would be, over the one that stands there: what has the same id is the same thing. */
export function copyFromFile(
  copy: WorkingCopy,
  definition: CallDefinition,
): WorkingCopy {
  const made = toWorkingCopy(copy.basedOn, definition);
  const now = new Map(partsOf(copy).map((part) => [nameOf(part), part]));
  const as = <One extends Part>(part: One): One => ({
    ...part,
    rowVersion: now.get(nameOf(part))?.rowVersion ?? 0,
  });
  return {
    ...copy,
    about: as(made.about),
    pages: made.pages.map(as),
    conditions: made.conditions.map(as),
    sections: made.sections.map(as),
    equality: made.equality && as(made.equality),
  };
}

const nameOf = ({ kind, key }: Part) => `${kind} ${key}`;

/** Puts a file in the place of all that stands in the working copy, where nobody changed that since it was shown. */
export function replaceWithFile(
  copy: WorkingCopy,
  { definition, seen }: { definition: CallDefinition; seen: string },
): Edit<"changed-meanwhile"> {
  if (seenOf(copy, copy) !== seen) return { refused: "changed-meanwhile" };
  const after = copyFromFile(copy, definition);
  return { after, did: { what: "file" } };
}

/** The questions of a form whose id was another kind of question's: what was answered could not be read with them. */
export function questionsOfOtherKind(
  { pages }: CallDefinition,
  kinds: ReadonlyMap<string, Question["type"]>,
): { question: Question; was: Question["type"] }[] {
  return pages
    .flatMap(({ questions }) => questions)
    .flatMap((one) => [one, ...membersOf(one)])
    .flatMap((question) => {
      const was = kinds.get(question.id);
      return was === undefined || was === question.type
        ? []
        : [{ question, was }];
    });
}
