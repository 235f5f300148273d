import { PassThrough, type Writable } from "node:stream";
import type { ActionFunction } from "@remix-run/node";
import pino from "pino";
import { describe, expect, test } from "vitest";
import { type StaffRole, staffRoles } from "#app/domain/accounts/accounts.ts";
import { action as remove } from "#app/routes/review.responses.$reference_.passages_.$passage.remove.tsx";
import { action as triage } from "#app/routes/review.responses.$reference_.triage.tsx";
import { action as retire } from "#app/routes/review.tags_.$tag_.retire.tsx";
import { loader as work } from "#app/routes/review.work.tsx";
import { ask } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { givenReadingDesk } from "#tests/given/reading-desk.ts";
import { askBoth, guardedRoutes } from "#tests/asking/review-modules.ts";
import { callPasses } from "#tests/asking/call-passes.ts";
import { portalPasses } from "#tests/asking/portal-forms.ts";
import { signInAs } from "#tests/given/sessions.ts";

const everyone: StaffRole[] = ["reviewer", "lead", "admin"];
const leads: StaffRole[] = ["lead", "admin"];
const admins: StaffRole[] = ["admin"];

/** Of routes with a page and a form, for everybody and for leads. */
const forAll = { get: everyone, post: everyone };
const ofLeads = { get: leads, post: leads };

/** Who passes each loader (get) and each action (post). A new route or method needs its row here. */
const passes: Record<string, { get?: StaffRole[]; post?: StaffRole[] }> = {
  "review.$.tsx": { get: everyone },
  "review._index.tsx": { get: everyone },
  "review.tsx": { get: everyone },
  "review.sign-out.tsx": { get: everyone, post: everyone },
  "review.queue.tsx": { get: everyone },
  "review.ledger.tsx": { get: everyone },
  "review.ledger_.volume[.]svg.ts": { get: everyone },
  "review.queue_.numbers.ts": { get: everyone },
  "review.queue_.take-next.tsx": { get: everyone, post: everyone },
  "review.responses.$reference.tsx": { get: everyone },
  "review.responses.$reference_.claim.tsx": { get: everyone, post: everyone },
  "review.safeguarding.tsx": { get: leads },
  "review.responses.$reference_.case.tsx": ofLeads,
  "review.responses.$reference_.case_.decide.tsx": ofLeads,
  "review.responses.$reference_.case_.pass-on.tsx": ofLeads,
  "review.responses.$reference_.identity.tsx": ofLeads,
  "review.responses.$reference_.withdrawn.tsx": forAll,
  "review.responses.$reference_.references.$question.$format.ts": {
    get: everyone,
  },
  "review.responses.$reference_.notes.tsx": { get: everyone, post: everyone },
  "review.responses.$reference_.passages.tsx": forAll,
  "review.responses.$reference_.passages_.$passage.remove.tsx": forAll,
  "review.redactions.tsx": { get: everyone },
  "review.responses.$reference_.redact/route.tsx": forAll,
  "review.responses.$reference_.redact_.looked.tsx": forAll,
  "review.responses.$reference_.redact_.preview.tsx": { get: everyone },
  "review.responses.$reference_.safeguarding.tsx": forAll,
  "review.responses.$reference_.skip.tsx": forAll,
  "review.responses.$reference_.take-back.tsx": forAll,
  "review.responses.$reference_.tags.tsx": forAll,
  "review.responses.$reference_.triage.tsx": { get: everyone, post: everyone },
  "review.exports.tsx": { get: leads },
  "review.exports_.new.tsx": ofLeads,
  "review.exports_.$export_.cancel.ts": ofLeads,
  "review.exports_.$export_.file.ts": ofLeads,
  "review.tags.tsx": { get: everyone, post: everyone },
  "review.tags_.$tag.tsx": { get: everyone },
  "review.tags_.$tag_.change.tsx": { get: everyone, post: everyone },
  "review.tags_.$tag_.csv.ts": { get: everyone, post: leads },
  "review.tags_.$tag_.print.tsx": { get: everyone },
  "review.tags_.$tag_.definition.tsx": { get: everyone, post: everyone },
  "review.tags_.$tag_.history.tsx": { get: everyone },
  "review.tags_.$tag_.merge.tsx": ofLeads,
  "review.tags_.$tag_.recode.tsx": ofLeads,
  "review.tags_.codebook[.]csv.ts": { get: everyone },
  "review.tags_.codebook[.]qdc.ts": { get: everyone },
  "review.tags_.files.tsx": { get: everyone, post: leads },
  "review.tags_.projects.tsx": ofLeads,
  "review.tags_.projects_.$project.tsx": ofLeads,
  "review.tags_.tables.tsx": { get: everyone },
  "review.tags_.names[.]json.ts": { get: everyone },
  "review.tags_.tables[.]svg.ts": { get: everyone },
  "review.tags_.changes.tsx": { get: everyone },
  "review.tags_.undo.tsx": { get: everyone, post: everyone },
  "review.tags_.$tag_.retire.tsx": { get: everyone, post: leads },
  "review.files.$attachment.tsx": { get: everyone, post: everyone },
  "review.files.$attachment_.held.tsx": { get: everyone },
  "review.files.$attachment_.pages.$page.ts": { get: everyone },
  "review.entries_.held.$key.pages.$page.ts": { get: everyone },
  "review.sessions.tsx": { get: everyone, post: everyone },
  "review.account.tsx": { get: everyone },
  "review.account_.notices.ts": { get: everyone, post: everyone },
  "review.account_.passkeys.tsx": { get: everyone, post: everyone },
  "review.account_.passkeys_.options.ts": { get: everyone, post: everyone },
  "review.account_.password.tsx": { get: everyone, post: everyone },
  "review.account_.recovery-codes.tsx": { get: everyone, post: everyone },
  "review.account_.second-step.tsx": { get: everyone, post: everyone },
  "review.people_.$person_.second-step.tsx": { get: admins, post: admins },
  "review.people.tsx": { get: leads },
  "review.people_.groups_.new.tsx": ofLeads,
  "review.people_.groups_.$group.tsx": ofLeads,
  "review.people_.groups_.$group_.end.tsx": ofLeads,
  "review.people_.$person.tsx": { get: leads, post: admins },
  "review.people_.$person_.disable.tsx": { get: admins, post: admins },
  "review.people_.$person_.provider.tsx": { get: admins, post: admins },
  "review.people_.$person_.reset.tsx": { get: admins, post: admins },
  "review.people_.invitations.$invitation.tsx": { get: admins, post: admins },
  "review.people_.invite.tsx": { get: admins, post: admins },
  "review.people_.outbox.tsx": { get: admins },
  "review.equality.tsx": ofLeads,
  "review.entries.tsx": { get: everyone },
  "review.entries_.new/route.tsx": { get: everyone, post: everyone },
  "review.entries_.$reference.tsx": { get: everyone, post: everyone },
  "review.entries_.emails.tsx": { get: everyone, post: everyone },
  "review.entries_.emails_.$email.tsx": { get: everyone, post: everyone },
  "review.entries_.emails_.$email_.original.ts": { ...forAll },
  "review.entries_.emails_.$email_.take-in.tsx": { ...forAll },
  "review.entries_.$reference_.correct.tsx": { get: everyone, post: everyone },
  "review.entries_.$reference_.letter.tsx": { get: everyone },
  "review.imports.tsx": ofLeads,
  "review.imports_.$import/route.tsx": ofLeads,
  "review.imports_.$import_.columns.tsx": ofLeads,
  "review.imports_.$import_.refusals[.]csv.ts": { get: leads },
  "review.imports_.$import_.undo.tsx": ofLeads,
  "review.quarantine.tsx": { get: leads },
  "review.quarantine_.$reference.tsx": ofLeads,
  ...callPasses,
  ...portalPasses,
  "review.bulk.tsx": { get: leads },
  "review.bulk_.new.tsx": ofLeads,
  "review.bulk_.$action.tsx": ofLeads,
  "review.views.tsx": { get: everyone },
  "review.views_.new.tsx": { get: everyone, post: everyone },
  "review.views_.$view.tsx": { get: everyone, post: everyone },
  "review.views_.$view_.delete.tsx": { get: everyone, post: everyone },
  "review.work.tsx": ofLeads,
};

test("every loader and every action of the review side has its row", async () => {
  const found = await Promise.all(
    guardedRoutes.map(async ({ name, load }) => {
      const { loader, action } = await load();
      return [name, [loader && "get", action && "post"].filter(Boolean)];
    }),
  );
  const rows = Object.entries(passes).map(([name, row]) => [
    name,
    Object.keys(row),
  ]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(rows));
});

describe.each(guardedRoutes)("$name", ({ name, load }) => {
  test.each(staffRoles)("opens to a %s as its row says", async (role) => {
    const { db } = openTestDatabase();
    const context = await makeTestContext(db);
    const { cookie } = await signInAs(context, role);
    const params = { reference: "H-NONE" };
    const { got, posted } = await askBoth(load, { context, cookie, params });
    const row = passes[name];
    expect(got && got.status !== 403).toBe(row?.get?.includes(role));
    expect(posted && posted.status !== 403).toBe(row?.post?.includes(role));
  });
});

const words = "I was moved five times.";

/** One form sends several things, and not all are for everyone: what each role is answered. */
const actions: {
  what: string;
  send: (role: StaffRole) => Promise<number>;
  answered: Record<StaffRole, number>;
}[] = [
  {
    what: "withdrawing a response",
    answered: { reviewer: 400, lead: 303, admin: 303 },
    send: async (role) => {
      const desk = await givenReadingDesk(words);
      const { staff } = await desk.openAs(role, "Sam");
      const note = "Asked by telephone.";
      const form = { rowVersion: "1", state: "withdrawn", note };
      return sendAs(desk, staff, triage, "/triage", { form });
    },
  },
  {
    what: "removing a colleague's passage",
    answered: { reviewer: 403, lead: 303, admin: 303 },
    send: async (role) => {
      const desk = await givenReadingDesk(words);
      const { staff } = await desk.openAs(role, "Sam");
      const tagged = await desk.tag("moved five times");
      const params = { passage: tagged.ok ? tagged.publicId : "" };
      return sendAs(desk, staff, remove, "/passages", { params });
    },
  },
  {
    what: "retiring a tag",
    answered: { reviewer: 403, lead: 303, admin: 303 },
    send: async (role) => {
      const desk = await givenReadingDesk(words);
      const { staff } = await desk.openAs(role, "Sam");
      const params = { tag: String(desk.tagId) };
      return sendAs(desk, staff, retire, "/retire", { params });
    },
  },
];

async function sendAs(
  desk: Awaited<ReturnType<typeof givenReadingDesk>>,
  { cookie }: { cookie: string },
  action: ActionFunction,
  rest: string,
  sent: { form?: Record<string, string>; params?: Record<string, string> },
): Promise<number> {
  const { reference, context } = desk;
  const { status } = await ask(action, {
    context,
    cookie,
    path: `/review/responses/${reference}${rest}`,
    params: { reference, ...sent.params },
    form: sent.form ?? { view: "" },
  });
  return status;
}

describe.each(actions)("$what", ({ send, answered }) => {
  test.each(staffRoles)("by a %s is answered as its row says", async (role) => {
    expect(await send(role)).toBe(answered[role]);
  });
});

test("a refusal is in the log, with what was missing and without who or where", async () => {
  const { db } = openTestDatabase();
  const lines: string[] = [];
  const context = await makeTestContext(db, { logger: pino(listen(lines)) });
  const { cookie, name, staffId } = await signInAs(context, "reviewer", "Sam");
  await ask(work, { context, cookie, path: "/review/work?q=secret" });
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    role: "reviewer",
    permission: "oversee-work",
    requestId: "test",
  });
  for (const personal of [name, staffId, "secret", "/review"])
    expect(lines[0]).not.toContain(personal);
});

function listen(lines: string[]): Writable {
  return new PassThrough().on("data", (chunk) => lines.push(String(chunk)));
}
