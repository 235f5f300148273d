import { data } from "@remix-run/node";
import type { OwnVisit } from "#app/http/request/own-response.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { wordsIn } from "#app/words/words.ts";
import { referenceField } from "./reference-field.ts";

const known = new Map([[referenceField, 1]]);

/**
 * Refuses a form, of which there is nothing but the button, that was shown for
 * another response: who has two open in two tabs would take back the wrong one.
 *
 * @returns undefined where the form is of this response.
 */
export async function refuseFormOfAnother(
  { request, context }: { request: Request; context: RequestContext },
  { own, headers }: OwnVisit,
) {
  const { fields } = await readForm({ request, context }, known);
  if (fields.get(referenceField) === own.reference) return undefined;
  context.hasFormErrors = true;
  const errors = [wordsIn(own.language).receipt.items.ofAnother];
  return data({ errors }, { status: 409, headers });
}
