import type { ActionFunction, LoaderFunction } from "@remix-run/node";
import { expect, test } from "vitest";
import type { StaffRole } from "#app/domain/accounts/accounts.ts";
import { casesShown } from "#app/domain/responses/safeguarding/reading-cases.server.ts";
import { loader as queue } from "#app/routes/review.queue.tsx";
import { loader as frame } from "#app/routes/review.tsx";
import { loader as lane } from "#app/routes/review.safeguarding.tsx";
import { loader as page } from "#app/routes/review.responses.$reference.tsx";
import * as ofCase from "#app/routes/review.responses.$reference_.case.tsx";
import * as decide from "#app/routes/review.responses.$reference_.case_.decide.tsx";
import * as passOn from "#app/routes/review.responses.$reference_.case_.pass-on.tsx";
import * as raise from "#app/routes/review.responses.$reference_.safeguarding.tsx";
import { toldNext } from "#tests/asking/flash.ts";
import { ask } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { givenQueue } from "#tests/given/queues.ts";
import { signInAs } from "#tests/given/sessions.ts";

/** What a page shows: each test says what it looks for. */
type Shown = Awaited<ReturnType<Response["json"]>>;

/** Two that are flagged, the first by somebody else and for something else. */
async function givenLane() {
  const { db } = openTestDatabase();
  let at = new Date("2026-11-20T10:00:00.000Z");
  const context = await makeTestContext(db, { now: () => at });
  const { references } = await givenQueue(db, 3);
  const [earlier = "", reference = ""] = references;
  const person = async (role: StaffRole, name: string) => {
    const { cookie } = await signInAs(context, role, name);
    const send = (
      action: ActionFunction,
      form: Record<string, string>,
      about = reference,
    ) => {
      const path = `/review/responses/${about}/x`;
      const params = { reference: about };
      return ask(action, { context, path, params, cookie, form });
    };
    const open = async (loader: LoaderFunction, path = "/review/x") => {
      const params = { reference };
      const asked = { context, path, params, cookie };
      return (await ask(loader, asked)) as { status: number; data: Shown };
    };
    return { send, open };
  };
  const amina = await person("reviewer", "Amina");
  const lena = await person("lead", "Lena");
  const mo = await person("admin", "Mo");
  await amina.send(raise.action, { intent: "raise", reason: "One." }, earlier);
  const form = { intent: "raise", riskKind: "child", reason: "He says no." };
  await amina.send(raise.action, form);
  const wait = (hours: number) => {
    at = new Date(at.getTime() + hours * 3_600_000);
  };
  return { context, reference, amina, lena, mo, wait, person };
}

test("of many open cases a page shows the longest open, and how many there are", async () => {
  const { context, lena, amina, wait } = await givenLane();
  const { references } = await givenQueue(context.db, casesShown);
  for (const about of references) {
    wait(0.005);
    await amina.send(raise.action, { intent: "raise", reason: "More." }, about);
  }
  const first = (await lena.open(lane)).data;
  expect(first).toMatchObject({
    openCount: casesShown + 2,
    pages: { page: 1, pageCount: 2, previousHref: undefined },
  });
  expect(first.open).toHaveLength(casesShown);
  const { data } = await lena.open(lane, first.pages.nextHref);
  const shown = data.open.map((one: { reference: string }) => one.reference);
  expect(shown).toEqual(references.slice(-2));
  const far = (await lena.open(lane, "/review/safeguarding?page=99")).data;
  expect(far.pages).toMatchObject({
    page: 2,
    previousHref: "/review/safeguarding",
    nextHref: undefined,
  });
});

const outcome = { outcome: "passed-on", ending: "release", words: "Told." };

test("a case is taken up, passed on, proposed, sent back, proposed again and closed by two, told in its timeline", async () => {
  const { context, reference, amina, lena, mo } = await givenLane();
  expect((await amina.open(lane)).status).toBe(403);
  const cards = (await lena.open(lane)).data.open;
  expect(cards[1]).toMatchObject({
    ...{ reference, kind: "A child may be at risk", words: "He says no." },
    raised: expect.stringContaining("Amina") as string,
    standing: { isOverdue: false },
  });
  await lena.send(ofCase.action, { seenTakenById: "" });
  const at = `/review/responses/${reference}/case`;
  expect((await mo.open(page)).data.frozen.forms).toMatchObject([
    { to: `${at}/pass-on` },
    { to: `${at}/decide` },
  ]);
  const late = await mo.send(ofCase.action, { seenTakenById: "" });
  expect(await toldNext(context, late)).toMatchObject({
    text: "Lena took it up a moment ago.",
  });
  const passing = { passedTo: "The council", passedOn: "2026-11-20" };
  await lena.send(passOn.action, { ...passing, way: "phone", why: "Named." });
  const proposal = { intent: "propose", ...outcome };
  await lena.send(decide.action, proposal);
  const { data } = await mo.open(decide.loader);
  const { proposalId } = data.proposal as { proposalId: number };
  const answer = { intent: "answer", proposalId: String(proposalId) };
  const back = { ...answer, answer: "sent-back", words: "Ring them first." };
  const agree = { ...answer, answer: "agreed", words: "Yes." };
  const own = await lena.send(decide.action, agree);
  expect((await toldNext(context, own))?.text).toContain("somebody else");
  await mo.send(decide.action, back);
  const stale = await mo.send(decide.action, agree);
  expect((await toldNext(context, stale))?.text).toContain("meanwhile");
  await lena.send(decide.action, proposal);
  const next = (await mo.open(decide.loader)).data.proposal.proposalId;
  await mo.send(decide.action, { ...agree, proposalId: String(next) });
  const { timeline, isOpen } = (await mo.open(ofCase.loader)).data;
  expect(isOpen).toBe(false);
  const told = (timeline as { who: string; what: string }[]).map(
    ({ who, what }) => `${who} ${what.split(/[:,]/, 1)[0]}`,
  );
  expect(told).toEqual([
    "Amina raised the flag",
    "Lena took the case up",
    "Lena wrote down",
    "Lena proposed",
    "Mo sent it back",
    "Lena proposed",
    "Mo agreed",
  ]);
  const after = (await mo.open(lane)).data;
  expect(after.open).toHaveLength(1);
  expect(after.closed).toMatchObject([{ reference }]);
});

test("the frozen page says what to do and where the case stands, and leads those who decide to it", async () => {
  const { reference, amina, lena, wait, person } = await givenLane();
  wait(0.1);
  const frozen = async (one: typeof amina) =>
    (await one.open(page)).data.frozen;
  expect(await frozen(amina)).toMatchObject({
    kind: "A child may be at risk",
    nextStep: expect.stringContaining("call the emergency services") as string,
    standing: { isOverdue: false },
    ...{ caseHref: undefined, forms: [] },
  });
  expect((await frozen(lena)).forms).toEqual([]);
  const ofLead = await frozen(lena);
  const at = `/review/responses/${reference}/case`;
  expect(ofLead.caseHref).toBe(at);
  const readers = (await lena.open(ofCase.loader)).data.readings;
  expect(readers.map(({ who }: { who: string }) => who)).toEqual([
    "Lena",
    "Amina",
  ]);
  wait(24);
  // Sessions have ended by then.
  const nia = await person("lead", "Nia");
  expect((await frozen(nia)).standing).toMatchObject({ isOverdue: true });
  expect((await nia.open(frame)).data.cases).toEqual({ open: 2, overdue: 2 });
  expect((await nia.open(lane)).data.overdueCount).toBe(2);
});

test("a list of what is flagged shows none of its words: nobody's reading is unwritten", async () => {
  const { amina } = await givenLane();
  const { data } = await amina.open(
    queue,
    "/review/queue?flagged=yes&state=all",
  );
  const rows = data.rows as { excerpt: { text: string }[] }[];
  expect(rows).toHaveLength(2);
  for (const { excerpt } of rows)
    expect(excerpt).toEqual([
      expect.objectContaining({
        text: expect.stringContaining("Frozen") as string,
      }),
    ]);
});
