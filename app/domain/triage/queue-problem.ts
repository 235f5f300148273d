import type { QueueKey } from "./queue-keys.ts";
import type { QueryProblem } from "./queue-query.ts";

/** What is said of a search; the whole of it as it may have been meant, where that can be told. */
export type QueueProblem = (
  | QueryProblem
  /** Views that stand on each other, from one back to itself. */
  | { reason: "circle"; names: string[] }
  | {
      reason: "unknown-key";
      key: string;
      nearest: string | undefined;
      corrected: string | undefined;
    }
  | {
      reason: "unknown-value";
      key: string;
      value: string;
      /** What there is instead, where that is a list. */
      values: readonly string[];
      nearest: string | undefined;
      corrected: string | undefined;
    }
  /** Nothing stands behind a key. */
  | {
      reason: "no-value";
      key: string;
      /** What it is in the language, whatever it was called; undefined for a question's answer. */
      of: QueueKey | undefined;
      /** What may stand there, where that is a list. */
      values: readonly string[];
      corrected: string | undefined;
    }
  /** A word that somebody may have meant as a condition. */
  | {
      reason: "own-word";
      word: string;
      meant: string;
      corrected: string | undefined;
    }
) & {
  /** The view that it stands in, where it is not in what was typed. */
  inView?: string;
  corrected?: string | undefined;
};
