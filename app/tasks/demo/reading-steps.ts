import {
  answerProposal,
  proposeOutcome,
} from "#app/domain/responses/safeguarding/deciding.server.ts";
import { takeUpCase } from "#app/domain/responses/safeguarding/handling.server.ts";
import { readWholeCase } from "#app/domain/responses/safeguarding/reading-cases.server.ts";
import { randomBytes } from "node:crypto";
import { selectAttachmentsForReview } from "#app/domain/attachments/attachments.server.ts";
import type { ResponseForReview } from "#app/domain/responses/review.ts";
import { findResponseForReview } from "#app/domain/responses/review.server.ts";
import { tagPassage } from "#app/domain/tagging/passages.server.ts";
import { recordReading } from "#app/domain/responses/readings.server.ts";
import { saveResponseTags } from "#app/domain/tagging/response-tags.server.ts";
import { claimResponse } from "#app/domain/responses/claims.server.ts";
import { decideTriage } from "#app/domain/triage/decisions.server.ts";
import { raiseSafeguardingFlag } from "#app/domain/triage/flags.server.ts";
import { addNote } from "#app/domain/triage/notes.server.ts";
import type {
  DemoPassage,
  DemoReading,
  DemoResponse,
} from "./demo-response.ts";
import { demoResponses } from "./responses/responses.ts";
import { daysBefore, type Demo, fromEarlierStep, type Step } from "./steps.ts";

/** What the team has done with each response that somebody opened. */
export function readingSteps(demo: Demo): Step[] {
  return Object.values(demoResponses)
    .flat()
    .flatMap((response) =>
      response.reading ? stepsOf(demo, response, response.reading) : [],
    );
}

function stepsOf(
  demo: Demo,
  response: DemoResponse,
  reading: DemoReading,
): Step[] {
  const readOn = response.daysAgo - reading.afterDays;
  const open = {
    at: daysBefore(demo, readOn),
    what: "a response is read",
    take: () => read(demo, response, reading),
  };
  if (!reading.flag?.loweredBecause) return [open];
  const reason = reading.flag.loweredBecause;
  const at = daysBefore(demo, Math.max(readOn - 3, 0));
  return [
    open,
    {
      at,
      what: "a safeguarding case is closed",
      take: () => closeCase(demo, response, { words: reason, now: at }),
    },
  ];
}

/** The lead proposes how it ends, and the admin agrees: it takes two. */
async function closeCase(
  { db, staff, sent }: Demo,
  response: DemoResponse,
  of: { words: string; now: Date },
) {
  const { responseId } = fromEarlierStep(sent, response);
  const { lead, admin } = staff;
  const work = { ...of, responseId };
  expectDone(await takeUpCase(db, { ...work, actor: lead, seenTakenById: "" }));
  expectDone(
    await proposeOutcome(db, {
      ...{ ...work, actor: lead },
      ...{ outcome: "no-further-step", ending: "release" },
    }),
  );
  const whole = await readWholeCase(db, { responseId, viewer: admin });
  const proposalId = whole?.proposals[0]?.proposalId ?? 0;
  const words = "I have read it too, and agree.";
  expectDone(
    await answerProposal(db, {
      ...{ ...work, words, actor: admin, answer: "agreed", proposalId },
    }),
  );
}

async function read(demo: Demo, response: DemoResponse, reading: DemoReading) {
  const { db } = demo;
  const { responseId, reference } = fromEarlierStep(demo.sent, response);
  const actor = demo.staff[reading.by];
  const openedAt = daysBefore(demo, response.daysAgo - reading.afterDays);
  const minutesLater = (minutes: number) =>
    new Date(openedAt.getTime() + minutes * 60_000);
  const { staffId } = actor;
  expectDone(await claimResponse(db, { ...actor, responseId, now: openedAt }));
  await recordReading(db, { responseId, staffId, now: openedAt });
  const found = await findAgain(demo, reference);
  for (const passage of reading.passages ?? [])
    await tag(demo, found, { passage, actor, now: minutesLater(3) });
  if (reading.tags)
    expectDone(
      await saveResponseTags(db, {
        responseId,
        seenTagIds: [],
        tagIds: reading.tags.map((name) => fromEarlierStep(demo.tagIds, name)),
        actor,
        now: minutesLater(4),
      }),
    );
  await decide(demo, reference, { reading, now: minutesLater(5) });
  // Last: nothing is tagged or decided on what is frozen.
  if (reading.flag)
    await raiseSafeguardingFlag(db, {
      responseId,
      reason: reading.flag.reason,
      actor,
      now: minutesLater(6),
    });
}

async function decide(
  demo: Demo,
  reference: string,
  { reading, now }: { reading: DemoReading; now: Date },
) {
  const actor = demo.staff[reading.by];
  const { responseId, rowVersion } = await findAgain(demo, reference);
  const { decision: state, assignee, note = "" } = reading;
  if (state) {
    const assigneeId = assignee ? demo.staff[assignee].staffId : null;
    expectDone(
      await decideTriage(demo.db, {
        responseId,
        rowVersion,
        state,
        assigneeId,
        note,
        actor,
        now,
      }),
    );
  } else if (note)
    await addNote(demo.db, { responseId, body: note, actor, now });
}

async function tag(
  demo: Demo,
  response: ResponseForReview,
  tagging: {
    passage: DemoPassage;
    actor: Demo["staff"]["lead"];
    now: Date;
  },
) {
  const { passage, actor, now } = tagging;
  const tagged = await tagPassage(demo.db, {
    responseId: response.responseId,
    ...(await sourceOf(demo, response, passage)),
    quote: passage.quote,
    memo: passage.memo ?? "",
    tagId: fromEarlierStep(demo.tagIds, passage.tag),
    actor,
    now,
    randomBytes,
  });
  if (!tagged.ok) throw new Error(`"${passage.quote}": ${tagged.reason}`);
}

async function sourceOf(
  demo: Demo,
  response: ResponseForReview,
  passage: DemoPassage,
) {
  const answer = response.answers.find(
    ({ questionId }) => questionId === passage.in,
  );
  if (answer) return { answerId: answer.answerId };
  const files = await selectAttachmentsForReview(demo.db, response.responseId);
  const file = files.find(({ name }) => name === passage.in);
  if (!file) throw new Error(`Neither an answer nor a file: ${passage.in}`);
  return { attachmentId: file.id };
}

async function findAgain(demo: Demo, reference: string) {
  const found = await findResponseForReview(demo.db, {
    reference,
    viewer: demo.staff.lead,
    now: demo.now,
  });
  if (!found) throw new Error(`${reference} is not there`);
  return found;
}

function expectDone(outcome: { ok: boolean; reason?: string }) {
  if (!outcome.ok) throw new Error(`The demo was refused: ${outcome.reason}`);
}
