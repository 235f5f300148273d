import { expect, test } from "vitest";
import { fieldProps, sentList, sentText } from "#app/ui/form-reply.tsx";
import { actionOf, forms, givenPortal } from "#tests/asking/forms.ts";

/** The forms that come back when they are refused; the others are a button, or have a page that says why. */
const givenBack = [
  "_public.receipt._index.tsx",
  "_public.receipts.check.tsx",
  "_public.respond.$call.late.tsx",
  "review.calls_.$call_.edit_.about.tsx",
  "review.calls_.$call_.edit_.pages_.$page.tsx",
  "review.calls_.$call_.$step.tsx",
  "review.calls_.$call_.outcome.tsx",
  "review.entries_.emails.tsx",
  "review.entries_.emails_.$email.tsx",
  "review.imports.tsx",
  "review.imports_.$import/route.tsx",
  "review.imports_.$import_.columns.tsx",
  "review.imports_.$import_.undo.tsx",
  "review.people_.$person.tsx",
  "review.people_.invite.tsx",
  "review.responses.$reference_.case_.decide.tsx",
  "review.responses.$reference_.case_.pass-on.tsx",
  "review.responses.$reference_.identity.tsx",
  "review.responses.$reference_.notes.tsx",
  "review.responses.$reference_.passages.tsx",
  "review.responses.$reference_.redact/route.tsx",
  "review.responses.$reference_.safeguarding.tsx",
  "review.responses.$reference_.tags.tsx",
  "review.responses.$reference_.triage.tsx",
  "review.responses.$reference_.withdrawn.tsx",
  "review.tags.tsx",
  "review.tags_.$tag_.change.tsx",
  "review.tags_.files.tsx",
  "review.tags_.projects_.$project.tsx",
  "review.tags_.$tag_.merge.tsx",
  "review.tags_.$tag_.recode.tsx",
  "review.tags_.$tag_.retire.tsx",
  "review_.forgotten.tsx",
  "review_.join.tsx",
  "review_.reset.tsx",
  "review_.sign-in.tsx",
];

test.each(givenBack)(
  "%s comes back in the one shape, with all that was sent",
  async (name) => {
    const { post } = await givenPortal(name);
    const apart = [
      "held",
      "password",
      "newPassword",
      "tagIds",
      "seenTagIds",
      "passageTagIds",
      "items",
      "returnTo",
      "from",
    ];
    const names = (forms[name] ?? []).filter((field) => !apart.includes(field));
    const twice = new URLSearchParams();
    for (const field of [...names, names[0] ?? ""])
      twice.append(field, "typed");
    const reply = await post(await actionOf(name), twice.toString());
    expect(reply.status).toBe(400);
    const sent = Object.fromEntries(names.map((field) => [field, "typed"]));
    expect(reply.data).toMatchObject({
      sent,
      errors: { "": expect.stringContaining("nothing was saved") as string },
    });
  },
);

test.each(givenBack.filter((name) => forms[name]?.includes("returnTo")))(
  "%s leads back only where it may, and says so apart from what was sent",
  async (name) => {
    const { post } = await givenPortal(name);
    const action = await actionOf(name);
    const send = async (returnTo: string) => {
      const body = new URLSearchParams({ returnTo, intent: "none" });
      body.append("body", "");
      return (await post(action, body.toString())).data;
    };
    const elsewhere = await send('/review//elsewhere.example/"><b>');
    expect(JSON.stringify(elsewhere)).not.toContain("elsewhere");
    const inside = "/review/queue?call=advice&page=2";
    expect(await send(inside)).toMatchObject({ returnTo: inside });
  },
);

test("the errors come in the order of the fields", async () => {
  const name = "review.responses.$reference_.passages.tsx";
  const { post } = await givenPortal(name);
  const long = "x".repeat(20_001);
  const body = new URLSearchParams({ memo: long, quote: long, source: "" });
  const reply = await post(await actionOf(name), body.toString());
  const { errors } = reply.data as { errors: Record<string, string> };
  expect(Object.keys(errors)).toEqual([
    "source",
    "quote",
    "passageTagIds",
    "memo",
  ]);
});

test("a password is never sent back", async () => {
  const name = "review_.sign-in.tsx";
  const { post } = await givenPortal(name);
  const reply = await post(
    await actionOf(name),
    "email=nobody&password=secret&held=secret",
  );
  expect(reply).toMatchObject({ status: 400, data: { sent: {} } });
  expect(JSON.stringify(reply)).not.toContain("secret");
});

test("a field that was sent empty comes back empty, whatever is stored", () => {
  const reply = { sent: { assigneeId: "" }, errors: { note: "Write it" } };
  expect(fieldProps(undefined, "assigneeId", "amina")).toEqual({
    name: "assigneeId",
    defaultValue: "amina",
    error: undefined,
  });
  expect(sentText(reply, "assigneeId", "amina")).toBe("");
  expect(sentText(reply, "note", "stored")).toBe("");
  expect(fieldProps(reply, "note").error).toBe("Write it");
});

test("a list comes back as a list, of one entry or of many", () => {
  const reply = { sent: { one: "1", many: ["1", "2"] }, errors: {} };
  expect(sentList(reply, "one")).toEqual(["1"]);
  expect(sentList(reply, "many")).toEqual(["1", "2"]);
  expect(sentList(reply, "none")).toEqual([]);
});
