import { describeAttachment } from "#app/domain/attachments/attachments.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { formatLondonTime } from "#app/domain/calls/calls.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import { sentResponseVisibleUntil } from "#app/domain/drafts/drafts.ts";
import type { SentResponse } from "#app/domain/responses/responses.ts";
import { wordsIn } from "#app/words/words.ts";
import type { Receipt, SentPage } from "./sent-page.ts";

type Sent = {
  call: Call;
  sent: SentResponse | undefined;
  /** The holder has just had it cleared. */
  isCleared: boolean;
};

export function describeSent({ call, sent, isCleared }: Sent): SentPage {
  const language = sent?.language ?? "en";
  const words = wordsIn(language);
  const heading = sent
    ? words.sent.heading
    : isCleared
      ? words.sent.clearedHeading
      : words.sent.goneHeading;
  return {
    // A device may be shared or watched: its history does not say to whom.
    title: heading,
    heading,
    language,
    callSlug: call.slug,
    callPath: `/calls/${call.slug}`,
    copyPath: `/respond/${call.slug}/copy`,
    receipt: sent && describeReceipt(call, sent),
    isCleared,
  };
}

function describeReceipt(call: Call, sent: SentResponse): Receipt {
  const words = wordsIn(sent.language);
  return {
    reference: sent.reference,
    receiptCode: sent.receiptCode,
    draftMark: sent.draftPublicId,
    visibleUntil: formatLondonTime(sentResponseVisibleUntil(sent.receivedAt)),
    whatHappensNext: inLanguage(call.definition.whatHappensNext, sent.language),
    answers: sent.answers.map((answer) => ({
      questionId: answer.questionId,
      label: answer.label,
      line: answer.isKeptApart ? words.sent.keptApart : answer.line,
      files: answer.files.map(describeAttachment),
    })),
  };
}
