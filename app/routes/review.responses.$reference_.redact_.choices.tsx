import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { redactAddress } from "#app/redaction-addresses.ts";
import { decideRedactions } from "#app/domain/redaction/decide.server.ts";
import { proposeSuggestions } from "#app/domain/redaction/propose.server.ts";
import {
  readSuggestion,
  tickedSchema,
} from "#app/domain/redaction/redaction-forms.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireResponse } from "#app/http/request/found-response.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { parseForm } from "#app/http/request/refused-form.server.ts";
import {
  nothingTicked,
  tellAccepted,
  tellDecided,
} from "#app/screens/review/redaction-outcomes.ts";

/** For whoever opens the address of the lists: the page that they stand on. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, context, "redact-responses");
  const { reference } = await requireResponse(context, staff, params.reference);
  return redirect(redactAddress(reference), 303);
}

const known = knownFields(tickedSchema);

/** What was ticked in one of the lists is proposed or decided, all of it or nothing; the page tells what came of it. */
export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const actor = await requireStaff(request, context, "redact-responses");
  const response = await requireResponse(context, actor, params.reference);
  const form = parseForm(await readForm(args, known), tickedSchema);
  const back = redactAddress(response.reference);
  if (form.status !== "success" || form.value.items.length === 0)
    return redirectWithFlash(context, back, nothingTicked);
  const { items, move } = form.value;
  const { db, randomBytes } = context;
  const { responseId } = response;
  const work = { responseId, actor, now: context.now() };
  if (move !== "propose") {
    const decision = { ...work, publicIds: items, move };
    const outcome = await decideRedactions(db, decision);
    return redirectWithFlash(context, back, tellDecided(move, outcome));
  }
  const suggestions = items.flatMap((name) => readSuggestion(name) ?? []);
  const outcome =
    suggestions.length < items.length
      ? ({ ok: false, reason: "words-changed" } as const)
      : await proposeSuggestions(db, { ...work, randomBytes, suggestions });
  return redirectWithFlash(context, back, tellAccepted(outcome));
}
