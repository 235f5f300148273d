import { expect, test } from "vitest";
import { selectHistory } from "#app/domain/audit/audit.server.ts";
import { ownPreviewLink } from "#app/http/request/preview-link.server.ts";
import * as preview from "#app/routes/_public.preview.$link.$/route.tsx";
import { loader as ways } from "#app/routes/review.calls_.$call_.edit_.routes.tsx";
import * as previews from "#app/routes/review.calls_.$call_.preview.tsx";
import { describeCallHistory } from "#app/screens/review/call-history.ts";
import type { describePreviews } from "#app/screens/review/call-previews.ts";
import { refusedPreviews } from "#app/screens/public/preview.ts";
import { ask } from "#tests/asking/routes.ts";
import { givenEditor } from "#tests/given/authoring.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { signInAs } from "#tests/given/sessions.ts";

const begin = new Date("2026-11-27T20:00:00Z");

type Shown = {
  page?: { kind: string };
  band?: { what: string; until: string };
  refused?: { heading: string };
};

/** The call, which comes after another, with two who keep it, and whoever is given a link. */
async function givenTeam() {
  const { db, call } = await givenEditor({ state: "open" });
  let at = begin;
  const context = await makeTestContext(db, { now: () => at });
  const lena = await signInAs(context, "lead", "Lena");
  const mo = await signInAs(context, "admin", "Mo");
  const asked = ({ cookie }: { cookie: string }, params = {}) => ({
    ...{ context, cookie, path: `/review/calls/${call.slug}/preview` },
    params: { call: call.slug, ...params },
  });
  const send = (who: { cookie: string }, form: Record<string, string>) =>
    ask(previews.action, { ...asked(who), form });
  const page = async () =>
    (await ask(previews.loader, asked(lena))).data?.screen as ReturnType<
      typeof describePreviews
    >;
  const open = async (href: string, cookie = "") => {
    const link = href.split("/").at(-1) ?? "";
    const params = { link, "*": "" };
    const shown = await ask(preview.loader, {
      ...{ context, path: `/preview/${link}`, params, cookie },
    });
    return { status: shown.status, ...(shown.data as Shown) };
  };
  /** Their sessions have ended by then, and they sign in anew. */
  const later = async (hours: number) => {
    at = new Date(begin.getTime() + hours * 3_600_000);
    Object.assign(lena, await signInAs(context, "lead", "Lena"));
    Object.assign(mo, await signInAs(context, "admin", "Mo"));
  };
  return { db, call, context, lena, mo, asked, send, page, open, later };
}

test("links to a preview are made, told with who made them until when, and ended, one or all", async () => {
  const { db, call, lena, mo, send, page, open, later } = await givenTeam();
  expect((await page()).standing).toEqual([]);
  await send(lena, { step: "make", shows: "now" });
  await later(1);
  await send(mo, { step: "make", shows: "1" });
  await send(mo, { step: "make", shows: "now" });
  const { standing } = await page();
  expect(standing.map(({ shows }) => shows)).toEqual([
    ...["As it is now", "Version 1", "As it is now"],
  ]);
  expect(standing[2]?.facts).toBe(
    "Made by Lena on 27 Nov 2026, 8:00pm. It works until 4 Dec 2026, 8:00pm.",
  );
  const [third, second, first] = standing.map(({ href }) => href);
  expect(await open(first!)).toMatchObject({ page: { kind: "start" } });
  expect((await open(second!)).band?.what).toMatch(/^This is version 1 /);
  await send(lena, { step: "end", link: `${standing[1]?.linkId}` });
  const over = {
    status: 410,
    refused: { heading: "This preview link has ended" },
  };
  expect(await open(second!)).toMatchObject(over);
  expect((await open(third!)).status).toBe(200);
  expect((await page()).standing).toHaveLength(2);
  await later(168);
  expect((await open(first!)).status).toBe(200);
  await later(168.01);
  expect(await open(first!)).toMatchObject(over);
  await send(mo, { step: "end-all" });
  expect(await open(third!)).toMatchObject(over);
  expect((await page()).standing).toEqual([]);
  await send(mo, { step: "end-all" });
  const told = describeCallHistory(
    await selectHistory(db, { kind: "call", id: call.id }),
  ).filter(({ what }) => /preview/.test(what));
  expect(told.map(({ who, what }) => `${who} ${what}`)).toEqual([
    "Mo ended a link to a preview",
    "Lena ended a link to a preview",
    "Mo made a link to a preview",
    "Mo made a link to a preview",
    "Lena made a link to a preview",
  ]);
});

test("no link is made to a version that is not there, and none of another call is ended", async () => {
  const { db, call, lena, send, page } = await givenTeam();
  expect((await send(lena, { step: "make", shows: "2" })).status).toBe(400);
  expect((await send(lena, { step: "make", shows: "x" })).status).toBe(400);
  await send(lena, { step: "make" });
  await db
    .updateTable("preview_links")
    .set({ call_id: call.id - 1 })
    .execute();
  expect((await page()).standing).toEqual([]);
  await send(lena, { step: "end", link: "1" });
  await send(lena, { step: "end-all" });
  const { ended_at } = await db
    .selectFrom("preview_links")
    .select("ended_at")
    .executeTakeFirstOrThrow();
  expect(ended_at).toBeNull();
});

test("what the team looks at itself opens to whoever may keep calls and is signed in, and to nobody else", async () => {
  const { db, call, context, lena, asked, page, open } = await givenTeam();
  const { now, versions } = await page();
  const { cookie } = await signInAs(context, "reviewer");
  const own = [now, versions[0]!.href];
  const { data } = await ask(ways, asked(lena));
  const { routes } = data?.screen as unknown as { routes: { href: string }[] };
  own.push(routes[0]!.href.replace(/\?.*/, ""));
  for (const href of own) {
    expect(await open(href, lena.cookie)).toMatchObject({
      page: { kind: "start" },
      band: { until: expect.stringMatching(/^Only the team/) },
    });
    for (const other of ["", cookie])
      expect(await open(href, other)).toMatchObject({
        ...{ status: 403, page: undefined },
        refused: { heading: refusedPreviews.own.heading },
      });
  }
  expect(await db.selectFrom("preview_links").selectAll().execute()).toEqual(
    [],
  );
  const of = { callId: call.id, of: { kind: "working-copy" } } as const;
  const whole = ownPreviewLink(context, of);
  const forged = whole.replace(".team.", ".1.");
  expect((await open(forged, lena.cookie)).status).toBe(404);
});
