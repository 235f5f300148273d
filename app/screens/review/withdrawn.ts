import { responseFormAddress } from "#app/addresses.ts";
import { fileAddress } from "#app/file-addresses.ts";
import {
  type ReopeningReason,
  reopeningReasons,
} from "#app/domain/responses/closed-responses.ts";
import { isWithdrawn } from "#app/domain/responses/withdrawal.ts";
import type { VisibleResponse } from "#app/domain/responses/visible-responses.ts";
import type {
  ResponseForReading,
  TakenBackForReading,
} from "#app/domain/tagging/reading.ts";
import { formatMoment } from "#app/words/review-en/times.ts";

export const withdrawnRefusal =
  "This response was withdrawn: its decision, tags and passages stay as they are. You can still write a note";

/** What stands over a response that its sender took back; undefined over any other. */
export function describeWithdrawal(
  response: Pick<VisibleResponse, "state">,
): string | undefined {
  if (!isWithdrawn(response)) return undefined;
  return "Withdrawn: the person who sent it took it back. Do not quote or use it. What it says is closed, and in no search. Its decision, tags and passages stay as they are; notes and the safeguarding flag go on.";
}

const reopeningWords: Record<ReopeningReason, string> = {
  "answer-its-sender": "To answer the person who sent it",
  "somebody-at-risk": "Somebody may be at risk",
  complaint: "To look into a complaint",
  "law-asks-for-it": "The law, a court or an inquiry asks for it",
};

export const reopeningChoices = reopeningReasons.map((reason) => ({
  value: reason,
  label: reopeningWords[reason],
}));

/** As it stands in the history, after "opened what it says". */
export function describeReopening(reason: unknown): string {
  const known = reopeningReasons.find((one) => one === reason);
  const words = known ? reopeningWords[known] : "for a reason";
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** Where somebody says why they have to read what is closed to them: the response, or what was taken back of it. */
export function describeWayIn(
  response: { reference: string; isClosed: boolean },
  takenBack: Pick<TakenBackForReading, "opened">[],
): string | undefined {
  const isClosed = response.isClosed || takenBack.some(({ opened }) => !opened);
  return isClosed
    ? responseFormAddress(response.reference, "withdrawn")
    : undefined;
}

/** Each place where something was taken back, with what it said to whoever opened it. */
export function describeTakenBack({
  former,
  takenBack,
  passagesTakenBack,
}: Pick<ResponseForReading, "former" | "takenBack" | "passagesTakenBack">) {
  return {
    former: former.map(({ questionLabel, version, text }) => ({
      label: questionLabel,
      line: `as it stood until version ${version}`,
      text,
    })),
    takenBack: takenBack.map(({ questionLabel, isFile, at, opened }) => ({
      label: questionLabel,
      line: `${isFile ? "A file" : "This answer"} was taken back by whoever sent it, ${formatMoment(at)}. Do not quote or use it.`,
      words: opened?.words ?? [],
      files: (opened?.files ?? []).map(({ publicId, name }) => ({
        href: fileAddress(publicId),
        name,
      })),
    })),
    passagesTakenBack:
      passagesTakenBack === 0
        ? undefined
        : `${passagesTakenBack === 1 ? "1 passage" : `${passagesTakenBack} passages`} had been tagged in what was taken back: counted no more, and without words.`,
  };
}
