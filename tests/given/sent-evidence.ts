import {
  type CallDefinition,
  callDefinitionSchema,
} from "#app/domain/calls/definition.ts";
import type { EvidenceItem } from "#app/domain/calls/evidence-items/evidence-item.ts";
import * as form from "#app/routes/_public.receipt.item/route.tsx";
import * as removal from "#app/routes/_public.receipt.remove-item.tsx";
import { loader as ownPage } from "#app/routes/_public.receipt.response.tsx";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import type { Fields } from "#tests/asking/browser.ts";
import { evidenceDefinition, someItem } from "./evidence.ts";
import { openOwn, ownAt, readSigned } from "./own-response.ts";
import { givenCallToAnswer } from "./respondents.ts";

export const first = someItem(1, { title: "Her first report" });
export const second = someItem(2, {
  title: "The second report",
  DOI: "10.1000/2",
  volume: "3",
});

/** A response with two pieces of evidence, after somebody else's with one of the same id, and its sender's browser. */
export async function givenSentEvidence({
  definition = evidenceDefinition(),
  items = [first, second],
}: { definition?: CallDefinition; items?: EvidenceItem[] } = {}) {
  const { context, call } = await givenCallToAnswer({ definition });
  const { db } = context;
  const hers = { who: "Her", evidence: { items: [someItem(2)] } };
  const other = await givenResponse(db, { call, answers: hers });
  const answers = { who: "Me", evidence: { items }, money: "Little." };
  const { responseId, reference } = await givenResponse(db, { call, answers });
  const sender = openOwn(context, responseId);
  const at = (place: string, more: Record<string, string> = {}) =>
    ownAt(`${place}?${new URLSearchParams({ answer: "evidence", ...more })}`);
  const open = async (item: string, kind = "report") =>
    (await sender.get(form.loader, at("item", { item, kind }))).data as {
      page?: { marks: Record<string, string>; typed: Record<string, string[]> };
    };
  const save = (item: string, fields: Record<string, string>, by = sender) =>
    by.post(
      form,
      at("item", { item, kind: "report" }),
      Object.entries({ kind: "report", reference, ...fields }),
    );
  return {
    ...{ context, db, responseId, reference, sender, other, at, open, save },
    remove: (item: string, fields: Fields = [], by = sender) =>
      by.post(removal, at("remove-item", { item }), [
        ["reference", reference],
        ...fields,
      ]),
    /** The form of one item as its page has it. */
    marksOf: async (item: string) => (await open(item)).page?.marks ?? {},
    own: async () =>
      JSON.stringify((await sender.get(ownPage, ownAt("response"))).data),
    signedNow: () => readSigned(sender),
    rows: async (of = responseId) => {
      const rows = await db
        .selectFrom("answers")
        .select(["version", "value", "taken_back_at"])
        .where("response_id", "=", of)
        .where("question_id", "=", "evidence")
        .orderBy("id")
        .execute();
      return rows.map(({ version, value, taken_back_at }) => ({
        version,
        isTakenBack: taken_back_at !== null,
        titles: (JSON.parse(value) as { items: EvidenceItem[] }).items.map(
          ({ csl }) => csl.title,
        ),
      }));
    },
  };
}

/** A call that asks about money only of those who gave evidence. */
export function moneyWithEvidence(): CallDefinition {
  const plain = evidenceDefinition();
  return callDefinitionSchema.parse({
    ...plain,
    conditions: [
      {
        id: "has-evidence",
        rule: { question: "evidence", operator: "answered" },
      },
    ],
    pages: [
      ...plain.pages,
      {
        id: "money",
        showIf: "has-evidence",
        questions: [
          { id: "money", type: "short-text", label: { en: "Money?" } },
        ],
      },
    ],
  });
}
