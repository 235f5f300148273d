import type { Quoting } from "../calls/consent.ts";
import type { CallState } from "../calls/calls.ts";
import type { VisibleResponse } from "./visible-responses.ts";

/** One answer as it was frozen at intake. Passages point into `text` by code-point offset. */
export type AnswerForReview = {
  answerId: number;
  questionId: string;
  label: string;
  text: string;
  /** Out of what the form offers; whoever reads a person's words reads it as a fact about them. */
  isFixed: boolean;
  /** Told as how it may be quoted. */
  saysConsent: boolean;
};

/** A response as the review team reads it: no answer to an identifying question is in here. */
export type ResponseForReview = VisibleResponse & {
  call: { id: number; slug: string; title: string; state: CallState };
  /** Whether something identifying was given; what it is, only `readIdentity` tells. */
  hasIdentity: boolean;
  answers: AnswerForReview[];
  /** How it may be quoted; undefined where its form does not ask. */
  quoting: Quoting | undefined;
  /** Labels of the questions that files were asked for, by question id. */
  fileQuestionLabels: Record<string, string>;
};
