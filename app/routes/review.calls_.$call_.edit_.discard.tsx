import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { editorAddress } from "#app/authoring-addresses.ts";
import { discardWorkingCopy } from "#app/domain/calls/authoring/publish.server.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import { requireEditedCall } from "#app/http/request/edited-call.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { sentField } from "#app/http/request/form-errors.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { listChanges } from "#app/screens/review/call-editor.ts";
import { changedWhileLooking } from "#app/screens/review/call-editor-words.ts";
import { Button } from "#app/ui/button.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** What is lost when nothing of what was changed is kept. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const edited = await requireEditedCall(context, params.call);
  const heading = "Throw the changes away";
  const title = staffPageTitle(context, heading);
  const { call, copy } = edited;
  const screen = {
    callTitle: call.definition.title.en,
    changes: listChanges(edited),
    backHref: editorAddress(call.slug),
    rowVersion: copy.rowVersion,
  };
  return { title, screen };
}

const known = knownFields(undefined, "rowVersion");

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const { fields } = await readForm({ request, context }, known);
  const { call } = await requireEditedCall(context, params.call);
  const isGone = await discardWorkingCopy(context.db, {
    ...{ callId: call.id, staffId, now: context.now() },
    rowVersion: readWholeNumber(sentField(fields, "rowVersion")) ?? -1,
  });
  return redirectWithFlash(
    context,
    editorAddress(call.slug),
    isGone
      ? { kind: "success", text: "The changes are thrown away." }
      : { kind: "notice", text: changedWhileLooking },
  );
}

export default function DiscardChanges() {
  const { screen } = useLoaderData<typeof loader>();
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>Words and questions</BackLink>
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{screen.callTitle}</span>
        Throw the changes away
      </h1>
      <p className="govuk-body">
        The call stands as it was last published. What you and your colleagues
        changed since is lost:
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {screen.changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
      <form method="post">
        <input type="hidden" name="rowVersion" value={screen.rowVersion} />
        <div className="govuk-button-group">
          <Button kind="warning">Throw them away</Button>
          <a className="govuk-link" href={screen.backHref}>
            Keep them
          </a>
        </div>
      </form>
    </TwoThirds>
  );
}
