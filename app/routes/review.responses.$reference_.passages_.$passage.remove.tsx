import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { removePassage } from "#app/domain/tagging/passage-removal.server.ts";
import {
  readReadingView,
  responseHref,
} from "#app/screens/review/reading-view.ts";
import { showResponseInstead } from "#app/http/request/found-response.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { frozenRefusal } from "#app/screens/review/frozen.ts";
import { withdrawnRefusal } from "#app/screens/review/withdrawn.ts";
import { refusal, requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import {
  readPageWork,
  withPageFields,
} from "#app/http/request/page-work.server.ts";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "tag-responses");
  return showResponseInstead(context, viewer, params.reference);
}

const known = withPageFields(knownFields(undefined, "view"));

/** Takes the tag off a passage. One that is gone already is what was wanted. */
export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const actor = await requireStaff(request, context, "tag-responses");
  const work = { actor, known };
  const { response, form } = await readPageWork(args, work);
  const outcome = await removePassage(context.db, {
    responseId: response.responseId,
    publicId: params.passage ?? "",
    actor,
    now: context.now(),
  });
  if (!outcome.ok && outcome.reason === "not-yours")
    throw refusal(context, actor, "remove-any-passage");
  const view = readReadingView(form.fields.get("view"));
  const to = responseHref(response.reference, view, "passages");
  return !outcome.ok && outcome.reason !== "not-found"
    ? redirectWithFlash(context, to, {
        kind: "notice",
        text: `${outcome.reason === "frozen" ? frozenRefusal : withdrawnRefusal}.`,
      })
    : redirect(to, 303);
}

/** Never shown, but with a page of its own a refusal is told in the review side's words, not as JSON. */
export default function RemovePassage() {
  return null;
}
