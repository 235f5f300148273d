import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { deedSchema } from "#app/domain/bulk/bulk.ts";
import { previewBulk } from "#app/domain/bulk/previews.server.ts";
import { askedList } from "#app/http/request/asked-list.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { bulkActionAddress } from "#app/queue-addresses.ts";
import { describeBulkForm } from "#app/screens/review/bulk-form.ts";
import { bulkProblems } from "#app/screens/review/bulk.ts";
import { previewRefusals } from "#app/screens/review/bulk-preview.ts";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { BulkForm, DeedLinks } from "#app/ui/review/bulk-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** The list that the address is of, and what can be done to all of it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "act-in-bulk");
  const { choices, filter } = await askedList(request, context);
  const deed = new URL(request.url).searchParams.get("deed");
  return {
    title: staffPageTitle(context, "Do one thing to a whole list"),
    screen: describeBulkForm({ choices, filter, deed }),
  };
}

const known = knownFields(deedSchema);

/** Goes through the list and shows what it would come to; nothing is done yet. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStaff(request, context, "act-in-bulk");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, deedSchema, bulkProblems);
  if (submission.status !== "success") return refuseForm(context, submission);
  const { choices, filter, ignored, path } = await askedList(request, context);
  const { calls } = choices;
  const deed = submission.value;
  const preview =
    ignored.length > 0
      ? ({ ok: false, reason: "not-understood" } as const)
      : await previewBulk(context.db, {
          ...{ filter, search: path, deed, actor, calls },
          now: context.now(),
        });
  if (preview.ok) return redirect(bulkActionAddress(preview.actionId), 303);
  return refuseForm(context, submission, {
    errors: { "": previewRefusals[preview.reason] },
  });
}

export default function NewBulkAction() {
  const { screen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>{screen.backLabel}</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">{screen.heading}</h1>
      <p className="govuk-body">
        {screen.listWords}{" "}
        <a className="govuk-link" href={screen.listHref}>
          See the list
        </a>
      </p>
      {screen.form ? (
        <BulkForm {...screen.form} reply={reply} />
      ) : (
        <DeedLinks links={screen.deeds} />
      )}
    </TwoThirds>
  );
}
