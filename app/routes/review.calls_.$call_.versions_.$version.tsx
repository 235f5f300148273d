import {
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { keptCallAddress } from "#app/call-addresses.ts";
import { findVersion } from "#app/domain/calls/versions.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { requireKeptCall } from "#app/http/request/kept-call.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { describeQuestionList } from "#app/screens/public/question-list.ts";
import { describeVersion } from "#app/screens/review/call-versions.ts";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { QuestionList } from "#app/ui/question-list.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

/** A version of a call's form with everything it asks, as whoever answered it was asked. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const call = await requireKeptCall(context, params.call);
  const number = /^[1-9]\d{0,5}$/.exec(params.version ?? "")?.[0];
  const version =
    number &&
    (await findVersion(context.db, {
      ...{ callId: call.id, version: Number(number) },
    }));
  if (!version) throw data(null, { status: 404 });
  const { callTitle, pages, equality } = describeQuestionList(version, "en");
  return {
    title: staffPageTitle(context, `Version ${number}: ${callTitle}`),
    ...{ callTitle, backHref: keptCallAddress(call.slug) },
    heading: `Version ${number}`,
    about: describeVersion(version, version.definition),
    pages: equality ? [...pages, equality] : pages,
  };
}

export default function Version() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={page.backHref}>{page.callTitle}</BackLink>
      <TwoThirds>
        <span className="govuk-caption-l">{page.callTitle}</span>
        <h1 className="govuk-heading-l">{page.heading}</h1>
        <p className="govuk-body">{page.about}</p>
        <QuestionList pages={page.pages} />
      </TwoThirds>
    </>
  );
}
