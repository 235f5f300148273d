/** That something was taken back, and not what it said. */
export type TakenBack = {
  questionId: string;
  /** Undefined for an answer. */
  attachmentId: number | undefined;
  /** ISO-8601 UTC. */
  at: string;
};

/** The events that say so. */
export const answerTakenBack = "response.answer-taken-back";
export const fileTakenBack = "response.file-taken-back";

/** In the details of a change: the questions whose answers were taken back with it. */
export const tookBackAlongside = "tookBack";
