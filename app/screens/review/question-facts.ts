import type { questionSettings } from "#app/domain/calls/authoring/question-forms.ts";
import type { Question } from "#app/domain/calls/question-types/question-types.ts";
import { questionTypeNames } from "./call-editor-words.ts";

export const settingWords: Record<
  (typeof questionSettings)[number],
  { label: string; hint?: string }
> = {
  required: {
    label: "Must be answered",
    hint: "Whoever does not wish to say cannot send. Give a way to say so",
  },
  identifying: {
    label: "Says who somebody is",
    hint: "The answer is kept apart: it is in no queue, search or export. Without it a name that is typed here is read by the whole team",
  },
  shownInQueue: {
    label: "Shown in the queue",
    hint: "Beside each response; of two questions at most",
  },
  visibleToAssessor: {
    label: "Assessors may see it",
    hint: "Who read applications blind. Leave it out where the answer could say who somebody is",
  },
  publishable: {
    label: "The review may publish it",
    hint: "Where somebody agrees to it, and without a name unless they choose one",
  },
  sensitive: {
    label: "Asks for something sensitive",
    hint: "Such as health, faith or what happened to somebody. It is not published without a way to say nothing: the option “Prefer not to say”, or that it may be left out",
  },
};

/** How it is answered, and whether it has to be. */
export function factsOfQuestion({
  type,
  required,
}: Pick<Question, "type" | "required">): string {
  return [
    questionTypeNames[type],
    required ? "must be answered" : "may be left out",
  ].join(", ");
}
