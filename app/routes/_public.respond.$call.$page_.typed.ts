import type { ActionFunctionArgs } from "@remix-run/node";
import type { CallPage } from "#app/domain/calls/definition.ts";
import type { FormFields } from "#app/domain/calls/question-types/question-type.ts";
import type {
  PageOutcome,
  PageRefusal,
} from "#app/domain/drafts/save-question-page.ts";
import { keepDraftHolder } from "#app/http/request/draft-holder.server.ts";
import { writeFormFields } from "./_public.respond.$call.$page/page-form.ts";
import {
  holderKeyOfPage,
  readPageForm,
  savePageForm,
} from "./_public.respond.$call.$page/read-page-form.server.ts";
import { newDraftMark } from "./_public.respond.$call.$page/page-fields.ts";

/** What a script is told of a page that it saved. */
type TypedReply =
  | {
      /** For the page's hidden fields, so that the next save is based on this one. */
      draft: string;
      version: number;
      /** ISO-8601 UTC. */
      savedAt: string;
    }
  | {
      reason: "saved-elsewhere";
      draft: string;
      version: number;
      /** What is saved instead, as names and values of the page's fields. */
      saved: FormFields;
    }
  | { reason: PageRefusal | "no-cookie" | "wait" };

/**
 * Keeps what is typed on a page while it is being typed: the page's own form,
 * sent by a script (docs/decisions/161). Nothing is judged and nobody led on.
 */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { open, form } = await readPageForm({ request, context, params });
  if (!open.holderKey) return reply({ reason: "no-cookie" }, 400);
  if (context.mustWaitSeconds !== undefined)
    return reply({ reason: "wait" }, 429, {
      "Retry-After": String(context.mustWaitSeconds),
    });
  const holderKey = await holderKeyOfPage(open, form, context);
  const outcome = await savePageForm({ ...open, holderKey }, form, {
    context,
    intent: { kind: "typed" },
  });
  const headers = { "Set-Cookie": keepDraftHolder(context, holderKey) };
  if (outcome.ok)
    return reply(
      {
        draft: outcome.draft?.publicId ?? newDraftMark,
        version: outcome.version,
        savedAt: context.now().toISOString(),
      },
      200,
      headers,
    );
  return reply(describeRefusal(outcome, open.page), 409, headers);
}

function describeRefusal(
  outcome: PageOutcome & { ok: false },
  page: CallPage,
): TypedReply {
  if (outcome.reason !== "saved-elsewhere") return { reason: outcome.reason };
  const { draft, version, saved } = outcome;
  return {
    reason: "saved-elsewhere",
    draft: draft.publicId,
    version,
    saved: writeFormFields(saved, page),
  };
}

function reply(body: TypedReply, status: number, headers?: HeadersInit) {
  return Response.json(body, { status, ...(headers && { headers }) });
}
