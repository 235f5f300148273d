import type { LoaderFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";
import { frontSections } from "#app/domain/portal/front-page.ts";
import {
  editOwnPage,
  publishOwnPage,
} from "#app/domain/portal/keep-pages.server.ts";
import { findOwnPage } from "#app/domain/portal/own-pages.server.ts";
import { findSettings } from "#app/domain/portal/settings.server.ts";
import { firstSettings } from "#app/http/portal-settings.server.ts";
import { loader as colours } from "#app/routes/colours.$accent.ts";
import { action as front } from "#app/routes/review.settings_.front-page.tsx";
import { action as look } from "#app/routes/review.settings_.look.tsx";
import { StandingPortal } from "#app/http/gate/standing-portal.server.ts";
import { loader as home } from "#app/routes/_public._index.tsx";
import { action, loader } from "#app/routes/review.settings.tsx";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { describePortal } from "#app/http/request/shown-portal.server.ts";
import { ask } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { signInAs } from "#tests/given/sessions.ts";

async function givenDesk() {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db);
  const { cookie } = await signInAs(context, "lead");
  const asked = { context, cookie, path: "/review/settings" };
  const see = async () => {
    const { data } = await ask(loader, asked);
    return (data as { form: { seen: string; contactEmail: string } }).form;
  };
  const save = (over: Record<string, string>, seen: string) =>
    ask(action, { ...asked, form: { ...typed, ...over, seen } });
  return { db, context, see, save };
}

const typed = {
  ...{ name: "The Review of Kin", nameCy: "Adolygiad Perthnasau" },
  ...{ contactEmail: "kin@review.example", about: "Kin.", aboutCy: "" },
  ...{ runBy: "", runByCy: "", reports: "", reportsCy: "" },
  ...{ hours: "12", nextStep: "Ring the desk." },
};

test("what is saved stands in the place of what the operator set, on every server within a second", async () => {
  const { db, context, see, save } = await givenDesk();
  let now = new Date("2026-12-01T09:00:00.000Z");
  let changes = 0;
  const stand = (countChanges: () => number) =>
    new StandingPortal({ ...context, db, now: () => now, countChanges });
  const told = stand(() => changes);
  const untold = stand(() => 0);
  const { reviewName } = context.env;
  expect((await told.read()).env.reviewName).toBe(reviewName);
  expect((await untold.read()).env.reviewName).toBe(reviewName);
  expect((await save({}, (await see()).seen)).status).toBe(303);
  changes += 1;
  const { env, ...portal } = await told.read();
  expect(env).toMatchObject({
    ...{
      reviewName: "The Review of Kin",
      reviewContactEmail: "kin@review.example",
    },
    safeguarding: { hours: 12, nextStep: "Ring the desk." },
  });
  expect(told.reviewName).toBe("The Review of Kin");
  expect((await untold.read()).env.reviewName).toBe(reviewName);
  now = new Date(now.getTime() + 1_000);
  expect((await untold.read()).env.reviewName).toBe("The Review of Kin");
  const { data } = await ask(home, {
    context: { ...context, env, ...portal },
    path: "/",
  });
  expect(data).toMatchObject({
    lead: "Kin.",
    shared: { title: "The Review of Kin" },
  });
  expect(describePortal({ env, ...portal }, "en")).toMatchObject({
    ...{ contactEmail: "kin@review.example" },
    reviewName: "The Review of Kin",
  });
  expect(describePortal({ env, ...portal }, "cy").reviewName).toBe(
    "Adolygiad Perthnasau",
  );
});

test("where the database cannot be asked, the review keeps the name it had", async () => {
  const { db, context, see, save } = await givenDesk();
  await save({}, (await see()).seen);
  let now = new Date("2026-12-01T09:00:00.000Z");
  const standing = new StandingPortal({
    ...context,
    now: () => now,
    countChanges: () => 0,
  });
  await standing.read();
  await db.destroy();
  now = new Date(now.getTime() + 1_000);
  expect((await standing.read()).env.reviewName).toBe("The Review of Kin");
});

test("who saves over another's settings gets both, and what is typed wrong comes back", async () => {
  const { see, save } = await givenDesk();
  const { seen } = await see();
  expect((await save({}, seen)).status).toBe(303);
  const second = await save({ contactEmail: "other@review.example" }, seen);
  expect(second).toMatchObject({ status: 409, data: { isConflict: true } });
  expect((await see()).contactEmail).toBe("kin@review.example");
  const wrong = {
    name: "",
    contactEmail: "nobody",
    hours: "0",
    aboutCy: "Perthnasau",
    about: "",
  };
  const refused = await save(wrong, (await see()).seen);
  expect(refused.status).toBe(400);
  expect(Object.keys((refused.data as { errors: object }).errors)).toEqual(
    expect.arrayContaining(["name", "contactEmail", "hours", "about"]),
  );
  expect(refused.data).toMatchObject({ sent: wrong });
});

test("a colour that nobody could read on is refused with the nearest that passes; another is shown, saved and taken off", async () => {
  const { db, context } = await givenDesk();
  const { cookie } = await signInAs(context, "admin");
  const send = (accent: string, step: string) =>
    ask(look, {
      ...{ context, cookie, path: "/review/settings/look" },
      form: { accent, step },
    });
  const saved = async () =>
    (await findSettings(db, firstSettings(context.env))).settings.accent;
  const light = await send("#fd0", "save");
  expect(light).toMatchObject({
    status: 400,
    data: { sent: { accent: "#fd0" } },
  });
  const { errors, offered } = light.data as {
    errors: { accent: string };
    offered: string;
  };
  expect(errors.accent).toContain("1.3 to 1");
  expect(errors.accent).toContain(offered);
  expect((await send("red", "save")).status).toBe(400);
  expect((await send(offered, "show")).status).toBe(200);
  expect(await saved()).toBeUndefined();
  expect((await send(offered, "save")).status).toBe(303);
  expect(await saved()).toBe(offered);
  const sheet = colours({
    params: { accent: offered.slice(1) },
  } as unknown as LoaderFunctionArgs);
  expect(await sheet.text()).toContain(`--heard-accent:${offered}`);
  expect(sheet.headers.get("Cache-Control")).toContain("immutable");
  for (const accent of ["ffdd00", "0b3440;}", "abc", "0B3440"])
    expect(() =>
      colours({ params: { accent } } as unknown as LoaderFunctionArgs),
    ).toThrow();
  expect((await send("", "remove")).status).toBe(303);
  expect(await saved()).toBeUndefined();
});

test("the first page shows what is published and switched on, in its order", async () => {
  const { db, context } = await givenDesk();
  const { cookie, staffId } = await signInAs(context, "lead");
  const first = { title: { en: "Timetable" } };
  const write = async (slug: string, day: string) => {
    const keeping = { slug, staffId, now: new Date(day), first };
    await editOwnPage(db, keeping, (body) => ({
      ...{ what: "texts" },
      after: {
        ...body,
        title: { en: slug },
        text: { en: "First.\n\n## Later\n\nNot here." },
      },
    }));
    const page = await findOwnPage(db, slug);
    await publishOwnPage(db, {
      ...keeping,
      rowVersion: page?.rowVersion ?? -1,
    });
  };
  await write("about", "2026-12-01T09:00:00Z");
  await write("help", "2026-12-02T09:00:00Z");
  const standing = new StandingPortal({ ...context, countChanges: () => 0 });
  const read = async () => {
    const portal = await new StandingPortal({
      ...context,
      countChanges: () => 0,
    }).read();
    const { data } = await ask(home, {
      context: { ...context, ...portal },
      path: "/",
    });
    return (
      data as { sections: { section: string; text?: { text: string } }[] }
    ).sections;
  };
  expect((await standing.read()).ownPages).toHaveLength(2);
  const before = await read();
  expect(before.map(({ section }) => section)).toEqual([
    "open",
    "about",
    "help",
    "closed",
  ]);
  expect(before[1]?.text?.text.trim()).toBe("First.");
  const arrange = (places: number[], shown: string[]) =>
    ask(front, {
      ...{ context, cookie, path: "/review/settings/front-page" },
      form: [
        ...frontSections.map((one): [string, string] => ["page", one]),
        ...places.map((one): [string, string] => ["place", String(one)]),
        ...shown.map((one): [string, string] => ["shown", one]),
      ],
    });
  const arranged = await arrange([1, 2, 3, 4, 1, 6, 7], ["help", "closed"]);
  expect(arranged.status).toBe(303);
  expect((await read()).map(({ section }) => section)).toEqual([
    "help",
    "open",
    "closed",
  ]);
  const late = await arrange([1, 2, 3, 4, 5, 6, 7], []);
  expect(late.status).toBe(409);
});

test("the portal is read in another language once the review says so, and not before", async () => {
  const { context, see, save } = await givenDesk();
  const seenIn = async (settings: RequestContext["settings"]) => {
    const asked = { ...context, settings };
    const { data } = await ask(home, { context: asked, path: "/?lang=cy" });
    const { language, shared } = data as {
      language: string;
      shared: { title: string };
    };
    return [language, shared.title];
  };
  const saved = async () => {
    const first = firstSettings(context.env);
    return (await findSettings(context.db, first)).settings;
  };
  await save({}, (await see()).seen);
  expect(await seenIn(await saved())).toEqual(["en", "The Review of Kin"]);
  await save({ alsoIn: "cy" }, (await see()).seen);
  expect(await seenIn(await saved())).toEqual(["cy", "Adolygiad Perthnasau"]);
  await save({}, (await see()).seen);
  expect((await saved()).alsoIn).toBeUndefined();
});
