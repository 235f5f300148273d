import type { Answers } from "#app/domain/calls/definition.ts";
import type { EvidenceItem } from "#app/domain/calls/evidence-items/evidence-item.ts";
import type { AnswerValue } from "#app/domain/calls/question-types/question-type.ts";
import type { ResponseChannel } from "#app/domain/responses/responses.ts";
import type { TriageState } from "#app/domain/triage/triage.ts";
import type { DemoStaffKey } from "./demo-staff.ts";
import type { DemoTagName } from "./demo-tags.ts";

/** What one person sent, and what the team has done with it so far. Invented. */
export type DemoResponse = {
  daysAgo: number;
  /** `web` unless told otherwise. */
  channel?: ResponseChannel;
  answers: Answers;
  /** Names of files in `app/tasks/demo/files`. */
  files?: string[];
  /** Left out where nobody has opened it. */
  reading?: DemoReading;
  /** Left out where its sender has not come back. */
  afterSending?: {
    /** What there is to see with its receipt, which the seed tells. */
    shows: string;
    steps: DoneAfterSending[];
  };
};

/** What somebody did with their own response, so many days after it arrived. */
export type DoneAfterSending = { afterDays: number } & (
  | { what: "changes-answer"; questionId: string; to: AnswerValue }
  /** A new one, or one of the same id in its place. */
  | { what: "puts-item"; item: EvidenceItem }
  /** One more of what a group asks about, with what is answered about it. */
  | { what: "adds-another"; questionId: string; answers: Answers }
  | { what: "adds-file"; name: string; about: string }
  | { what: "takes-back-answer"; questionId: string }
  | { what: "takes-back-file"; name: string }
  | { what: "withdraws" }
);

export type DemoReading = {
  by: DemoStaffKey;
  /** Days between arrival and reading. */
  afterDays: number;
  /** Left out where the reader holds it still, or has let it lie. */
  decision?: TriageState;
  assignee?: DemoStaffKey;
  note?: string;
  tags?: DemoTagName[];
  passages?: DemoPassage[];
  /** Why the safeguarding flag was raised, and why it was lowered where it was. */
  flag?: { reason: string; loweredBecause?: string };
};

export type DemoPassage = {
  /** A question's id, or a file's name. */
  in: string;
  quote: string;
  tag: DemoTagName;
  memo?: string;
};
