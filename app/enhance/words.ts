/** What the script says. The page hands it over, so that the words stand with all others. */
export type KeepingWords = {
  keeping: string;
  turnOff: string;
  off: string;
  turnOn: string;
  /** With `{time}` where the time goes. */
  savedAt: string;
  notSavedYet: string;
  noRoom: string;
  savedElsewhere: string;
  gone: string;
  sending: string;
  /** With `{percent}` where the number goes. */
  sendingPart: string;
  restoredHeading: string;
  restoredText: string;
  restoredUndo: string;
  offerHeading: string;
  offerText: string;
  offerTake: string;
  offerLeave: string;
  failedHeading: string;
  /** Why a press of a button led nowhere, by `SendFailure`. */
  failed: Record<SendFailure, string>;
  /** With `{count}` where the number goes. */
  charactersLeft: string;
  characterLeft: string;
  charactersOver: string;
  characterOver: string;
  minute: string;
  /** With `{count}` where the number goes. */
  minutes: string;
  errorTitle: string;
};

/** `wait` has `{minutes}` where `minute` or `minutes` goes. */
export type SendFailure =
  "lost" | "too-big" | "wait" | "refused" | "our-side" | "busy";

export function readWords(json: string): KeepingWords {
  return JSON.parse(json) as KeepingWords;
}
