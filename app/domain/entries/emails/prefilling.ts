import { z } from "zod";
import { londonDay } from "../../calls/london-time.ts";
import type { Answers, CallDefinition } from "../../calls/definition.ts";
import {
  isIdentifying,
  type Question,
} from "../../calls/question-types/question-types.ts";
import { questionsToKey } from "../entries.ts";
import {
  type EmailFacts,
  leavingOutReasons,
  maxFilesOfEmail,
} from "./received-emails.ts";

/** Of the form that brings emails; their files come beside the fields. */
export const emailUploadSchema = z.object({
  call: z.string("no-call").max(100),
});

/** Of the form that takes an email in, beside the answers. */
export const takeInSchema = z.object({
  receivedOn: z.string("no-day").max(20),
  /** The places of the files that are wanted. */
  emailFiles: z
    .array(z.coerce.number().int().min(0).max(maxFilesOfEmail))
    .max(maxFilesOfEmail)
    .default([]),
});

/** Of the form that leaves an email out, or puts it back. */
export const emailSettlingSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("leave-out"),
    reason: z.enum(leavingOutReasons, "no-reason"),
  }),
  z.object({ intent: z.literal("put-back") }),
]);

const isProse = (question: Question) =>
  (question.type === "long-text" || question.type === "short-text") &&
  !isIdentifying(question);

/** The questions that the words of an email can answer, the main one first. */
export function questionsForWords(definition: CallDefinition): Question[] {
  const prose = questionsToKey(definition).filter(isProse);
  const isLong = ({ type }: Question) => type === "long-text";
  return [...prose.filter(isLong), ...prose.filter((one) => !isLong(one))];
}

type Prefilled = {
  answers: Answers;
  /** Whether the call asks for what tells who sent it. */
  asksWhoSent: boolean;
};

/** What an email says, as answers to a call: its words under one question, its sender under those that are kept apart. */
export function prefillAnswers(
  definition: CallDefinition,
  facts: EmailFacts,
  chosen: { questionId: string; withQuoted: boolean },
): Prefilled {
  const { ownText, quotedText, senderAddress, senderName } = facts;
  const words = chosen.withQuoted
    ? [ownText, quotedText].filter(Boolean).join("\n\n")
    : ownText;
  const apart = questionsToKey(definition).filter(isIdentifying);
  const address = apart.find(({ type }) => type === "email");
  const name = apart.find(asksName);
  return {
    answers: {
      [chosen.questionId]: words,
      ...(address && { [address.id]: senderAddress }),
      ...(name && { [name.id]: senderName }),
    },
    asksWhoSent: Boolean(address ?? name),
  };
}

function asksName(question: Question): boolean {
  if (question.type !== "short-text") return false;
  return question.autoComplete === "name" || /\bname\b/i.test(question.id);
}

/** "2/3/2026": the day in London on which an email came, as it is keyed in; empty where it does not say, or lies ahead. */
export function dayToKey(receivedAt: string | undefined, now: Date): string {
  if (receivedAt === undefined || new Date(receivedAt) > now) return "";
  const [year, month, day] = londonDay(new Date(receivedAt)).split("-");
  return [day, month, year].map(Number).join("/");
}

/** The moment an email came, where the day that was keyed in is the one that it says itself. */
export function exactMoment(
  keyed: Date,
  { receivedAt }: Pick<EmailFacts, "receivedAt">,
  now: Date,
): Date {
  if (receivedAt === undefined) return keyed;
  const said = new Date(receivedAt);
  return londonDay(said) === londonDay(keyed) && said <= now ? said : keyed;
}
