import { expect, test } from "vitest";
import { addPage } from "#app/domain/calls/authoring/edits.ts";
import { selectLastEventId } from "#app/domain/audit/audit.server.ts";
import { publishWorkingCopy } from "#app/domain/calls/authoring/publish.server.ts";
import { findWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import { writeCallFile } from "#app/domain/calls/call-file/call-file.server.ts";
import { findCall } from "#app/domain/calls/calls.server.ts";
import {
  type CallDefinition,
  callDefinitionSchema,
} from "#app/domain/calls/definition.ts";
import {
  action as bringIn,
  loader as page,
} from "#app/routes/review.calls_.$call_.edit_.file.tsx";
import { equalityQuestions } from "#app/screens/review/starting-points/equality-questions.ts";
import {
  action as askPerson,
  loader as asksPerson,
} from "#app/routes/review.calls_.$call_.edit_.equality.tsx";
import { ask } from "#tests/asking/routes.ts";
import { givenEditor } from "#tests/given/authoring.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { formWithConditions } from "#tests/given/forms-with-conditions.ts";
import { signInAs } from "#tests/given/sessions.ts";

async function givenFiles() {
  const { db, call, edit, editing } = await givenEditor();
  const context = await makeTestContext(db);
  const { cookie } = await signInAs(context, "lead");
  const asked = {
    ...{ context, cookie, path: "/review/calls" },
    params: { call: call.slug },
  };
  return {
    ...{ db, call, edit, editing, asked },
    send: async (form: Record<string, string>) =>
      ask(bringIn, { ...asked, form }),
    see: async () => (await ask(page, asked)).data?.screen,
    copy: () => findWorkingCopy(db, call.id),
  };
}

const [who, ...others] = formWithConditions.pages;
const changed: CallDefinition = {
  ...formWithConditions,
  title: { en: "Advice, again", cy: "Cyngor eto" },
  pages: [
    { ...who!, title: { en: "You" } },
    ...others.slice(0, -1),
    {
      id: "thanks",
      questions: [{ ...others.at(-1)!.questions[0]!, id: "thanks" }],
    },
  ],
};

test("a file is shown by its differences, becomes the working copy as one edit, and comes out with the same bytes", async () => {
  const { db, call, editing, send, copy } = await givenFiles();
  const text = writeCallFile({ slug: call.slug, definition: changed });
  const shown = await send({ text });
  expect(shown).toMatchObject({
    status: 200,
    data: {
      incoming: {
        isChanged: true,
        facts: [],
        changes: [
          "What the call says of itself",
          "New page: “Your story”",
          "Changed page: “You”",
          "Removed page: “Your story”",
        ],
      },
    },
  });
  const { seen } = shown.data?.incoming as { seen: string };
  expect((await copy()).draftId).toBeUndefined();
  const before = await selectLastEventId(db);
  await send({ text, seen, step: "confirm" });
  const { rowVersion } = await copy();
  expect(rowVersion).toBe(before + 1);
  await publishWorkingCopy(db, { ...editing, rowVersion });
  const now = await findCall(db, call.id);
  expect(writeCallFile(now)).toBe(text);
  const again = await send({ text });
  expect(again.data).toMatchObject({ incoming: { isChanged: false } });
});

test("a file does not go over what a colleague changed since it was shown, and says what it would replace", async () => {
  const { edit, send, see, copy } = await givenFiles();
  const text = writeCallFile({ slug: "elsewhere", definition: changed });
  const { seen } = (await send({ text })).data?.incoming as { seen: string };
  await edit((now) => addPage(now, { title: "Theirs", taken: new Set() }));
  const refused = await send({ text, seen, step: "confirm" });
  expect(refused).toMatchObject({
    status: 409,
    data: {
      errors: { "": expect.stringContaining("Somebody changed") as string },
      incoming: {
        facts: [
          expect.stringContaining("“elsewhere”"),
          expect.stringContaining("did not publish is lost"),
        ],
        changes: expect.arrayContaining(["Removed page: “Theirs”"]) as string[],
      },
    },
  });
  expect(await see()).toMatchObject({
    unpublished: expect.stringContaining("not published") as string,
  });
  expect((await copy()).pages.at(-1)?.key).toBe("theirs");
});

test("a file that gives a question another kind is refused with its words", async () => {
  const { call, send } = await givenFiles();
  const story = {
    ...{ id: "story", type: "date", label: { en: "Which day?" } },
    ...{ required: false, identifying: false, precision: "day" },
    ...{ shownInQueue: false, visibleToAssessor: false, publishable: false },
  };
  const pages = formWithConditions.pages.map((one) =>
    one.id === "story" ? { ...one, questions: [story] } : one,
  );
  const definition = callDefinitionSchema.parse({
    ...{ ...formWithConditions, pages },
  });
  const text = writeCallFile({ slug: call.slug, definition });
  const refused = await send({ text });
  expect(refused.data).toMatchObject({
    errors: {
      text: expect.stringContaining(
        "“Which day?” (story) is answered as “Date” in the file",
      ) as string,
    },
  });
});

test("what is asked about the person is asked by the standard or not at all", async () => {
  const { asked, copy } = await givenFiles();
  const screen = async () =>
    (await ask(asksPerson, asked)).data?.screen as {
      seen: string;
      chosen: string;
    };
  const { seen } = await screen();
  const send = (form: Record<string, string>) =>
    ask(askPerson, { ...asked, form });
  await send({ ask: "standard", seen });
  expect((await copy()).equality?.body).toEqual(equalityQuestions);
  expect(await send({ ask: "nothing", seen })).toMatchObject({ status: 409 });
  const now = await screen();
  expect(now.chosen).toBe("standard");
  await send({ ask: "nothing", seen: now.seen });
  expect((await copy()).equality).toBeUndefined();
});
