import { defaultAttachmentLimits } from "#app/domain/attachments/attachments.ts";
import { selectAttachmentsForReview } from "#app/domain/attachments/attachments.server.ts";
import type { Answers } from "#app/domain/calls/definition.ts";
import type { EvidenceItem } from "#app/domain/calls/evidence-items/evidence-item.ts";
import {
  idOfNewItem,
  pageOfAnother,
} from "#app/domain/calls/repeated-pages.ts";
import { fingerprintItem } from "#app/domain/evidence/put-item.server.ts";
import { findOwnRow } from "#app/domain/responses/own-responses.server.ts";
import { withdrawOwnResponse } from "#app/domain/responses/own-withdrawal.server.ts";
import { addOwnFile } from "#app/domain/revisions/add-file.server.ts";
import { changeOwnAnswer } from "#app/domain/revisions/change-answer.server.ts";
import { addOwnGroupItem } from "#app/domain/revisions/own-groups.server.ts";
import { saveOwnItem } from "#app/domain/revisions/own-items.server.ts";
import {
  openOwnEvidence,
  openOwnGroup,
} from "#app/domain/revisions/own-question.server.ts";
import {
  takeBackAnswer,
  takeBackFile,
} from "#app/domain/revisions/take-back.server.ts";
import { wordsIn } from "#app/words/words.ts";
import type { DoneAfterSending } from "./demo-response.ts";
import { stageBytes } from "./factories.ts";
import { demoResponses } from "./responses/responses.ts";
import { readDemoFile } from "./sending-steps.ts";
import { daysBefore, type Demo, fromEarlierStep, type Step } from "./steps.ts";

/** What people have done with their own responses since they sent them. */
export function afterSendingSteps(demo: Demo): Step[] {
  return Object.values(demoResponses)
    .flat()
    .flatMap((response) =>
      (response.afterSending?.steps ?? []).map((done) => {
        const at = daysBefore(demo, response.daysAgo - done.afterDays);
        return {
          at,
          what: `a sender ${done.what}`,
          take: async () => {
            const { responseId } = fromEarlierStep(demo.sent, response);
            const outcome = await repeat(demo, done, { responseId, now: at });
            if (!outcome.ok)
              throw new Error(`${done.what}: ${JSON.stringify(outcome)}`);
          },
        };
      }),
    );
}

type Own = { responseId: number; now: Date };

const messages = wordsIn("en").questions;

async function repeat(
  demo: Demo,
  done: DoneAfterSending,
  own: Own,
): Promise<{ ok: boolean }> {
  const { db } = demo;
  switch (done.what) {
    case "changes-answer":
      return changeAnswer(demo, done, own);
    case "puts-item":
      return putItem(demo, done.item, own);
    case "adds-another":
      return addAnother(demo, done, own);
    case "adds-file":
      return addFile(demo, done, own);
    case "takes-back-answer":
      return takeBackAnswer(db, { ...own, questionId: done.questionId });
    case "takes-back-file":
      return takeBack(demo, done.name, own);
    case "withdraws":
      return { ok: !(await withdrawOwnResponse(db, own)).wasWithdrawn };
  }
}

type Doing<What> = Extract<DoneAfterSending, { what: What }>;

async function changeAnswer(
  { db }: Demo,
  { questionId, to }: Doing<"changes-answer">,
  own: Own,
) {
  const { current_version: version } = await findOwnRow(db, own.responseId);
  const change = { questionId, typed: to, version, leavesOut: [], messages };
  return changeOwnAnswer(db, { ...own, ...change });
}

/** In the place of the one of the same id, where there is one. */
async function putItem({ db }: Demo, item: EvidenceItem, own: Own) {
  const of = { responseId: own.responseId, questionId: "evidence" };
  const { items } = await openOwnEvidence(db, of);
  const before = items.find(({ id }) => id === item.id);
  const base = before ? fingerprintItem(before) : "";
  return saveOwnItem(db, {
    ...{ ...own, ...of, item, base, leavesOut: [], messages },
  });
}

async function addAnother(
  { db }: Demo,
  { questionId, answers }: Doing<"adds-another">,
  own: Own,
) {
  const of = { responseId: own.responseId, questionId };
  const { open } = await openOwnGroup(db, of);
  if (!open) throw new Error(`${questionId} is not asked again`);
  const { page, group, ids, used } = open;
  const another = pageOfAnother(page, group, ids.length + 1);
  const typed: Answers = {};
  for (const [index, { id }] of group.questions.entries()) {
    const asked = another.questions[index]?.id;
    const answer = answers[id];
    if (asked !== undefined && answer !== undefined) typed[asked] = answer;
  }
  const known = { items: used, pageVersions: {} };
  const itemId = idOfNewItem(page.id, known, ids.length);
  return addOwnGroupItem(db, {
    ...{ ...own, ...of, itemId, typed, leavesOut: [], messages },
  });
}

async function addFile(
  { db, attachmentStore }: Demo,
  { name, about }: Doing<"adds-file">,
  own: Own,
) {
  const questionId = "files";
  const bytes = await readDemoFile(name);
  const file = await stageBytes(attachmentStore, { questionId, name, bytes });
  const limits = defaultAttachmentLimits;
  const addition = { ...own, questionId, file, about, limits };
  return addOwnFile(db, attachmentStore, addition);
}

async function takeBack({ db }: Demo, named: string, own: Own) {
  const files = await selectAttachmentsForReview(db, own.responseId);
  const file = files.find(({ name }) => name === named);
  if (!file) throw new Error(`The response has no file ${named}`);
  return takeBackFile(db, { ...own, publicId: file.publicId });
}
