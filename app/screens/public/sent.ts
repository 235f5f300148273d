import {
  anotherAnswerAddress,
  callAddress,
  formPlaceAddress,
} from "#app/addresses.ts";
import { describeAttachment } from "#app/domain/attachments/attachments.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { inLanguage, type Language } from "#app/domain/calls/languages.ts";
import { type CallOpening, takesAnswers } from "#app/domain/calls/opening.ts";
import { sentResponseVisibleUntil } from "#app/domain/drafts/drafts.ts";
import type { SentResponse } from "#app/domain/responses/responses.ts";
import { describeCare } from "./care.ts";
import { wordsIn } from "#app/words/words.ts";

/** What the browser that sent a response sees for 24 hours. */
export type Receipt = NonNullable<SentPage["receipt"]>;

export type SentPage = ReturnType<typeof describeSent>;

type Sent = {
  call: Call;
  opening: CallOpening;
  sent: SentResponse | undefined;
  /** Where there is no receipt. */
  language: Language;
  /** The holder has just had it cleared. */
  isCleared: boolean;
  /** The whole address at which a receipt code is typed in. */
  comeBackTo: string;
};

/** The page after sending; without a receipt once that was cleared or its 24 hours are over. */
export function describeSent(of: Sent) {
  const { call, opening, sent, isCleared } = of;
  const language = sent?.language ?? of.language;
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
    anotherPath: takesAnswers(opening)
      ? anotherAnswerAddress(call.slug)
      : undefined,
    care: describeCare(call.definition, language),
    receipt: sent && {
      ...describeReceipt(call, sent),
      comeBackTo: of.comeBackTo,
    },
    isCleared,
  };
}

function describeReceipt(call: Call, sent: SentResponse) {
  const words = wordsIn(sent.language);
  const answer = { slug: call.slug, draft: sent.draftPublicId };
  return {
    reference: sent.reference,
    copyPath: formPlaceAddress(answer, "copy"),
    signedPath: formPlaceAddress(answer, "signed"),
    clearPath: formPlaceAddress(answer, "sent"),
    receiptCode: sent.receiptCode,
    // Says which receipt is to be cleared.
    draftMark: sent.draftPublicId,
    facts: [
      {
        id: "call",
        label: words.copy.call,
        value: inLanguage(call.definition.title, sent.language),
      },
      {
        id: "received",
        label: words.copy.receivedAt,
        value: words.times.time(sent.receivedAt),
      },
    ],
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
