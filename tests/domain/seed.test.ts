import { expect, test } from "vitest";
import { verifyChain } from "#app/domain/audit/audit.server.ts";
import { callAvailability } from "#app/domain/calls/calls.ts";
import { selectPublicCalls } from "#app/domain/calls/calls.server.ts";
import { deleteExpiredDrafts } from "#app/domain/drafts/delete-drafts.server.ts";
import { selectJobOverview } from "#app/domain/jobs/jobs.server.ts";
import { deleteOldMails } from "#app/domain/mail/mail.server.ts";
import { responseStates } from "#app/domain/responses/responses.ts";
import { wholeQueue } from "#app/domain/triage/queue-filter.ts";
import { selectQueuePage } from "#app/domain/triage/queue.server.ts";
import { demoStaff } from "#app/tasks/demo/demo-staff.ts";
import { anyLead } from "#tests/given/people.ts";
import { demoPassword, givenSeed } from "#tests/given/seeded-demo.ts";

test("the demo has two open calls, a closed one, responses of every state, and a history that holds", async () => {
  // On the day the clocks change, too.
  const now = new Date("2027-03-28T01:30:00Z");
  const { db, context, responseCount } = await givenSeed(now);

  const calls = await selectPublicCalls(db);
  expect(calls.map((call) => [call.slug, callAvailability(call, now)])).toEqual(
    [
      ["call-for-ideas", "closed"],
      ["call-for-advice", "open"],
      ["call-for-evidence", "open"],
    ],
  );
  expect(responseCount).toBeGreaterThanOrEqual(60);
  const states = await db
    .selectFrom("responses")
    .select("state")
    .distinct()
    .execute();
  expect(states.map((row) => row.state).sort()).toEqual(
    [...responseStates].sort(),
  );
  expect(await verifyChain(db)).toMatchObject({ ok: true });
  expect(await selectJobOverview(db)).toMatchObject({ failed: [] });
  const held = db.selectFrom("held_back").select(["reasons", "standing"]);
  expect(await held.execute()).toEqual([
    { reasons: '["filled-trap","sent-at-once"]', standing: "waiting" },
    { reasons: '["sent-at-once"]', standing: "waiting" },
  ]);
  const waiting = await db
    .selectFrom("jobs")
    .select("kind")
    .distinct()
    .where("state", "=", "waiting")
    .execute();
  expect(waiting.map(({ kind }) => kind).sort()).toEqual([
    "attachment.copy",
    "attachment.recognise",
  ]);
  // Else the first start would tell of each as of one that could not be sent.
  expect(await deleteOldMails(db, now)).toBe(0);
  const late = await db
    .selectFrom("events")
    .select("type")
    .where("at", ">", now.toISOString())
    .execute();
  expect(late).toEqual([]);

  const signedIn = await context.auth.api.signInEmail({
    body: {
      email: demoStaff.lead.email,
      password: demoPassword,
    },
  });
  expect(signedIn.user.name).toBe(demoStaff.lead.name);

  const page = await selectQueuePage(db, {
    ...{ filter: wholeQueue, now, viewer: anyLead },
  });
  expect(page.rows.map(({ sameCount }) => sameCount)).toEqual(
    expect.arrayContaining([5, 2]),
  );
  expect(page.rows.some(({ saysNothing }) => saysNothing)).toBe(true);
  expect(page.overdueCount).toBeGreaterThan(0);
  expect(page.rows.map(({ assigneeName }) => assigneeName)).toContain(
    "Kinship readers",
  );

  // What every server does in its first hour.
  const muchLater = new Date("2028-03-28T01:30:00Z");
  await deleteExpiredDrafts(db, context.attachmentStore, muchLater);
  expect(await db.selectFrom("drafts").select("id").execute()).toEqual([]);
});
