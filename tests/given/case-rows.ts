import type { Db } from "#app/db/schema.ts";
import { secondStaffId, staffId } from "./every-staff-table.ts";
import { at, put } from "./rows.ts";

/** A case of a response, with what was passed on and what is proposed. */
export async function fillCases(db: Db, responseId: number) {
  await put(db, "safeguarding_cases", {
    ...{ id: 1, response_id: responseId, kind: "child", words: "He is\n12." },
    ...{ opened_by: staffId, opened_at: at, told_at: at },
    ...{ taken_up_by: staffId, taken_up_at: at },
    ...{ overdue_told_at: at, closed_at: at },
  });
  await put(db, "safeguarding_passings", {
    ...{ case_id: 1, passed_to: "The council", passed_on: "2026-11-26" },
    ...{ way: "phone", reason: "Ŵy", recorded_by: staffId, recorded_at: at },
  });
  await put(db, "safeguarding_proposals", {
    ...{ case_id: 1, outcome: "passed-on", ending: "hold", words: "Told." },
    ...{ proposed_by: staffId, proposed_at: at },
    ...{ answer: "agreed", answer_words: "Yes.", answered_at: at },
    answered_by: secondStaffId,
  });
}
