import type { Call } from "#app/domain/calls/calls.server.ts";
import {
  type Answers,
  type CallDefinition,
  callDefinitionSchema,
} from "#app/domain/calls/definition.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as questionPage from "#app/routes/_public.respond.$call.$page/route.tsx";
import * as askedAgain from "#app/routes/_public.respond.$call.asked-again.tsx";
import * as check from "#app/routes/_public.respond.$call.check.tsx";
import { callForAdvice } from "#app/tasks/demo/call-for-advice.ts";
import { givenDraftFile } from "#app/tasks/demo/factories.ts";
import type { Fields } from "#tests/asking/browser.ts";
import { addressWith as at } from "#tests/asking/question-page.ts";
import { givenRespondent } from "./respondents.ts";

/** A line that is asked for. */
export const text = (id: string, required = false) => ({
  ...{ id, type: "short-text", label: { en: `About ${id}?` }, required },
});

/** A group that asks these lines of each service. */
export const services = (...members: string[]) => ({
  ...{ id: "services", type: "group", label: { en: "Which services?" } },
  itemName: { en: "Service" },
  questions: members.map((id) => text(id)),
});
/** A form of these pages. */
export function formOf(
  pages: [id: string, questions: object[]][],
): CallDefinition {
  return callDefinitionSchema.parse({
    ...{ ...callForAdvice, conditions: [], sections: [] },
    pages: pages.map(([id, questions]) => ({
      ...{ id, title: { en: id }, questions },
    })),
  });
}

/** Somebody who has answered everything, with a file, before the form was changed. */
export async function givenBegun(
  context: RequestContext,
  call: Call,
  answers: Answers,
) {
  const given = await givenRespondent(context, call, answers);
  const { browser, draft } = given;
  await givenDraftFile(context.db, context.attachmentStore, {
    ...{ draftId: draft.id, questionId: "proof" },
  });
  const place = (id: string) => at(draft.publicId, id);
  const told = "/respond/advice/asked-again";
  const press = (id: string, fields: Fields) =>
    browser.post(questionPage, place(id), [...fields, ["intent", "continue"]]);
  const goOn = () =>
    browser.post(askedAgain, place("asked-again"), [["draft", draft.publicId]]);
  const lines = async () => {
    const { data } = await browser.get(check.loader, place("check"));
    return data as {
      answers: { questionId: string; line?: string }[];
      unasked: { questionId: string; line?: string; note: string }[];
      problems: unknown[];
    };
  };
  return { ...given, place, told, press, goOn, lines };
}
