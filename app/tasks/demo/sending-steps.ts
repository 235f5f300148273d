import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { countEqualityAnswers } from "#app/domain/equality/equality.server.ts";
import { addFileToResponse } from "#app/domain/responses/response-files.server.ts";
import { receiptCodeOf } from "#app/domain/responses/receipts.server.ts";
import { findVisibleResponse } from "#app/domain/responses/visible-responses.server.ts";
import {
  type Submission,
  submitDraft,
} from "#app/domain/responses/submission.server.ts";
import { wordsIn } from "#app/words/words.ts";
import type { DemoResponse } from "./demo-response.ts";
import {
  givenDraft,
  givenDraftFile,
  givenResponse,
  someAdvice,
} from "./factories.ts";
import { demoResponses } from "./responses/responses.ts";
import { choicesOfDemo } from "./equality-choices.ts";
import { daysBefore, type Demo, fromEarlierStep, type Step } from "./steps.ts";

export function sendingSteps(demo: Demo): Step[] {
  return Object.entries(demoResponses).flatMap(([slug, responses]) =>
    responses.map((response) => {
      const sending = {
        slug,
        response,
        at: daysBefore(demo, response.daysAgo),
      };
      return {
        at: sending.at,
        what: `a response to ${slug} arrives`,
        take: async () => {
          const sent = response.channel
            ? await recordFromElsewhere(demo, sending)
            : await sendFromTheWeb(demo, sending);
          demo.sent.set(response, sent);
        },
      };
    }),
  );
}

type Sending = { slug: string; response: DemoResponse; at: Date };

/** One of the files that the demo's people send. */
export function readDemoFile(name: string): Promise<Buffer> {
  return readFile(path.resolve("app/tasks/demo/files", name));
}

async function sendFromTheWeb(demo: Demo, { slug, response, at }: Sending) {
  const { db, attachmentStore } = demo;
  const call = fromEarlierStep(demo.calls, slug);
  const { draft, holderKey } = await givenDraft(db, {
    call,
    answers: response.answers,
    now: at,
  });
  for (const name of response.files ?? []) {
    const file = { name, bytes: await readDemoFile(name), now: at };
    const draftId = draft.id;
    await givenDraftFile(db, attachmentStore, { draftId, ...file });
  }
  const reference = await send(demo, { draftId: draft.id, holderKey, at });
  const { publicId } = draft;
  if (response.afterSending)
    keepReceipt(demo, { publicId, reference, ...response.afterSending });
  await countEqualityAnswers(db, {
    call,
    holder: { callId: call.id, holderKey, publicId, now: at },
    taken: choicesOfDemo(demo.sent.size),
  });
  const seen = { reference, viewer: demo.staff.lead, now: at };
  const found = await findVisibleResponse(db, seen);
  if (!found) throw new Error("The response that was just sent is not there");
  return { responseId: found.responseId, reference };
}

function keepReceipt(
  { receipts, secret }: Demo,
  of: { publicId: string; reference: string; shows: string },
) {
  const { publicId, reference, shows } = of;
  receipts.push({ reference, shows, code: receiptCodeOf(secret, publicId) });
}

type Sent = { draftId: number; holderKey: string; at: Date };

/** @param form what the form tells of a machine, where one sent it. */
async function send(
  { db, secret }: Demo,
  { draftId, holderKey, at }: Sent,
  form?: Submission["form"],
): Promise<string> {
  const outcome = await submitDraft(db, {
    ...{ draftId, holderKey, secret, now: at, randomBytes },
    messages: wordsIn("en").questions,
    ...(form && { form }),
  });
  if (!outcome.ok)
    throw new Error(`A draft is not sent: ${JSON.stringify(outcome)}`);
  return outcome.reference;
}

/** An advertisement that fills in whatever there is, and one who had it all ready and was quick. */
export function heldBackSteps(demo: Demo): Step[] {
  const held = (days: number, whatFirst: string, hasFilledTrap: boolean) => {
    const at = daysBefore(demo, days);
    return {
      at,
      what: "a response is held back",
      take: async () => {
        const call = fromEarlierStep(demo.calls, "call-for-advice");
        const answers = { ...someAdvice, "what-first": whatFirst };
        const given = { call, answers, now: at };
        const { draft, holderKey } = await givenDraft(demo.db, given);
        const sent = { draftId: draft.id, holderKey, at };
        const isSentAgain = () => false;
        const form = { hasFilledTrap, isSentAgain };
        const reference = await send(demo, sent, form);
        if (hasFilledTrap) return;
        const { publicId } = draft;
        const shows = "held back, which the team's quarantine shows alone";
        keepReceipt(demo, { publicId, reference, shows });
      },
    };
  };
  return [
    held(
      2.6,
      "Need money fast? Get a loan today, no questions asked. Visit https://loans.example and claim your bonus now.",
      true,
    ),
    held(
      1.3,
      "I wrote this in my own time and only had to paste it. Please look at why children are told about a move on the day that it happens.",
      false,
    ),
  ];
}

/** A letter or a call is recorded two hours after it came. */
async function recordFromElsewhere(
  demo: Demo,
  { slug, response, at }: Sending,
) {
  const sent = await givenResponse(demo.db, {
    call: fromEarlierStep(demo.calls, slug),
    channel: response.channel ?? "letter",
    answers: response.answers,
    receivedAt: new Date(at.getTime() - 2 * 3_600_000),
    recordedAt: at,
    actor: { kind: "staff", staffId: demo.staff.admin.staffId },
  });
  for (const name of response.files ?? []) {
    const added = await addFileToResponse(demo.db, demo.attachmentStore, {
      responseId: sent.responseId,
      questionId: "files",
      originalName: name,
      bytes: await readDemoFile(name),
      now: at,
    });
    if (!added.ok) throw new Error(`${name}: ${added.reason}`);
  }
  return sent;
}

/** Two people who have begun and not sent. */
export function draftSteps(demo: Demo): Step[] {
  const begin = (slug: string, days: number, draft: Partial<DemoResponse>) => ({
    at: daysBefore(demo, days),
    what: `a draft for ${slug} is begun`,
    take: async () => {
      const now = daysBefore(demo, days);
      const call = fromEarlierStep(demo.calls, slug);
      const { answers = {} } = draft;
      const begun = await givenDraft(demo.db, { call, answers, now });
      for (const name of draft.files ?? [])
        await givenDraftFile(demo.db, demo.attachmentStore, {
          draftId: begun.draft.id,
          name,
          bytes: await readDemoFile(name),
          now,
        });
    },
  });
  return [
    begin("call-for-advice", 4.2, {
      answers: { "respondent-kind": "parent", "what-first": "I want to say" },
    }),
    begin("call-for-evidence", 1.1, {
      answers: { name: "P.", role: "researcher" },
      files: ["sibling-contact-study.pdf"],
    }),
  ];
}
