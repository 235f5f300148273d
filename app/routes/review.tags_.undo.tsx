import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { codebookAddress } from "#app/codebook-addresses.ts";
import { undoSchema } from "#app/domain/tagging/codebook-forms.ts";
import { selectTagNames } from "#app/domain/tagging/tags.server.ts";
import { undoChange } from "#app/domain/tagging/undoing.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { parseForm } from "#app/http/request/refused-form.server.ts";
import { leftLine } from "#app/screens/review/codebook-history.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "read-tags");
  return redirect(codebookAddress("changes"), 303);
}

const known = knownFields(undoSchema);

const refusals = {
  "undone-already": "That was undone already.",
  "not-allowed":
    "You cannot undo that any more. Ask the lead of the review team.",
};

/** Undoes one change of the codebook, and says what had to stay. */
export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const actor = await requireStaff(request, context, "edit-tags");
  const form = parseForm(await readForm(args, known), undoSchema);
  if (form.status !== "success") throw data(null, { status: 404 });
  const { db } = context;
  const changeId = form.value.change;
  const outcome = await undoChange(db, { changeId, actor, now: context.now() });
  const to = codebookAddress("changes");
  if (outcome.ok && outcome.left.length === 0)
    return redirectWithFlash(context, to, {
      kind: "success",
      text: "It was undone. Everything stands as before.",
    });
  if (outcome.ok) {
    const names = await selectTagNames(db);
    const nameOf = (tagId: number) => names.get(tagId) ?? "";
    const [first] = outcome.left;
    const text = `It was undone, but not all of it. ${first ? leftLine(first, nameOf) : ""}. All that was left stands in the list below.`;
    return redirectWithFlash(context, to, { kind: "notice", text });
  }
  if (outcome.reason === "not-found") throw data(null, { status: 404 });
  const text = refusals[outcome.reason];
  return redirectWithFlash(context, to, { kind: "notice", text });
}

/** Never shown, but with a page of its own a refusal is told in the review side's words, not as JSON. */
export default function UndoChange() {
  return null;
}
