import type { CallDefinition } from "#app/domain/calls/definition.ts";
import { addPreviewLink } from "#app/domain/calls/preview-links.server.ts";
import {
  previewEnd,
  type PreviewOf,
  signPreviewLink,
} from "#app/http/request/preview-link.server.ts";
import * as preview from "#app/routes/_public.preview.$link.$/route.tsx";
import { openBrowser } from "#tests/asking/browser.ts";
import { givenEditor } from "./authoring.ts";
import { makeTestContext } from "./context.ts";
import { formWithConditions } from "./forms-with-conditions.ts";

const now = new Date("2026-11-27T20:00:00Z");

type Page = Record<string, unknown> & {
  kind: string;
  carried: [string, string][];
  view: Record<string, unknown>;
  reply?: { errors: Record<string, string[]> };
};

/** A link to a preview, and whoever looks under it. */
export async function givenPreview(
  definition: CallDefinition = formWithConditions,
  of: PreviewOf = { kind: "working-copy" },
) {
  const { db, call, editing, edit } = await givenEditor({ definition });
  const context = await makeTestContext(db, { now: () => now });
  const until = previewEnd(context);
  const version = of.kind === "version" ? of.version : null;
  const made = { ...editing, now, version, endsAt: until };
  await addPreviewLink(db, { ...made, version: 99 });
  const opensTo = await addPreviewLink(db, made);
  const signed = { callId: call.id, of, until, opensTo };
  const link = signPreviewLink(context, signed);
  const browser = openBrowser(context);
  const at = (place: string) => ({
    path: `/preview/${link}/${place}`,
    params: { link, "*": place.replace(/\?.*/, "") },
  });
  return {
    ...{ db, call, context, link, edit, editing, browser },
    see: async (place: string) =>
      (await browser.get(preview.loader, at(place))).data as {
        page: Page;
        title: string;
        band: Record<string, string>;
      },
    /** Presses a button of a page with what it carries and what is typed. */
    press: async (
      place: string,
      carried: [string, string][],
      typed: Record<string, string>,
    ) => {
      const fields: [string, string][] = [...carried, ...Object.entries(typed)];
      const sent = await browser.post(preview, at(place), fields);
      const shown = sent.page?.data as { page: Page; title: string };
      return {
        ...shown,
        status: sent.status,
        cookies: sent.headers.getSetCookie(),
      };
    },
  };
}
