import * as addition from "#app/routes/_public.receipt.add-item/route.tsx";
import * as change from "#app/routes/_public.receipt.change/route.tsx";
import { loader as list } from "#app/routes/_public.receipt.items.tsx";
import * as removal from "#app/routes/_public.receipt.remove-item.tsx";
import { loader as ownPage } from "#app/routes/_public.receipt.response.tsx";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import type { Answers, CallDefinition } from "#app/domain/calls/definition.ts";
import type { Fields } from "#tests/asking/browser.ts";
import { formWithGroup } from "./forms-with-groups.ts";
import { openOwn, ownAt } from "./own-response.ts";
import { givenCallToAnswer } from "./respondents.ts";

const three = {
  before: "Hello.",
  placements: { items: [{ id: "7" }, { id: "2" }, { id: "31" }] },
  ...{ kind_7: "Foster care", how_7: "Cold." },
  ...{ kind_2: "With my aunt", kind_31: "A hotel" },
  after: "Bye.",
};

/** A response with three placements, after somebody else's with the same, and its sender's browser. */
export async function givenSentGroup({
  definition = formWithGroup,
  answers = three,
}: { definition?: CallDefinition; answers?: Answers } = {}) {
  const { context, call } = await givenCallToAnswer({ definition });
  const { db } = context;
  const other = await givenResponse(db, { call, answers: three });
  const sent = await givenResponse(db, { call, answers });
  const { responseId, reference } = sent;
  const sender = openOwn(context, responseId);
  const at = (place: string, more: Record<string, string> = {}) =>
    ownAt(`${place}?${new URLSearchParams({ answer: "placements", ...more })}`);
  const asked = async (item: string) =>
    sender.get(removal.loader, at("remove-item", { item }));
  const opened = async () => sender.get(addition.loader, at("add-item"));
  const marks = async () =>
    ((await opened()).data as { form: { marks: Record<string, string> } }).form
      .marks;
  const add = (fields: Record<string, string>, by = sender) =>
    by.post(addition, at("add-item"), Object.entries(fields));
  return {
    ...{ context, db, other, ...sent, sender, asked, opened, marks, add },
    list: async () => (await sender.get(list, at("items"))).data,
    /** Having read which of its answers go. */
    remove: async (item: string, read: string, by = sender) =>
      by.post(removal, at("remove-item", { item }), [
        ["reference", reference],
        ["leaves-out", read],
      ]),
    changeAnswer: (id: string, text: string, version: number) => {
      const typed: Fields = [
        [id, text],
        ["version", String(version)],
        ["reference", reference],
      ];
      return sender.post(change, ownAt(`change?answer=${id}`), typed);
    },
    own: async () =>
      JSON.stringify((await sender.get(ownPage, ownAt("response"))).data),
    /** What stands, in the order in which it is read. */
    stands: async (of = responseId) => {
      const rows = await db
        .selectFrom("answers")
        .innerJoin("responses", "responses.id", "answers.response_id")
        .select(["question_id", "text"])
        .where("response_id", "=", of)
        .whereRef("answers.version", "=", "responses.current_version")
        .where("taken_back_at", "is", null)
        .orderBy("position")
        .execute();
      return rows.map(({ question_id, text }) => [question_id, text]);
    },
  };
}
