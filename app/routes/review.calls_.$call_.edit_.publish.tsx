import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { editorAddress } from "#app/authoring-addresses.ts";
import { publishWorkingCopy } from "#app/domain/calls/authoring/publish.server.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import { requireEditedCall } from "#app/http/request/edited-call.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { sentField } from "#app/http/request/form-errors.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { describePublishing } from "#app/screens/review/call-editor.ts";
import {
  notPublished,
  publishedWords,
} from "#app/screens/review/call-editor-words.ts";
import { ProblemList } from "#app/ui/authoring/editor-parts.tsx";
import { Button } from "#app/ui/button.tsx";
import { BackLink, Part, TwoThirds } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** What changes for whoever answers, before it is published. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const edited = await requireEditedCall(context, params.call);
  const screen = describePublishing(edited);
  const title = staffPageTitle(context, `Publish ${screen.callTitle}`);
  return { title, screen };
}

const known = knownFields(undefined, "rowVersion");

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const { fields } = await readForm({ request, context }, known);
  const { call } = await requireEditedCall(context, params.call);
  const published = await publishWorkingCopy(context.db, {
    ...{ callId: call.id, staffId, now: context.now() },
    rowVersion: readWholeNumber(sentField(fields, "rowVersion")) ?? -1,
  });
  return redirectWithFlash(
    context,
    editorAddress(call.slug),
    published.ok
      ? { kind: "success", text: publishedWords(published.version) }
      : { kind: "notice", text: notPublished[published.reason] },
  );
}

export default function PublishCall() {
  const { screen } = useLoaderData<typeof loader>();
  const { isPublic, isChanged, problems } = screen;
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>Words and questions</BackLink>
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{screen.callTitle}</span>
        Publish what is changed
      </h1>
      <Part heading="What changes">
        <ul className="govuk-list govuk-list--bullet">
          {screen.changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
          {!isChanged && <li>Nothing is changed.</li>}
        </ul>
        <p className="govuk-body">{screen.counts}.</p>
      </Part>
      <Part heading="Before it is published">
        <ProblemList problems={problems} />
      </Part>
      <p className="govuk-body">{screen.meaning}</p>
      {isChanged && problems.length === 0 && !isPublic && (
        <form method="post">
          <input type="hidden" name="rowVersion" value={screen.rowVersion} />
          <Button>Publish</Button>
        </form>
      )}
    </TwoThirds>
  );
}
