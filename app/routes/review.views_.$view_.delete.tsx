import { toNameKey } from "#app/domain/text/name-keys.ts";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { deleteView, selectViews } from "#app/domain/triage/views.server.ts";
import { viewNamesIn } from "#app/domain/triage/views.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { refusal, requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { requireView } from "#app/http/request/saved-view.server.ts";
import { viewAddress, viewsAddress } from "#app/queue-addresses.ts";
import { deletionLines } from "#app/screens/review/views.ts";
import { Button } from "#app/ui/button.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** What deleting a view would take from whom. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireStaff(request, context, "keep-views");
  const view = await requireView(context, actor, params.view);
  const others = await selectViews(context.db, actor);
  const users = others.filter(({ q }) =>
    viewNamesIn(q).some((name) => toNameKey(name) === view.nameKey),
  );
  return {
    title: staffPageTitle(context, `Delete a view: ${view.name}`),
    name: view.name,
    lines: deletionLines(view, users),
    backHref: viewAddress(view.viewId),
  };
}

const known = knownFields(z.object({}));

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff(request, context, "keep-views");
  await readForm({ request, context }, known);
  const viewId = readWholeNumber(params.view) ?? 0;
  const now = context.now();
  const deleted = await deleteView(context.db, { viewId, actor, now });
  if (!deleted.ok && deleted.reason === "not-allowed")
    throw refusal(context, actor, "change-any-view");
  if (!deleted.ok) throw data(null, { status: 404 });
  return redirectWithFlash(context, viewsAddress(), {
    kind: "success",
    text: `The view “${deleted.view.name}” is deleted.`,
  });
}

export default function DeleteView() {
  const { name, lines, backHref } = useLoaderData<typeof loader>();
  return (
    <TwoThirds>
      <BackLink to={backHref}>Back to the view</BackLink>
      <h1 className="govuk-heading-l">Delete the view “{name}”</h1>
      {lines.map((line) => (
        <p className="govuk-body" key={line}>
          {line}
        </p>
      ))}
      <form method="post">
        <Button kind="warning">Delete the view</Button>
      </form>
    </TwoThirds>
  );
}
