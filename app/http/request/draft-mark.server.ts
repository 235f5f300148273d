import type { RequestContext } from "./context.server.ts";
import { knownFields } from "./known-fields.server.ts";
import { readForm } from "./received-form.server.ts";

const field = "draft";
const known = knownFields(undefined, field);

/** The draft or receipt that a form was shown with; undefined where it does not say. */
export async function readDraftMark(
  request: Request,
  context: RequestContext,
): Promise<string | undefined> {
  if (!request.headers.has("Content-Type")) return undefined;
  const { fields } = await readForm({ request, context }, known);
  const value = fields.get(field);
  return typeof value === "string" ? value.slice(0, 200) : undefined;
}
