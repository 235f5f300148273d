import { makeDayRoots } from "#app/domain/proofs/days.server.ts";
import { jobKinds } from "#app/domain/jobs/jobs.ts";
import { runNextJob } from "#app/domain/jobs/jobs.server.ts";
import { saveSettings } from "#app/domain/portal/settings.server.ts";
import { deleteOldMails } from "#app/domain/mail/mail.server.ts";
import { createJobHandlers } from "../job-handlers.server.ts";
import { afterSendingSteps } from "./after-sending-steps.ts";
import { bankSteps } from "./bank-steps.ts";
import { callSteps } from "./call-steps.ts";
import { channelSteps } from "./channel-steps.ts";
import { demoStaff } from "./demo-staff.ts";
import { queueSteps } from "./queue-steps.ts";
import { redactionSteps } from "./redaction-steps.ts";
import { readingSteps } from "./reading-steps.ts";
import { draftSteps, heldBackSteps, sendingSteps } from "./sending-steps.ts";
import { givenStaffMember } from "./factories.ts";
import type { Demo, DemoReceipt, DemoSurroundings, Step } from "./steps.ts";
import { tagSteps } from "./tag-steps.ts";

/**
 * Plays the demo review's last three months through the domain's own
 * operations, in the order of time, with the background work between the steps:
 * so the history, the files' texts and the search index are what they would be.
 */
export async function seedDemo(
  surroundings: DemoSurroundings,
): Promise<{ responseCount: number; receipts: DemoReceipt[] }> {
  const demo = await givenDemo(surroundings);
  await offerInWelsh(demo);
  const steps = [
    ...bankSteps(demo),
    ...callSteps(demo),
    ...tagSteps(demo),
    ...sendingSteps(demo),
    ...heldBackSteps(demo),
    ...readingSteps(demo),
    ...redactionSteps(demo),
    ...channelSteps(demo),
    ...queueSteps(demo),
    ...afterSendingSteps(demo),
    ...draftSteps(demo),
  ];
  const latest = steps.find((step) => step.at > surroundings.now);
  if (latest)
    throw new Error(`A step of the demo is in the future: ${latest.what}`);
  const runJobs = createJobRunner(surroundings);
  for (const [index, step] of inOrderOfTime(steps).entries()) {
    await step.take();
    await runJobs(step.at);
    if ((index + 1) % 50 === 0)
      surroundings.tell(`  ${index + 1} of ${steps.length} steps`);
  }
  // Nobody sent the mails of these months; their time was over long ago.
  await deleteOldMails(surroundings.db, surroundings.now);
  await makeDayRoots(surroundings.db, surroundings);
  return { responseCount: demo.sent.size, receipts: demo.receipts };
}

/** The portal's own pages too, because one of its calls is. */
async function offerInWelsh({ db, staff, settings, now }: Demo) {
  const { staffId } = staff.lead;
  const at = new Date(now.getTime() - 90 * 86_400_000);
  const saving = { staffId, now: at, first: settings, what: "words" };
  await saveSettings(db, saving, (before) => ({ ...before, alsoIn: ["cy"] }));
}

async function givenDemo(surroundings: DemoSurroundings): Promise<Demo> {
  const { db, auth, password, now } = surroundings;
  const joinedAt = new Date(now.getTime() - 95 * 86_400_000);
  const join = (key: keyof typeof demoStaff) =>
    givenStaffMember(db, { ...demoStaff[key], auth, password, now: joinedAt });
  return {
    ...surroundings,
    staff: {
      admin: await join("admin"),
      lead: await join("lead"),
      tomos: await join("tomos"),
      imogen: await join("imogen"),
    },
    calls: new Map(),
    tagIds: new Map(),
    sent: new Map(),
    receipts: [],
  };
}

function inOrderOfTime(steps: Step[]): Step[] {
  return steps.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** Copies without hidden data are made, and pictures read, by the server that is started next: each takes a process of its own. */
const kindsOfSeed = jobKinds.filter(
  (kind) => kind !== "attachment.copy" && kind !== "attachment.recognise",
);

function createJobRunner(surroundings: DemoSurroundings) {
  const { db, attachmentStore, clamdAddress, secret } = surroundings;
  let at = surroundings.now;
  const now = () => at;
  const logger = { info: () => {}, error: () => {} };
  const env = {
    ...{ clamdAddress, secret, mail: undefined },
    ...{ publicBaseUrl: new URL("http://localhost:3000") },
    ...{ reviewName: "An independent review", safeguarding: { hours: 24 } },
  };
  const handlers = createJobHandlers({ db, attachmentStore, env, logger, now });
  return async (momentOfStep: Date) => {
    at = momentOfStep;
    for (const kind of kindsOfSeed)
      while ((await runNextJob(db, { handlers, now, kind })) !== "nothing-due");
  };
}
