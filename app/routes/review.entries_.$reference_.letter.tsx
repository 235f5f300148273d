import {
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { receiptAddress } from "#app/addresses.ts";
import { findCall } from "#app/domain/calls/calls.server.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import { openLetter } from "#app/domain/entries/entries.server.ts";
import { entryAddress } from "#app/entry-addresses.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { describeLetter } from "#app/screens/review/sender-letter.ts";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireStaff(request, context, "enter-responses");
  const { reference = "" } = params;
  const { db, env } = context;
  const now = context.now();
  const open = { reference, actor, secret: env.secret, now };
  const letter = await openLetter(db, open);
  if (!letter) throw data(null, { status: 404 });
  const { definition } = await findCall(db, letter.entry.callId);
  return {
    title: staffPageTitle(context, `Letter: ${reference}`),
    backHref: entryAddress(reference),
    ...describeLetter({
      ...letter,
      callName: inLanguage(definition.title, "en"),
      reviewName: env.reviewName,
      receiptAt: new URL(receiptAddress, env.publicBaseUrl).href,
      now,
    }),
  };
}

export default function Letter() {
  const letter = useLoaderData<typeof loader>();
  return (
    <TwoThirds>
      <div className="heard-no-print">
        <BackLink to={letter.backHref}>Back to what was keyed in</BackLink>
        <p className="govuk-inset-text">
          Print this page and send it to whoever wrote. Whoever has the code can
          change the response or take it back: send it to nobody else. That you
          opened it is in the response’s history.
        </p>
      </div>
      <article>
        <p className="govuk-body">{letter.reviewName}</p>
        <p className="govuk-body">{letter.date}</p>
        <h1 className="govuk-heading-l">{letter.heading}</h1>
        <p className="govuk-body">{letter.thanks}</p>
        <dl className="govuk-summary-list">
          {letter.codes.map(({ label, value }) => (
            <div className="govuk-summary-list__row" key={label}>
              <dt className="govuk-summary-list__key">{label}</dt>
              <dd className="govuk-summary-list__value heard-entry__code">
                {value}
              </dd>
            </div>
          ))}
        </dl>
        {letter.rights.map((line) => (
          <p className="govuk-body" key={line}>
            {line}
          </p>
        ))}
      </article>
    </TwoThirds>
  );
}
