import type { Language } from "#app/domain/calls/languages.ts";

/** What a page says that no route made. */
export type Refused = {
  heading: string;
  /** Left out: that nothing was saved, and how to keep what was typed. */
  advice?: string;
  /** In the place of the advice, where what was typed stands below it. */
  withTyped?: string;
};

/** Words of the gates, in one language. */
export type GateWords = {
  direction: "ltr" | "rtl";
  usualAdvice: string;
  typed: string;
  sendAgain: string;
  help: string;
  home: string;
  notServedHere: (origin: string) => Refused;
  manyForms: (minutes: number) => Refused;
} & Record<
  | "unreadableAddress"
  | "wrongAddress"
  | "unusedAddress"
  | "notDone"
  | "foreignForm"
  | "tooBig"
  | "unknownForm"
  | "silent"
  | "notSaved"
  | "fault"
  | "late"
  | "headersTooBig"
  | "noHttp",
  Refused
>;

/** The gates have no words of their own: whoever stands them brings them. */
export type SpeakAtGates = (language: Language) => GateWords;
