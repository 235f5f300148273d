import { expect, test } from "vitest";
import {
  action as saveCare,
  loader as care,
} from "#app/routes/review.calls_.$call_.edit_.care.tsx";
import {
  action as saveFiles,
  loader as files,
} from "#app/routes/review.calls_.$call_.edit_.files.tsx";
import {
  action as saveSections,
  loader as sections,
} from "#app/routes/review.calls_.$call_.edit_.sections.tsx";
import {
  action as savePage,
  loader as page,
} from "#app/routes/review.calls_.$call_.edit_.pages_.$page.tsx";
import { findWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import { checkWorkingCopy } from "#app/domain/calls/authoring/check-working-copy.ts";
import { publishWorkingCopy } from "#app/domain/calls/authoring/publish.server.ts";
import { findCall } from "#app/domain/calls/calls.server.ts";
import { ask, type RouteFunction } from "#tests/asking/routes.ts";
import { givenEditor } from "#tests/given/authoring.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { formWithConditions } from "#tests/given/forms-with-conditions.ts";
import { signInAs } from "#tests/given/sessions.ts";

type Sent = Record<string, string> | [string, string][];

async function givenSettings(...of: Parameters<typeof givenEditor>) {
  const { db, call, editing } = await givenEditor(...of);
  const context = await makeTestContext(db);
  const { cookie } = await signInAs(context, "lead");
  const params = { call: call.slug, page: "story" };
  const asked = { context, cookie, params, path: "/review/calls" };
  const see = async (loader: RouteFunction) =>
    (await ask(loader, asked)).data?.screen as Record<string, unknown>;
  return {
    ...{ db, call, editing, context, see },
    send: async (action: RouteFunction, form: Sent) =>
      ask(action, { ...asked, form }),
    copy: () => findWorkingCopy(db, call.id),
  };
}

const line = (who: string, reached: string, phone = "", address = "") =>
  Object.entries({ who, reached, phone, address });
const welsh = { en: "Phone 999.", cy: "Ffoniwch 999." };

test("help lines and the way off are saved with what is not shown of them, and published", async () => {
  const definition = {
    ...formWithConditions,
    care: {
      danger: welsh,
      helpLines: [
        { who: { en: "Mind", cy: "Mind" }, reached: { en: "at any time" } },
      ],
    },
  };
  const { db, call, editing, see, send, copy } = await givenSettings({
    definition,
  });
  const seen = String((await see(care)).seen);
  const form: Sent = [
    ["danger", "Phone 999 now."],
    ...line("Mind", "by day", "0300 123 3393"),
    ...line("", ""),
    ...line("Childline", "at any time", "", "https://www.childline.org.uk"),
    ...Object.entries({ exitTo: "https://example.org/weather", seen }),
  ];
  expect(await send(saveCare, form)).toMatchObject({ status: 303 });
  const { rowVersion, about } = await copy();
  expect(about.body.care).toEqual({
    danger: {
      en: "Phone 999 now.",
      cy: welsh.cy,
      madeFrom: { cy: "Phone 999." },
    },
    helpLines: [
      {
        ...{ who: { en: "Mind", cy: "Mind" }, reached: { en: "by day" } },
        phone: "0300 123 3393",
      },
      {
        ...{ who: { en: "Childline" }, reached: { en: "at any time" } },
        address: "https://www.childline.org.uk",
      },
    ],
    exitTo: "https://example.org/weather",
  });
  await publishWorkingCopy(db, { ...editing, rowVersion });
  expect((await findCall(db, call.id)).definition.care).toMatchObject({
    danger: { en: "Phone 999 now." },
  });
});

test("a help line is moved with what was typed, takes its Welsh along, and whoever moved it goes on with it", async () => {
  const reached = { en: "at any time", cy: "unrhyw bryd" };
  const helpLines = ["Mind", "Childline", "Shelter"].map((en) => ({
    ...{ who: { en }, reached },
  }));
  const definition = {
    ...formWithConditions,
    care: { danger: welsh, helpLines },
  };
  const { call, see, send, copy } = await givenSettings({ definition });
  const move = async (to: string, names: string[]) => {
    const { seen } = (await see(care)) as { seen: string };
    const sent = await send(saveCare, [
      ...Object.entries({ danger: welsh.en, move: to, seen }),
      ...names.flatMap((name) => line(name, name && reached.en)),
    ]);
    const { care: saved } = (await copy()).about.body;
    const there = `/review/calls/${call.slug}/edit/care`;
    return {
      lines: saved?.helpLines,
      at: sent.location?.replace(there, ""),
    };
  };
  expect(await move("down:1", ["Mind", "Childline", "Crisis"])).toEqual({
    lines: ["Mind", "Crisis", "Childline"].map((en) => ({
      ...{ who: { en }, reached },
    })),
    at: "#up-2",
  });
  // The one between them was emptied, and goes.
  expect(await move("up:2", ["Mind", "", "Childline"])).toMatchObject({
    lines: [{ who: { en: "Childline" } }, { who: { en: "Mind" } }],
    at: "#down-0",
  });
  expect(await move("up:0", ["Childline", "Mind"])).toMatchObject({
    lines: [{ who: { en: "Childline" } }, { who: { en: "Mind" } }],
    at: "#down-0",
  });
});

test("a half help line, an address that is none and a text with Welsh that is emptied are given back", async () => {
  const definition = {
    ...formWithConditions,
    care: { danger: welsh, helpLines: [] },
  };
  const { see, send, copy } = await givenSettings({ definition });
  const seen = String((await see(care)).seen);
  const half = [["danger", "Phone."], ...line("Mind", ""), ["seen", seen]];
  expect((await send(saveCare, half as Sent)).data).toMatchObject({
    errors: { who: expect.stringContaining("how they are reached") as string },
  });
  const odd = line("Mind", "now", "call me", "http://mind.org");
  expect(
    (await send(saveCare, [...odd, ["seen", seen]] as Sent)).data,
  ).toMatchObject({
    sent: { phone: "call me" },
    errors: {
      "phone[0]": expect.stringContaining("digits") as string,
      "address[0]": expect.stringContaining("https://") as string,
    },
  });
  const empty = { danger: "", seen };
  expect((await send(saveCare, empty)).data).toMatchObject({
    errors: { dropsWelsh: expect.stringContaining("Welsh") as string },
  });
  expect((await copy()).draftId).toBeUndefined();
  await send(saveCare, { ...empty, dropsWelsh: "yes" });
  expect((await copy()).about.body.care).toBeUndefined();
});

test("a call's files are never larger than this server takes, which is told", async () => {
  const { context, see, send, copy } = await givenSettings();
  context.env.maxAttachmentBytes = 20_000_000;
  const screen = await see(files);
  expect(screen).toMatchObject({
    serverTakes: expect.stringContaining("20 MB") as string,
    isCut: "The call says 50 MB, and people are told 20 MB.",
  });
  const form = { maxFiles: "3", maxFileMegabytes: "21" };
  const sent = { ...form, seen: String(screen.seen) };
  expect((await send(saveFiles, sent)).data).toMatchObject({
    errors: { maxFileMegabytes: expect.stringContaining("20 MB") as string },
  });
  await send(saveFiles, { ...sent, maxFileMegabytes: "20" });
  expect((await copy()).about.body.attachments).toEqual({
    ...{ maxFiles: 3, maxFileMegabytes: 20 },
  });
  expect(await send(saveFiles, sent)).toMatchObject({
    ...{ status: 409, data: { isConflict: true } },
  });
});

test("sections are added, renamed, ordered and chosen on a page; one with pages stays", async () => {
  const { see, send, copy } = await givenSettings();
  const save = async (titles: [id: string, title: string, place: string][]) =>
    send(saveSections, [
      ["seen", String((await see(sections)).seen)],
      ["navigation", "task-list"],
      ...titles.flatMap(([id, title, place]): [string, string][] => [
        ...Object.entries({ sectionId: id, sectionTitle: title }),
        ["sectionPlace", place],
      ]),
    ]);
  await save([
    ["", "About you", "2"],
    ["", "Your story", "1"],
    ["", "", "3"],
  ]);
  const titles = async () =>
    (await copy()).sections.map(({ body }) => `${body.id} ${body.title.en}`);
  expect(await titles()).toEqual([
    "your-story Your story",
    "about-you About you",
  ]);
  expect(checkWorkingCopy(await copy()).problems).toContainEqual({
    ...{ reason: "section-missing", pageId: "story" },
  });
  const of = { title: "", intro: "", showIf: "", section: "your-story" };
  const seen = String((await see(page)).seen);
  expect(
    (await send(savePage, { ...of, section: "none-such", seen })).data,
  ).toMatchObject({ errors: { section: "Choose one of the sections" } });
  await send(savePage, { ...of, seen });
  expect((await see(page)).section).toBe("your-story");
  const refused = await save([
    ["your-story", "", "1"],
    ["about-you", "You", "2"],
  ]);
  expect(refused.data).toMatchObject({
    errors: { sectionTitle: expect.stringContaining("with pages") as string },
  });
  await save([
    ["your-story", "Your own story", "1"],
    ["about-you", "", "2"],
  ]);
  expect(await titles()).toEqual(["your-story Your own story"]);
});
