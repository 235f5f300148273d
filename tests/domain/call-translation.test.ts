import { expect, test } from "vitest";
import { checkWorkingCopy } from "#app/domain/calls/authoring/check-working-copy.ts";
import {
  changeAbout,
  orderPages,
  removePage,
} from "#app/domain/calls/authoring/edits.ts";
import { publishWorkingCopy } from "#app/domain/calls/authoring/publish.server.ts";
import {
  neededTexts,
  seenOf,
  type WorkingCopy,
} from "#app/domain/calls/authoring/working-copy.ts";
import { isSmallChange } from "#app/domain/calls/authoring/translation/small-changes.ts";
import {
  acceptSmallChanges,
  offerLanguage,
  translateTexts,
} from "#app/domain/calls/authoring/translation/translate.ts";
import {
  countTexts,
  findTranslatedPart,
  seenOfPart,
  translatedParts,
} from "#app/domain/calls/authoring/translation/translated-parts.ts";
import { textsOf } from "#app/domain/calls/authoring/translation/call-texts.ts";
import { givenTranslator } from "#tests/given/translations.ts";

const counted = (copy: WorkingCopy) => countTexts(translatedParts(copy), "cy");
const wordsIn = (copy: WorkingCopy, id: string) =>
  textsOf(copy).find((text) => text.id === id)?.words;
const title = "page/story/title";

test("a translation is stale once its English says more, and the English of then is kept", async () => {
  const { translate, retitle, find } = await givenTranslator();
  await retitle("story", "Tell us");
  await translate("page.story", { [title]: "Dywedwch wrthym" });
  expect(counted(await find())).toMatchObject({ stale: 0 });
  await retitle("story", "Tell us more");
  expect(counted(await find())).toMatchObject({ stale: 1, smallChanges: 0 });
  await retitle("story", "Tell us much more");
  expect(wordsIn(await find(), title)).toEqual({
    ...{ en: "Tell us much more", cy: "Dywedwch wrthym" },
    madeFrom: { cy: "Tell us" },
  });
  // Saving a page as it stands says nothing of its translations.
  await translate("page.story", { [title]: "Dywedwch wrthym" });
  expect(counted(await find())).toMatchObject({ stale: 1 });
  await translate("page.story", { [title]: "Dywedwch fwy" });
  expect(counted(await find())).toMatchObject({ stale: 0 });
  await retitle("story", "Tell us all");
  await retitle("story", "Tell us much more");
  expect(counted(await find())).toMatchObject({ stale: 0 });
  expect(wordsIn(await find(), title)).not.toHaveProperty("madeFrom");
});

test("where only a comma moved, one press says that the translation fits; or all of them do", async () => {
  const { translate, retitle, find, edit } = await givenTranslator();
  for (const page of ["who", "story"]) {
    await retitle(page, "Now, tell us who you are");
    await translate(`page.${page}`, { [`page/${page}/title`]: "Pwy?" });
    await retitle(page, "Now tell us, who you are");
  }
  expect(counted(await find())).toMatchObject({ stale: 2, smallChanges: 2 });
  await translate("page.story", { [title]: "Pwy?" }, [title]);
  expect(counted(await find())).toMatchObject({ stale: 1, smallChanges: 1 });
  await retitle("story", "Now tell us who they are");
  await edit((copy) => acceptSmallChanges(copy, "cy"));
  expect(counted(await find())).toMatchObject({ stale: 1, smallChanges: 0 });
});

test.each([
  ["Tell us, now", "Tell us now,", true],
  ["Tell us", "tell  us.", true],
  ["A carer’s view", "A carer's view", true],
  ["Under 16, please", "Under 16 please", true],
  ["Tell us", "Tell us more", false],
  ["At most 1.5 hours", "At most 15 hours", false],
  ["Below -5", "Below 5", false],
  ["Ages 16-18", "Ages 16 18", false],
  ["See heard.org/a-b", "See heard.org/ab", false],
  ["Its report", "It's report", false],
  ["£5", "5", false],
])("%s, then %s: a small change %s", (before, after, isSmall) => {
  expect(isSmallChange(before, after)).toBe(isSmall);
});

test("renaming an option, moving a page and removing another leave translations with what they translate", async () => {
  const { translate, find, edit } = await givenTranslator();
  const [self, other] = ["self", "organisation"].map(
    (value) => `question/who/choices/${value}/label`,
  ) as [string, string];
  await translate("page.who", { [self]: "Fi", [other]: "Sefydliad" });
  await edit((copy) => {
    const pages = structuredClone(copy.pages);
    const [question] = pages[0]!.body.questions;
    if (question && "choices" in question) {
      question.choices.reverse();
      question.choices[0]!.label.en = "A body";
    }
    return { after: { ...copy, pages }, did: { what: "question" } };
  });
  const shown = (await find()).pages.map(({ key }) => key);
  const numbers = [4, 2, 3, 4];
  await edit((copy) => orderPages(copy, { shown, numbers }));
  const opened = await find();
  const seen = seenOf(opened, opened.pages[0]!);
  const pageId = opened.pages[0]!.key;
  await edit((copy) => removePage(copy, { seen, pageId }));
  expect(wordsIn(await find(), self)).toEqual({ en: "self", cy: "Fi" });
  expect(wordsIn(await find(), other)).toEqual({
    ...{ en: "A body", cy: "Sefydliad" },
    madeFrom: { cy: "organisation" },
  });
});

test("of two who translate one page the second is told, and one on another page is not", async () => {
  const { translate, find, edit } = await givenTranslator();
  const opened = await find();
  const seen = seenOfPart(opened, findTranslatedPart(opened, "page.who")!);
  await translate("page.who", { "question/who/label": "Pwy sy’n ateb?" });
  const mine = { seen, language: "cy" as const, texts: [] };
  expect(
    await edit((copy) => translateTexts(copy, { ...mine, part: "page.who" })),
  ).toMatchObject({ ok: false, reason: "changed-meanwhile" });
  expect(
    await edit((copy) => translateTexts(copy, { ...mine, part: "page.story" })),
  ).toMatchObject({ ok: true });
  expect(
    await edit((copy) => translateTexts(copy, { ...mine, part: "page.none" })),
  ).toMatchObject({ reason: "gone" });
});

test("a language that must be whole stops publishing while something is missing or stale, and another does not", async () => {
  const { db, translate, find, edit, editing } = await givenTranslator();
  const offer = async (isWhole: boolean) => {
    const copy = await find();
    const seen = seenOf(copy, copy.about);
    const of = { seen, language: "cy" as const, isOffered: true, isWhole };
    await edit((now) => offerLanguage(now, of));
  };
  await offer(false);
  expect(checkWorkingCopy(await find()).problems).toEqual([]);
  await offer(true);
  const { texts } = counted(await find());
  expect(checkWorkingCopy(await find()).problems).toEqual([
    {
      ...{ reason: "translation-unfinished", language: "cy" },
      ...{ missing: texts, stale: 0 },
    },
  ]);
  for (const { part, id, words } of textsOf(await find()))
    await translate(part.kind === "page" ? `page.${part.key}` : part.kind, {
      [id]: `Cymraeg: ${words.en}`,
    });
  expect(checkWorkingCopy(await find()).problems).toEqual([]);
  const { rowVersion } = await find();
  await publishWorkingCopy(db, { ...editing, rowVersion });
  expect((await find()).about.body).toMatchObject({
    ...{ alsoIn: ["cy"], wholeIn: ["cy"] },
  });
});

test("a translation whose English was emptied is there to be kept or removed", async () => {
  const { translate, find, edit } = await givenTranslator();
  await translate("about", { "about/summary": "Crynodeb" });
  const copy = await find();
  const texts = Object.fromEntries(
    neededTexts.map((name) => [name, copy.about.body[name].en]),
  ) as Record<(typeof neededTexts)[number], string>;
  const about = { ...texts, audience: "", minutes: undefined };
  const seen = seenOf(copy, copy.about);
  await edit((now) => changeAbout(now, { ...about, seen, summary: "" }));
  expect(counted(await find())).toMatchObject({ withoutEnglish: 1, stale: 0 });
  await translate("about", { "about/summary": "" });
  expect(wordsIn(await find(), "about/summary")).toEqual({ en: "" });
});
