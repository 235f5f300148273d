import { expect, test } from "vitest";
import { checkWorkingCopy } from "#app/domain/calls/authoring/check-working-copy.ts";
import { publishWorkingCopy } from "#app/domain/calls/authoring/publish.server.ts";
import { findWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import { findCall } from "#app/domain/calls/calls.server.ts";
import { consentIn } from "#app/domain/calls/consent.ts";
import {
  action as add,
  loader as adding,
} from "#app/routes/review.calls_.$call_.edit_.pages_.$page_.new-question.tsx";
import {
  action as change,
  loader as question,
} from "#app/routes/review.calls_.$call_.edit_.pages_.$page_.questions_.$question.tsx";
import { action as remove } from "#app/routes/review.calls_.$call_.edit_.pages_.$page_.questions_.$question_.remove.tsx";
import { action as addPage } from "#app/routes/review.calls_.$call_.edit_.pages_.new.tsx";
import { describeEditor } from "#app/screens/review/call-editor.ts";
import { toWorkingCopy } from "#app/domain/calls/authoring/working-copy.ts";
import { ask, type RouteFunction } from "#tests/asking/routes.ts";
import { givenEditor } from "#tests/given/authoring.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { formWithGroup } from "#tests/given/forms-with-groups.ts";
import { signInAs } from "#tests/given/sessions.ts";

type Sent = Record<string, string> | [string, string][];

async function givenQuestions(...of: Parameters<typeof givenEditor>) {
  const { db, call, editing, edit } = await givenEditor(...of);
  const context = await makeTestContext(db);
  const { cookie } = await signInAs(context, "lead");
  const base = { context, cookie, path: "/review/calls" };
  const at = (page: string, questionId = "") => ({
    params: { call: call.slug, page, question: questionId },
  });
  const see = async (
    loader: RouteFunction,
    where: ReturnType<typeof at>,
    path = base.path,
  ) => (await ask(loader, { ...base, ...where, path })).data;
  return {
    ...{ db, call, editing, edit, at, see },
    send: async (
      action: RouteFunction,
      where: ReturnType<typeof at>,
      form: Sent,
    ) => ask(action, { ...base, ...where, form }),
    copy: () => findWorkingCopy(db, call.id),
  };
}

type Form = {
  seen: string;
  type: string;
  meaning: string;
  meanings: { value: string }[];
  options?: { boxes: { value: string; label: string }[] };
  members: { key: string }[];
};

const optionsOf = ({ options }: Form, words = (label: string) => label) =>
  (options?.boxes ?? []).flatMap(({ value, label }): [string, string][] => [
    ["optionValue", value],
    ["optionLabel", words(label)],
    ["optionPlace", ""],
  ]);

test("a question that begins as one about publishing keeps the answers that Heard knows, in other words", async () => {
  const { db, call, editing, at, see, send, copy } = await givenQuestions();
  const starts = (await see(adding, at("story")))?.screen as {
    starts: { key: string; note: string }[];
  };
  expect(starts.starts.map(({ key }) => key)).toContain("consent-to-publish");
  const path = "/review/calls?start=consent-to-publish";
  const form = (await see(adding, at("story"), path))?.form as Form;
  expect(form).toMatchObject({
    ...{ type: "radios", meaning: "consent-to-publish" },
    options: { boxes: [{ value: "named" }, {}, {}] },
  });
  await send(addPage, at("story"), { title: "Publishing" });
  await send(add, at("publishing"), [
    ...Object.entries({ type: "radios", label: "May we?", seen: form.seen }),
    ...Object.entries({ meaning: form.meaning, settings: "required" }),
    ...Object.entries({ missingMessage: "Select whether we may" }),
    ...optionsOf(form, (label) => `${label}!`),
  ]);
  expect(checkWorkingCopy(await copy()).problems).toEqual([]);
  const { rowVersion } = await copy();
  await publishWorkingCopy(db, { ...editing, rowVersion });
  const { definition } = await findCall(db, call.id);
  expect(definition.pages.at(-1)?.questions[0]).toMatchObject({
    ...{ id: "may-we", meaning: "consent-to-publish", required: true },
    missingMessage: { en: "Select whether we may" },
    choices: [{ value: "named" }, { value: "not-named" }, {}],
  });
  expect(consentIn(definition, { "may-we": "named" }).publish).toBe("named");
});

test("a question keeps what hangs on it until that is taken away, and what cannot decide is offered nothing", async () => {
  const { at, see, send, copy } = await givenQuestions();
  const form = (await see(question, at("who", "who")))?.screen as Form;
  // Its answers are "self" and "organisation", which no other purpose knows.
  expect(form.meanings.map(({ value }) => value)).toEqual([
    "none",
    "respondent-kind",
    "on-behalf-of",
  ]);
  const save = async (meaning: Record<string, string>) => {
    const now = (await see(question, at("who", "who")))?.screen as Form;
    await send(change, at("who", "who"), [
      ...Object.entries({ type: "radios", label: "Who?", ...meaning }),
      ...Object.entries({ seen: now.seen, settings: "required" }),
      ...optionsOf(now),
    ]);
    return (await copy()).pages[0]?.body.questions[0]?.meaning;
  };
  expect(await save({ meaning: "respondent-kind" })).toBe("respondent-kind");
  expect(await save({})).toBe("respondent-kind");
  expect(await save({ meaning: "none" })).toBeUndefined();
  const file = (await see(question, at("file", "file")))?.screen as Form;
  expect(file.meanings).toEqual([]);
});

test("questions that are asked several times are made, filled, ordered and emptied but for the last", async () => {
  const { db, call, editing, at, see, send, copy } = await givenQuestions();
  await send(addPage, at("who"), { title: "Homes" });
  const group = { type: "group", label: "Where have you lived?", seen: "new" };
  expect((await send(add, at("homes"), group)).data).toMatchObject({
    errors: { itemName: expect.stringContaining("Placement") as string },
  });
  const named = { ...group, itemName: "Home", firstQuestion: "Which town?" };
  expect(
    (await send(add, at("homes"), { ...named, least: "5", most: "2" })).data,
  ).toMatchObject({
    errors: { least: expect.stringContaining("1 to 50") as string },
  });
  await send(add, at("homes"), { ...named, least: "2", most: "4" });
  const id = "where-have-you-lived";
  await send(add, at("homes"), {
    ...{ type: "whole-number", label: "How many years?", group: id },
    ...{ least: "0", most: "99", seen: "new" },
  });
  const members = async () =>
    ((await see(question, at("homes", id)))?.screen as Form).members.map(
      ({ key }) => key,
    );
  expect(await members()).toEqual(["which-town", "how-many-years"]);
  await send(change, at("homes", id), [
    ...["which-town", "how-many-years"].map((key): [string, string] => [
      ...(["page", key] as const),
    ]),
    ...["1", "1"].map((place): [string, string] => ["place", place]),
  ]);
  expect(await members()).toEqual(["how-many-years", "which-town"]);
  expect(checkWorkingCopy(await copy()).problems).toEqual([]);
  const seenNow = async () =>
    ((await see(question, at("homes", id)))?.screen as Form).seen;
  await send(change, at("homes", "which-town"), {
    ...{ type: "short-text", label: "Which town or village?" },
    seen: await seenNow(),
  });
  for (const one of ["how-many-years", "which-town"])
    await send(remove, at("homes", one), { seen: await seenNow() });
  expect(await members()).toEqual(["which-town"]);
  const { rowVersion } = await copy();
  await publishWorkingCopy(db, { ...editing, rowVersion });
  const { pages } = (await findCall(db, call.id)).definition;
  expect(pages.at(-1)?.questions[0]).toMatchObject({
    ...{ itemName: { en: "Home" }, min: 2, max: 4 },
    questions: [{ label: { en: "Which town or village?" } }],
  });
});

test("a rule that looks into what is asked several times is told as that", async () => {
  const { call, copy, edit } = await givenQuestions({
    definition: formWithGroup,
  });
  await edit((now) => ({
    after: {
      ...now,
      conditions: now.conditions.map((one) => ({
        ...one,
        body: {
          ...one.body,
          rule: { question: "kind", operator: "answered" as const },
        },
      })),
    },
    did: { what: "test" },
  }));
  const published = toWorkingCopy(call.definitionId, call.definition);
  const { problems } = describeEditor({
    ...{ call, published, copy: await copy() },
  });
  expect(problems[0]?.words).toContain(
    "looks at “What kind of place was it?”, which is asked several times",
  );
});

test("evidence has topics, which keep their values when they are renamed", async () => {
  const { at, see, send, copy } = await givenQuestions();
  await send(addPage, at("who"), { title: "Evidence" });
  await send(add, at("evidence"), [
    ...Object.entries({ type: "evidence-items", label: "Your evidence" }),
    ["seen", "new"],
    ...["Homes", "Schools"].map((topic): [string, string] => [
      ...(["optionLabel", topic] as const),
    ]),
  ]);
  const form = (await see(question, at("evidence", "your-evidence")))
    ?.screen as Form;
  await send(change, at("evidence", "your-evidence"), [
    ...Object.entries({ type: "evidence-items", label: "Your evidence" }),
    ...Object.entries({ seen: form.seen, hint: "One by one" }),
    ...optionsOf(form, (label) => (label === "Homes" ? "A home" : label)),
  ]);
  const last = (await copy()).pages.at(-1)?.body.questions[0];
  expect(last).toMatchObject({
    topics: [{ value: "homes", label: { en: "A home" } }, { value: "schools" }],
  });
});
