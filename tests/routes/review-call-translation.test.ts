import { expect, test } from "vitest";
import { loader as editor } from "#app/routes/review.calls_.$call_.edit.tsx";
import {
  action as saveLanguage,
  loader as languagePage,
} from "#app/routes/review.calls_.$call_.edit_.languages_.$language.tsx";
import { action as bringIn } from "#app/routes/review.calls_.$call_.edit_.languages_.$language_.bring-in.tsx";
import { loader as table } from "#app/routes/review.calls_.$call_.edit_.languages_.$language_.texts[.]csv.ts";
import { loader as xliff } from "#app/routes/review.calls_.$call_.edit_.languages_.$language_.texts[.]xlf.ts";
import {
  action as saveTexts,
  loader as texts,
} from "#app/routes/review.calls_.$call_.edit_.languages_.$language_.texts_.$part.tsx";
import { loader as publishing } from "#app/routes/review.calls_.$call_.edit_.publish.tsx";
import { ask, type RouteFunction } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { signInAs } from "#tests/given/sessions.ts";
import { givenTranslator } from "#tests/given/translations.ts";

type Form = Record<string, string> | [string, string][];

async function givenScreens() {
  const given = await givenTranslator();
  const { db, call } = given;
  const context = await makeTestContext(db);
  const { cookie } = await signInAs(context, "lead");
  const params = { call: call.slug, language: "cy", part: "page.who" };
  const asked = { context, cookie, params, path: "/review/calls" };
  const see = async (loader: RouteFunction, where = {}) =>
    (await ask(loader, { ...asked, params: { ...params, ...where } })).data;
  return {
    ...given,
    see,
    screen: async (loader: RouteFunction, where = {}) =>
      (await see(loader, where))?.screen as Record<string, unknown>,
    read: async (loader: RouteFunction) =>
      (await ask(loader, asked)).response?.text(),
    send: (action: RouteFunction, form: Form, where = {}) =>
      ask(action, { ...asked, form, params: { ...params, ...where } }),
  };
}

test("texts stand beside their English by page and question, and lead on to the next page", async () => {
  const { call, screen, send, see } = await givenScreens();
  const there = `/review/calls/${call.slug}/edit/languages/cy`;
  const shown = await screen(texts);
  expect(shown).toMatchObject({
    ...{ heading: "Page “Who answers?”", language: "cy" },
    groups: [
      {
        heading: "Question “Who answers?”",
        texts: [
          { id: "question/who/label", name: "Question", translation: "" },
          { name: "Option", english: "self", tag: { words: "Missing" } },
          { name: "Option", english: "organisation" },
        ],
      },
    ],
  });
  const form: [string, string][] = [
    ["textId", "question/who/label"],
    ["words", "Pwy sy’n\nateb?"],
    ["textId", "question/who/choices/self/label"],
    ["words", ""],
    ["textId", "question/who/choices/organisation/label"],
    ["words", "Sefydliad"],
    ["then", "next"],
    ["seen", String(shown.seen)],
  ];
  expect((await send(saveTexts, form)).location).toBe(
    `${there}/texts/page.organisation`,
  );
  expect(await screen(texts)).toMatchObject({
    groups: [
      {
        texts: [
          { translation: "Pwy sy’n ateb?", tag: undefined },
          { translation: "", tag: { words: "Missing" } },
          { translation: "Sefydliad" },
        ],
      },
    ],
  });
  expect((await send(saveTexts, form)).data).toMatchObject({
    ...{ isConflict: true, sent: { words: expect.any(Array) as unknown } },
  });
  const [line] = (await see(editor))?.languages as { words: string }[];
  expect(line?.words).toMatch(/^not offered; \d+ texts are missing$/);
  expect(await see(texts, { part: "page.none" })).toBeNull();
});

test("whoever publishes is told which pages are partly in English, and what is stale with its English of then", async () => {
  const { call, screen, send, see, translate, retitle } = await givenScreens();
  await retitle("story", "Tell us");
  await translate("page.story", { "page/story/title": "Dywedwch" });
  await retitle("story", "Tell us more");
  const { seen } = await screen(languagePage);
  await send(saveLanguage, [
    ...[["settings", "offered"] as [string, string]],
    ...[["settings", "whole"] as [string, string]],
    ...[["step", "offer"] as [string, string]],
    ["seen", String(seen)],
  ]);
  const there = `/review/calls/${call.slug}/edit/languages/cy`;
  const told = await see(publishing);
  expect(told?.translations).toMatchObject([
    {
      name: "Welsh",
      summary: expect.stringMatching(
        /^Offered to the public\. Of \d+ texts, \d+ texts are missing and 1 text is stale\.$/,
      ) as string,
      parts: expect.arrayContaining([
        {
          name: "Page “Tell us more”",
          words: "1 text is missing and 1 text is stale",
          href: `${there}/texts/page.story`,
        },
      ]) as unknown,
      stale: [
        {
          name: "Page “Tell us more”: Title",
          translation: "Dywedwch",
          runs: [
            { kind: "same", words: "Tell us" },
            { kind: "new", words: " more" },
          ],
        },
      ],
    },
  ]);
  expect(told?.screen).toMatchObject({
    ...{ way: "none" },
    problems: [
      {
        words: expect.stringContaining("must be whole in Welsh") as string,
        href: there,
      },
    ],
  });
  await retitle("story", "Tell us.");
  expect(await screen(languagePage)).toMatchObject({
    smallChanges: "1 small change",
  });
  await send(saveLanguage, { step: "accept" });
  expect(await screen(languagePage)).toMatchObject({
    ...{ smallChanges: undefined, chosen: ["offered", "whole"] },
  });
});

test("a table of all texts goes out, shows what it would change, and comes in", async () => {
  const { read, send, screen, call } = await givenScreens();
  const lines = [
    "id,cy",
    "question/who/label,Pwy?",
    "question/gone/label,Dim",
  ].join("\n");
  const shown = await send(bringIn, { text: lines, step: "preview" });
  expect(shown).toMatchObject({
    ...{ status: 200, hasFormErrors: false },
    data: {
      sent: { text: lines },
      preview: {
        summary: "1 text changes; 0 rows change nothing.",
        changes: [
          {
            where: "Page “Who answers?”: “Who answers?”: Question",
            ...{ before: undefined, after: "Pwy?" },
          },
        ],
        leftOut: ["question/gone/label: no text of the call has this id"],
      },
    },
  });
  const form = { text: lines, step: "confirm" };
  expect(await send(bringIn, { ...form, seen: "1.9" })).toMatchObject({
    ...{ status: 409, data: { preview: { canBeTaken: true } } },
  });
  const { seen } = shown.data?.preview as { seen: string };
  expect(await send(bringIn, { ...form, seen })).toMatchObject({
    location: `/review/calls/${call.slug}/edit/languages/cy`,
  });
  expect(await screen(texts)).toMatchObject({
    groups: [{ texts: [{ translation: "Pwy?" }, {}, {}] }],
  });
  expect((await send(bringIn, { text: "a,b" })).data).toMatchObject({
    errors: { text: expect.stringContaining("no column “id”") as string },
  });
  expect(await read(table)).toContain(
    '"Page “Who answers?”: “Who answers?”: Question","","Who answers?","Pwy?","question/who/label"',
  );
  const file = (await read(xliff)) ?? "";
  expect(file).toContain(
    '<target state="translated">Pwy?</target><note>Page “Who answers?”: “Who answers?”: Question</note>',
  );
  const said = await send(bringIn, { text: file.replace("Pwy?", "Pwy sydd?") });
  expect(said.data).toMatchObject({
    preview: { changes: [{ before: "Pwy?", after: "Pwy sydd?", notes: [] }] },
  });
});
