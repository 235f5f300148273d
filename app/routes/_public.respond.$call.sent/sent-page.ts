import type { Language } from "#app/domain/calls/languages.ts";
import type { ListedAnswer } from "#app/ui/answer-list.tsx";

/** What the browser that sent a response sees for 24 hours. */
export type Receipt = {
  reference: string;
  receiptCode: string;
  /** The draft that was sent: says which receipt is to be cleared. */
  draftMark: string;
  visibleUntil: string;
  whatHappensNext: string;
  answers: ListedAnswer[];
};

export type SentPage = {
  title: string;
  heading: string;
  language: Language;
  callSlug: string;
  callPath: string;
  copyPath: string;
  /** Undefined once it was cleared or its 24 hours are over. */
  receipt: Receipt | undefined;
  isCleared: boolean;
};
