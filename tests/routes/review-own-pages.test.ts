import { expect, test } from "vitest";
import { loader as preview } from "#app/routes/_public.review.pages.$page.preview.tsx";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { loader as publicPage } from "#app/routes/_public.$page.tsx";
import { loader as privacy } from "#app/routes/_public.privacy.tsx";
import { action as publish } from "#app/routes/review.pages_.$page_.publish.tsx";
import {
  action as edit,
  loader as form,
} from "#app/routes/review.pages_.$page_.edit.tsx";
import { action as item } from "#app/routes/review.pages_.$page_.items_.$item.tsx";
import { findOwnPage } from "#app/domain/portal/own-pages.server.ts";
import { ask } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { signInAs } from "#tests/given/sessions.ts";

async function givenDesk() {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db);
  const { cookie } = await signInAs(context, "lead");
  return { db, context, cookie };
}

type Shown = { screen: { form: { seen: string } } };

test("the portal's own text stands on the privacy page until the review has published another", async () => {
  const { db, context, cookie } = await givenDesk();
  const params = { page: "privacy" };
  const read = async () => {
    const { data } = await ask(privacy, { context, path: "/privacy" });
    return (
      data as {
        text: { first: unknown; own?: { heading: unknown; text: unknown } };
      }
    ).text;
  };
  expect((await read()).first).toBeDefined();
  const { data } = await ask(form, {
    context,
    cookie,
    params,
    path: "/review/pages/privacy/edit",
  });
  const { seen } = (data as Shown).screen.form;
  expect(JSON.stringify(data)).toContain("## What we store");
  const typed = {
    title: "Your privacy",
    text: "Ours.",
    titleCy: "",
    textCy: "",
    seen,
  };
  const saved = await ask(edit, {
    context,
    cookie,
    params,
    path: "/review/pages/privacy/edit",
    form: typed,
  });
  expect(saved.status).toBe(303);
  expect((await read()).first).toBeDefined();
  const page = await findOwnPage(db, "privacy");
  const settled = { step: "publish", rowVersion: String(page?.rowVersion) };
  await ask(publish, {
    context,
    cookie,
    params,
    path: "/review/pages/privacy/publish",
    form: settled,
  });
  const { own, first } = await read();
  expect(first).toBeUndefined();
  expect(own).toMatchObject({
    heading: { text: "Your privacy" },
    text: { text: "Ours." },
  });
});

test("who saves a text over another gets both, and loses none", async () => {
  const { context, cookie } = await givenDesk();
  const params = { page: "about" };
  const asked = { context, cookie, params, path: "/review/pages/about/edit" };
  const { data } = await ask(form, asked);
  const { seen } = (data as Shown).screen.form;
  const typed = (text: string) => ({
    title: "About",
    text,
    titleCy: "",
    textCy: "",
    seen,
  });
  expect((await ask(edit, { ...asked, form: typed("Hers.") })).status).toBe(
    303,
  );
  const second = await ask(edit, { ...asked, form: typed("His.") });
  expect(second).toMatchObject({
    status: 409,
    data: { isConflict: true, sent: { text: "His." } },
  });
  expect(JSON.stringify((await ask(form, asked)).data)).toContain("Hers.");
});

test("a text in Welsh only comes back, and a page that nobody published is not there", async () => {
  const { context, cookie } = await givenDesk();
  const params = { page: "about" };
  const asked = { context, cookie, params, path: "/review/pages/about/edit" };
  const welsh = {
    title: "About",
    titleCy: "",
    text: "",
    textCy: "Croeso.",
    seen: "",
  };
  const refused = await ask(edit, { ...asked, form: welsh });
  expect(refused).toMatchObject({
    status: 400,
    data: { sent: { textCy: "Croeso." } },
  });
  const gone = await ask(publicPage, { context, params, path: "/about" });
  expect(gone.status).toBe(404);
});

test("items stand on the pages that have them, and on no others", async () => {
  const { context, cookie } = await givenDesk();
  const typed = {
    head: "Who reads it?",
    headCy: "",
    text: "We do.",
    textCy: "",
    seen: "",
  };
  const add = (page: string, item_ = "new") =>
    ask(item, {
      context,
      cookie,
      params: { page, item: item_ },
      path: "/review/pages",
      form: typed,
    });
  expect((await add("faqs")).status).toBe(303);
  expect((await add("about")).status).toBe(404);
  expect((await add("faqs", "nothing")).status).toBe(404);
});

test("a preview stands in the public's frame, in the language that is asked for, and for the team alone", async () => {
  const { context, cookie } = await givenDesk();
  const at = (language = "") => ({
    ...{ context: { ...context }, params: { page: "privacy" } },
    path: `/review/pages/privacy/preview${language}`,
  });
  const asked = await ask(preview, at());
  expect(asked.location).toMatch("/review/sign-in");
  const shown = await ask(preview, { ...at("?language=cy"), cookie });
  expect(shown.data).toMatchObject({
    ...{ language: "en", others: [] },
    back: { to: "/review/pages/privacy" },
  });
  expect(describedMeta("x", "pagePreview")).toContainEqual({
    ...{ name: "robots", content: "noindex" },
  });
});
