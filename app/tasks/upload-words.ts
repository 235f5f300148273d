import { describeAttachment } from "#app/domain/attachments/attachments.ts";
import type { TellUpload } from "#app/http/gate/resumable/answer-json.ts";
import { wordsIn } from "#app/words/words.ts";

/** What a page's script shows of a file that it sent: the same words as a form's. */
export const tellUpload: TellUpload = (outcome, { limits, language }) => {
  if (outcome.ok) return describeAttachment(outcome.attachment);
  const { name, reason, found } = outcome.refusal;
  const words = wordsIn(language).attachments.refusals[reason];
  return { message: words({ name, limits, ...(found && { found }) }) };
};
