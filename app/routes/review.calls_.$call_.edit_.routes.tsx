import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { checkedDefinitionOf } from "#app/domain/calls/authoring/check-working-copy.ts";
import { londonDay } from "#app/domain/calls/london-time.ts";
import { refusedSamples } from "#app/domain/calls/routes/routes.ts";
import { findRoutesOf } from "#app/http/call-routes/find-routes.server.ts";
import { requireEditedCall } from "#app/http/request/edited-call.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { ownPreviewLink } from "#app/http/request/preview-link.server.ts";
import { namesIn } from "#app/screens/review/call-editor-names.ts";
import {
  describeRoutes,
  rowsOnPage,
  unfinishedRoutes,
} from "#app/screens/review/call-routes.ts";
import { RouteList } from "#app/ui/authoring/route-list.tsx";
import { ProblemList } from "#app/ui/authoring/editor-parts.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { wordsIn } from "#app/words/words.ts";
import { Unsent } from "#app/ui/unsent.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.shown.title },
];

/** The ways through a call as it is being changed, each with a made-up person. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const { call, copy } = await requireEditedCall(context, params.call);
  const title = staffPageTitle(
    context,
    `Ways through ${call.definition.title.en}`,
  );
  const checked = checkedDefinitionOf(copy);
  if (!checked.ok) return new Unsent({ title, screen: unfinishedRoutes(call) });
  const { definition } = checked;
  const page = Number(new URL(request.url).searchParams.get("page")) || 1;
  const today = londonDay(context.now());
  const { questions: messages } = wordsIn("en");
  const found = await findRoutesOf(
    definition,
    { callSlug: call.slug, today },
    { page, perPage: rowsOnPage },
  );
  // The pages as they are kept: what reads them is made once for each.
  const pages = copy.pages.map(({ body }) => body);
  const refused = refusedSamples(
    { pages },
    { language: "en", messages, today },
  );
  const screen = describeRoutes({
    ...{ callSlug: call.slug, definition, names: namesIn(copy), found },
    refused,
    link: ownPreviewLink(context, {
      ...{ callId: call.id, of: { kind: "working-copy" } },
    }),
  });
  return new Unsent({ title, screen });
}

export default function CallRoutes() {
  const { screen } = useLoaderData<typeof loader>().shown;
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>Words and questions</BackLink>
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{screen.callTitle}</span>
        Ways through this call
      </h1>
      <p className="govuk-body">{screen.summary}</p>
      {screen.againHref && (
        <p className="govuk-body">
          <a className="govuk-link" href={screen.againHref}>
            Load this page again
          </a>
        </p>
      )}
      {screen.walked && <p className="govuk-body">{screen.walked}</p>}
      {screen.problems.length > 0 && <ProblemList problems={screen.problems} />}
      <RouteList routes={screen.routes} />
      <Pagination {...screen.pages} />
    </TwoThirds>
  );
}
