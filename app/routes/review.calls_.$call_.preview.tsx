import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { selectVersions } from "#app/domain/calls/versions.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { requireKeptCall } from "#app/http/request/kept-call.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import {
  makePreviewLink,
  previewDays,
  previewEnd,
} from "#app/http/request/preview-link.server.ts";
import { describePreviews } from "#app/screens/review/call-previews.ts";
import { BackLink, Part, TwoThirds } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** Links under which a call is seen as the public would see it, each good for some days. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const call = await requireKeptCall(context, params.call);
  const { id: callId } = call;
  const versions = await selectVersions(context.db, callId);
  const screen = describePreviews({
    callSlug: call.slug,
    callTitle: call.definition.title.en,
    origin: context.env.publicBaseUrl.origin,
    now: makePreviewLink(context, { callId, of: { kind: "working-copy" } }),
    versions: versions.map((version) => ({
      version,
      link: makePreviewLink(context, {
        callId,
        of: { kind: "version", version: version.version },
      }),
    })),
    until: previewEnd(context),
  });
  const title = staffPageTitle(context, `Previews of ${screen.callTitle}`);
  return { title, screen, days: previewDays };
}

export default function CallPreviews() {
  const { screen, days } = useLoaderData<typeof loader>();
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>{screen.callTitle}</BackLink>
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{screen.callTitle}</span>
        Preview
      </h1>
      <p className="govuk-body">
        See the call as the public would, and walk through its questions.
        Nothing that is typed in a preview is kept or sent, and files stay on
        the device.
      </p>
      <p className="govuk-body">
        Send a link to a colleague or a tester: they need no account. Whoever
        has it can look for {days} days, until {screen.until}.
      </p>
      <Part heading="As it is now">
        <p className="govuk-body">
          With all that is changed and not yet published. Whoever opens the link
          sees the call as it then is, also what is changed after today.
        </p>
        <PreviewLink href={screen.now} />
      </Part>
      <Part heading="As it was published">
        <p className="govuk-body">These never change.</p>
        {screen.versions.map(({ key, name, added, href }) => (
          <div key={key}>
            <h3 className="govuk-heading-s">
              {name}, <span className="heard-muted">{added}</span>
            </h3>
            <PreviewLink href={href} />
          </div>
        ))}
      </Part>
    </TwoThirds>
  );
}

function PreviewLink({ href }: { href: string }) {
  return (
    <p className="govuk-body heard-other-text">
      <a className="govuk-link" href={href}>
        {href}
      </a>
    </p>
  );
}
