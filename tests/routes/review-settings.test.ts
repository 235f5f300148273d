import { expect, test } from "vitest";
import { StandingPortal } from "#app/http/gate/standing-portal.server.ts";
import { loader as home } from "#app/routes/_public._index.tsx";
import { action, loader } from "#app/routes/review.settings.tsx";
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
  expect(describePortal({ env, ...portal }, "en").contactEmail).toBe(
    "kin@review.example",
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
