import type { Call } from "#app/domain/calls/calls.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import * as questionPage from "#app/routes/_public.respond.$call.$page/route.tsx";
import * as removal from "#app/routes/_public.respond.$call.$page_.item.$item_.remove.tsx";
import { addressOf, type Fields } from "#tests/asking/browser.ts";
import { openTab } from "#tests/asking/question-page.ts";
import { givenRespondent } from "./respondents.ts";

export const listPage = addressOf("advice", "placements");

type Group = {
  cards: {
    title: string;
    lines: string[];
    notes: string[];
    changeTo: string;
    removeTo: string;
  }[];
  add: { to: string; label: string } | undefined;
  full: string | undefined;
};

/** Somebody who answers the form, beside somebody else who has answered it too. */
export async function givenGroupAnswers(context: RequestContext, call: Call) {
  const person = await givenRespondent(context, call, { before: "Hello." });
  const { browser } = person;
  const group = async () => {
    const { data } = await browser.get(questionPage.loader, listPage);
    return (data as { group: Group }).group;
  };
  const pageAt = (path: string) =>
    addressOf("advice", /\/respond\/advice\/([^?]+)/.exec(path)?.[1] ?? "");
  const send = async (at: ReturnType<typeof addressOf>, typed: Fields) => {
    const tab = await openTab(browser, at);
    return browser.post(questionPage, at, [...tab, ...typed]);
  };
  /** @returns the id of the new item. */
  const add = async (kind: string) => {
    const at = pageAt((await group()).add?.to ?? "");
    const id = at.path.split("_")[1] ?? "";
    const sent = await send(at, [
      [`kind_${id}`, kind],
      ["intent", "continue"],
    ]);
    return { id, at, sent };
  };
  const remove = (id: string) => {
    const at = {
      path: `${listPage.path}/item/${id}/remove`,
      params: { ...listPage.params, item: id },
    };
    return {
      ask: () => browser.get(removal.loader, at),
      press: () => browser.post(removal, at, []),
    };
  };
  return { ...person, group, send, add, remove };
}
