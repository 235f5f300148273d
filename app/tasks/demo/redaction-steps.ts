import { nothingWithheld } from "#app/domain/responses/withheld-words.server.ts";
import { randomBytes } from "node:crypto";
import { decideRedactions } from "#app/domain/redaction/decide.server.ts";
import { proposeRedaction } from "#app/domain/redaction/propose.server.ts";
import { readToRedact } from "#app/domain/redaction/reading.server.ts";
import type { RedactionReason } from "#app/domain/redaction/redactions.ts";
import { readVisibleResponse } from "#app/domain/responses/visible-responses.server.ts";
import type { DemoStaffKey } from "./demo-staff.ts";
import { daysBefore, type Demo, type Step } from "./steps.ts";

type DemoRedaction = {
  /** The words, which stand in one answer of the demo. */
  quote: string;
  reason: RedactionReason;
  by: DemoStaffKey;
  /** Left out where it still waits for a second person. */
  approvedBy?: DemoStaffKey;
  daysAgo: number;
};

const demoRedactions: DemoRedaction[] = [
  {
    quote: "a quiet boy of nine who likes football. He was six",
    reason: "third-person",
    ...{ by: "imogen", approvedBy: "tomos", daysAgo: 1.6 },
  },
  {
    quote: "three children on a Tuesday night",
    ...{ reason: "third-person", by: "tomos", daysAgo: 1.4 },
  },
  {
    quote: "next door to a children's home",
    ...{ reason: "place", by: "imogen", daysAgo: 1.3 },
  },
];

/** What must not leave the review: one that two people agreed on, and two that wait. */
export function redactionSteps(demo: Demo): Step[] {
  return demoRedactions.map((redaction) => ({
    at: daysBefore(demo, redaction.daysAgo),
    what: `words are proposed to be redacted: ${redaction.reason}`,
    take: () => redact(demo, redaction),
  }));
}

async function redact(demo: Demo, redaction: DemoRedaction) {
  const { quote, reason, by, approvedBy, daysAgo } = redaction;
  const { db, staff } = demo;
  const actor = staff[by];
  const now = daysBefore(demo, daysAgo);
  const responseId = findWith(demo, quote);
  const seen = { responseId, viewer: actor, now };
  const response = await readVisibleResponse(db, seen);
  const before = await readToRedact(db, response, nothingWithheld);
  const answer = before.answers.find(({ text }) => text.includes(quote));
  const proposed = await proposeRedaction(db, {
    ...{ responseId, answerId: answer?.answerId ?? 0, quote, reason },
    ...{ actor, now, randomBytes },
  });
  if (!proposed.ok) throw new Error(`"${quote}": ${proposed.reason}`);
  if (!approvedBy) return;
  const { answers } = await readToRedact(db, response, nothingWithheld);
  const publicIds = answers.flatMap(({ redactions }) =>
    redactions.map(({ publicId }) => publicId),
  );
  const decision = { responseId, publicIds, actor: staff[approvedBy], now };
  const decided = await decideRedactions(db, { ...decision, move: "approve" });
  if (!decided.ok) throw new Error(`"${quote}": ${decided.reason}`);
}

function findWith(demo: Demo, quote: string): number {
  for (const [response, { responseId }] of demo.sent)
    if (JSON.stringify(response.answers).includes(quote)) return responseId;
  throw new Error(`Nobody says this in the demo: ${quote}`);
}
