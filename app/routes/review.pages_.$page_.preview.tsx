import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { requireOwnPage } from "#app/http/request/own-page.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { keptPageAddress } from "#app/page-addresses.ts";
import { describeOwnPage } from "#app/screens/public/own-page.ts";
import { firstTexts } from "#app/screens/review/first-texts.ts";
import { nameOfPage } from "#app/screens/review/own-pages.ts";
import { BackLink, Part, TwoThirds } from "#app/ui/page-parts.tsx";
import { OwnPage } from "#app/ui/portal/own-page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** The working copy as the public will read it, in English and in Welsh where there is any. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-portal");
  const firstOf = firstTexts(context.env);
  const { page, body } = await requireOwnPage(context, params.page, firstOf);
  const name = nameOfPage(page.kind, body);
  const of = { kind: page.kind, body };
  const inWelsh = JSON.stringify(body).includes('"cy":');
  return {
    title: staffPageTitle(context, `Preview: ${name}`),
    ...{ name, backHref: keptPageAddress(page.slug) },
    english: describeOwnPage(of, "en"),
    welsh: inWelsh ? describeOwnPage(of, "cy") : undefined,
  };
}

export default function Preview() {
  const { name, backHref, english, welsh } = useLoaderData<typeof loader>();
  return (
    <TwoThirds>
      <BackLink to={backHref}>{name}</BackLink>
      <p className="govuk-body">
        <strong>Preview.</strong> The public does not see this yet.
      </p>
      <div className="heard-as-public">
        <OwnPage {...english} />
      </div>
      {welsh && (
        <Part heading="In Welsh">
          <div className="heard-as-public" lang="cy">
            <OwnPage {...welsh} />
          </div>
        </Part>
      )}
    </TwoThirds>
  );
}
