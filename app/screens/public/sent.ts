import { callAddress, formPlaceAddress } from "#app/addresses.ts";
import { describeAttachment } from "#app/domain/attachments/attachments.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import { sentResponseVisibleUntil } from "#app/domain/drafts/drafts.ts";
import type { SentResponse } from "#app/domain/responses/responses.ts";
import { wordsIn } from "#app/words/words.ts";

/** What the browser that sent a response sees for 24 hours. */
export type Receipt = ReturnType<typeof describeReceipt>;

export type SentPage = ReturnType<typeof describeSent>;

type Sent = {
  call: Call;
  sent: SentResponse | undefined;
  /** The holder has just had it cleared. */
  isCleared: boolean;
};

/** The page after sending; without a receipt once that was cleared or its 24 hours are over. */
export function describeSent({ call, sent, isCleared }: Sent) {
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
    callPath: callAddress(call.slug),
    copyPath: formPlaceAddress(call.slug, "copy"),
    receipt: sent && describeReceipt(call, sent),
    isCleared,
  };
}

function describeReceipt(call: Call, sent: SentResponse) {
  const words = wordsIn(sent.language);
  return {
    reference: sent.reference,
    receiptCode: sent.receiptCode,
    // Says which receipt is to be cleared.
    draftMark: sent.draftPublicId,
    visibleUntil: words.times.time(sentResponseVisibleUntil(sent.receivedAt)),
    whatHappensNext: inLanguage(call.definition.whatHappensNext, sent.language),
    answers: sent.answers.map((answer) => ({
      questionId: answer.questionId,
      label: answer.label,
      line: answer.isKeptApart ? words.sent.keptApart : answer.line,
      files: answer.files.map(describeAttachment),
    })),
  };
}
