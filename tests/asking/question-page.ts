import type { RequestContext } from "#app/http/request/context.server.ts";
import { action as keepTyped } from "#app/routes/_public.respond.$call.$page_.typed.ts";
import { loader } from "#app/routes/_public.respond.$call.$page/route.tsx";
import {
  type Address,
  addressOf,
  type Fields,
  type openBrowser,
} from "./browser.ts";

type Browser = ReturnType<typeof openBrowser>;

/** The key of the draft that a browser holds; empty where it holds none. */
export function keyOf({ cookie }: Pick<Browser, "cookie">): string {
  return cookie.replace("heard-draft=", "");
}

/** A page of the form of "advice", for one of a browser's drafts. */
export function addressWith(draft: string | undefined, pageId: string) {
  const address = addressOf("advice", pageId);
  return { ...address, path: `${address.path}?draft=${draft ?? ""}` };
}

/** The hidden fields of a question page, as a tab that opens now has them. */
export async function openTab(
  browser: Browser,
  address: Address,
): Promise<Fields> {
  const { data } = await browser.get(loader, address);
  const page = data as {
    draftMark: string;
    version: number;
    rendering?: string;
  };
  return [
    ["draft", page.draftMark],
    ["version", String(page.version)],
    ["rendering", page.rendering ?? ""],
  ];
}

/** Saves by itself, as the script does, over a line of its own: the cookie that comes is told, and not kept. */
export async function saveUnasked(
  context: RequestContext,
  browser: Browser,
  fields: Fields,
  at: Address,
) {
  const answer = await keepTyped({
    request: new Request(`http://localhost:3000${at.path}/typed`, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { Cookie: browser.cookie },
    }),
    params: at.params,
    context: { ...context },
  });
  const [cookie = ""] = (answer.headers.get("Set-Cookie") ?? "").split(";");
  return {
    status: answer.status,
    data: (await answer.json()) as unknown,
    cookie,
  };
}
