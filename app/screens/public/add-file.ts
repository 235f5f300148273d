import type {
  AttachmentLimits,
  AttachmentRefusal,
} from "#app/domain/attachments/attachments.ts";
import type { Question } from "#app/domain/calls/question-types/question-types.ts";
import type { OwnResponse } from "#app/domain/responses/own-responses.server.ts";
import type { ChangeRefusal } from "#app/domain/revisions/answer-changes.ts";
import { addFileAddress } from "#app/receipt-addresses.ts";
import { wordsIn } from "#app/words/words.ts";
import { describeAnswers } from "./own-response.ts";

type Opened = {
  question: Question | undefined;
  reason: ChangeRefusal | undefined;
};

/** The page on which a file is added to what was sent, or why none is. */
export function describeAddFile(
  own: OwnResponse,
  { question, reason }: Opened,
  limits: AttachmentLimits,
) {
  const words = wordsIn(own.language);
  const { receipt, attachments } = words;
  if (reason || !question) {
    const refusal = receipt.change.refusals[reason ?? "not-asked"];
    return { refusal, form: undefined };
  }
  const { id } = question;
  const form = {
    caption: receipt.response.heading(own.reference),
    reference: own.reference,
    answers: describeAnswers(own).filter(({ questionId }) => questionId === id),
    hint: attachments.limits(limits),
    largest: {
      bytes: limits.maxFileBytes,
      message: attachments.refusals["too-big"]({ name: "{name}", limits }),
    },
    sendPath: addFileAddress(id),
  };
  return { refusal: undefined, form };
}

/** What is said of a file that was not added. */
export function describeFileRefusal(
  { language }: OwnResponse,
  { name, reason, found }: AttachmentRefusal,
  limits: AttachmentLimits,
): string {
  const { receipt, attachments } = wordsIn(language);
  // Nothing that was written is saved here, as it is on a page of a draft.
  if (["busy", "no-room", "not-kept"].includes(reason))
    return receipt.addFile.notNow;
  return attachments.refusals[reason]({
    limits,
    ...(found && { name, found }),
  });
}
