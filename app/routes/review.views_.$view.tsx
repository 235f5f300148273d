import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeView } from "#app/domain/triage/views.server.ts";
import { changedViewSchema } from "#app/domain/triage/views.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { refusal, requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { requireView } from "#app/http/request/saved-view.server.ts";
import { viewAddress, viewsAddress } from "#app/queue-addresses.ts";
import {
  describeViewRefusal,
  sortChoices,
  viewMeanwhileWords,
  viewProblems,
} from "#app/screens/review/views.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, Part, TwoThirds } from "#app/ui/page-parts.tsx";
import { ViewForm } from "#app/ui/review/view-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** A view, for its owner, and for an admin where it is shared. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireStaff(request, context, "keep-views");
  const view = await requireView(context, actor, params.view);
  const { name, q, sort, isShared, rowVersion, viewId } = view;
  return {
    title: staffPageTitle(context, `Change a view: ${name}`),
    view: { name, q, sort: sort ?? "", isShared },
    rowVersion,
    deleteHref: viewAddress(viewId, "delete"),
  };
}

const known = knownFields(changedViewSchema);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff(request, context, "keep-views");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, changedViewSchema, viewProblems);
  if (submission.status !== "success") return refuseForm(context, submission);
  const viewId = readWholeNumber(params.view) ?? 0;
  const { shared: isShared, ...words } = submission.value;
  const changed = await changeView(context.db, {
    ...{ ...words, isShared, viewId, actor, now: context.now() },
  });
  if (changed.ok)
    return redirectWithFlash(context, viewsAddress(), {
      kind: "success",
      text: `The view “${changed.view.name}” is changed.`,
    });
  switch (changed.reason) {
    case "not-found":
      throw data(null, { status: 404 });
    case "not-allowed":
      throw refusal(context, actor, "change-any-view");
    case "changed-meanwhile":
      return redirectWithFlash(context, viewAddress(viewId), {
        kind: "notice",
        text: viewMeanwhileWords,
      });
    default:
      return refuseForm(context, submission, {
        errors: describeViewRefusal(changed),
      });
  }
}

export default function ChangeView() {
  const { view, rowVersion, deleteHref } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={viewsAddress()}>Views</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">Change a view</h1>
      <ViewForm
        reply={reply}
        view={view}
        sorts={sortChoices}
        rowVersion={rowVersion}
        button="Save the view"
      />
      <Part heading="Delete this view">
        <ButtonLink kind="secondary" to={deleteHref}>
          Delete the view
        </ButtonLink>
      </Part>
    </TwoThirds>
  );
}
