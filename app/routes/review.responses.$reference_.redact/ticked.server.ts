import { decideRedactions } from "#app/domain/redaction/decide.server.ts";
import { proposeSuggestions } from "#app/domain/redaction/propose.server.ts";
import {
  readSuggestion,
  tickedSchema,
} from "#app/domain/redaction/redaction-forms.ts";
import type { Viewer } from "#app/domain/responses/visible-responses.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import type { ReceivedForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import {
  nothingTicked,
  tellAccepted,
  tellDecided,
} from "#app/screens/review/redaction-outcomes.ts";
import { redactAddress } from "#app/redaction-addresses.ts";

/** What was ticked in one of the lists is proposed or decided, all of it or nothing; where it is nothing, it comes back ticked. */
export async function workOnTicked(
  context: RequestContext,
  received: ReceivedForm,
  of: { response: { responseId: number; reference: string }; actor: Viewer },
) {
  const form = parseForm(received, tickedSchema);
  const refuse = (text: string, status: number) =>
    refuseForm(context, form, { errors: { "": text }, status });
  if (form.status !== "success") return refuse(nothingTicked, 400);
  if (form.value.items.length === 0) return refuse(nothingTicked, 400);
  const { items, move } = form.value;
  const { responseId, reference } = of.response;
  const work = { responseId, actor: of.actor, now: context.now() };
  const told =
    move === "propose"
      ? tellAccepted(await proposeTicked(context, { ...work, items }))
      : tellDecided(
          move,
          await decideRedactions(context.db, {
            ...{ ...work, publicIds: items, move },
          }),
        );
  if (!told.ok) return refuse(told.text, 409);
  return redirectWithFlash(context, redactAddress(reference), told);
}

async function proposeTicked(
  { db, randomBytes }: RequestContext,
  {
    items,
    ...work
  }: { items: string[]; responseId: number; actor: Viewer; now: Date },
) {
  const suggestions = items.flatMap((name) => readSuggestion(name) ?? []);
  if (suggestions.length < items.length)
    return { ok: false, reason: "words-changed" } as const;
  return proposeSuggestions(db, { ...work, randomBytes, suggestions });
}
