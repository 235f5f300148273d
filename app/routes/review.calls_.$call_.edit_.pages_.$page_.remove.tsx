import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { editedPageAddress, editorAddress } from "#app/authoring-addresses.ts";
import { removePage } from "#app/domain/calls/authoring/edits.ts";
import { editWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import { requireEditedPage } from "#app/http/request/edited-call.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { sentField } from "#app/http/request/form-errors.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { describeRemoval } from "#app/screens/review/call-editor-forms.ts";
import { changedWhileLooking } from "#app/screens/review/call-editor-words.ts";
import { RemoveForm } from "#app/ui/authoring/remove-form.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** What goes with a page, and which rules it breaks, before it is removed. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const screen = describeRemoval(await requireEditedPage(context, params));
  const title = staffPageTitle(context, `Remove ${screen.heading}`);
  return { title, screen };
}

const known = knownFields(undefined, "seen");

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const { fields } = await readForm({ request, context }, known);
  const { call, page } = await requireEditedPage(context, params);
  const saved = await editWorkingCopy(
    context.db,
    { callId: call.id, staffId, now: context.now() },
    (copy) =>
      removePage(copy, { pageId: page.key, seen: sentField(fields, "seen") }),
  );
  if (!saved.ok) {
    const one = { callSlug: call.slug, pageId: page.key };
    return redirectWithFlash(context, editedPageAddress(one), {
      ...{ kind: "notice", text: changedWhileLooking },
    });
  }
  return redirectWithFlash(context, `${editorAddress(call.slug)}#pages`, {
    ...{ kind: "success", text: "The page is removed." },
  });
}

export default function RemovePage() {
  const { screen } = useLoaderData<typeof loader>();
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>{screen.heading}</BackLink>
      <h1 className="govuk-heading-l">Remove the page “{screen.heading}”</h1>
      <RemoveForm {...screen} button="Remove the page" />
    </TwoThirds>
  );
}
