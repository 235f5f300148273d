import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  filterOptionsOf,
  readQueueFilter,
} from "#app/domain/triage/queue-filter.ts";
import { selectQueueChoices } from "#app/domain/triage/queue.server.ts";
import { saveView } from "#app/domain/triage/views.server.ts";
import { newViewSchema } from "#app/domain/triage/views.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import {
  describeViewRefusal,
  newViewOf,
  sortChoices,
  viewHref,
  viewProblems,
} from "#app/screens/review/views.ts";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { ViewForm } from "#app/ui/review/view-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** The list that the address is of, to be given a name. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-views");
  const choices = await selectQueueChoices(context.db);
  const { filter } = readQueueFilter(
    new URL(request.url).searchParams,
    filterOptionsOf(choices),
  );
  return {
    title: staffPageTitle(context, "Save a view"),
    view: newViewOf(filter, choices),
  };
}

const known = knownFields(newViewSchema);

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStaff(request, context, "keep-views");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, newViewSchema, viewProblems);
  if (submission.status !== "success") return refuseForm(context, submission);
  const { shared: isShared, ...words } = submission.value;
  const now = context.now();
  const saved = await saveView(context.db, { ...words, isShared, actor, now });
  if (!saved.ok)
    return refuseForm(context, submission, {
      errors: describeViewRefusal(saved),
    });
  return redirectWithFlash(context, viewHref(saved.view), {
    kind: "success",
    text: `The view “${saved.view.name}” is saved.`,
  });
}

export default function NewView() {
  const { view } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={view.backHref}>Back to the list</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">Save this list as a view</h1>
      <ViewForm
        reply={reply}
        view={{ ...view, isShared: false }}
        sorts={sortChoices}
        button="Save the view"
      />
    </TwoThirds>
  );
}
