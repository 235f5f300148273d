import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  checkReceiptAddress,
  receiptKeyFileAddress,
} from "#app/receipt-addresses.ts";
import { selectDayRoots } from "#app/domain/proofs/days.server.ts";
import { selectReceiptKeys } from "#app/domain/proofs/keys.server.ts";
import { leastTold } from "#app/domain/responses/public-counts.server.ts";
import { speakOurs } from "#app/http/request/language.server.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { describeReceiptKeys } from "#app/screens/public/receipt-keys.ts";
import { BackLink, PageBody, Part, TwoThirds } from "#app/ui/page-parts.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { type Words, wordsIn } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "receiptKeys", data?.language);

const shownDays = 60;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const language = speakOurs(request, context);
  const words = wordsIn(language);
  const { db, env } = context;
  const keys = await selectReceiptKeys(db, env.secret);
  const days = await selectDayRoots(db, shownDays);
  const title = pageTitle(context, words, words.signedReceipt.keys.heading);
  const view = describeReceiptKeys({ keys, days, leastTold, language });
  return { ...view, language, title };
}

export default function ReceiptKeys() {
  const { keys, days, language } = useLoaderData<typeof loader>();
  const words = wordsIn(language);
  const told = words.signedReceipt.keys;
  return (
    <PageBody before={<BackLink to="/">{words.footer.links.home}</BackLink>}>
      <TwoThirds>
        <h1 className="govuk-heading-l">{told.heading}</h1>
        <p className="govuk-body">{told.lead}</p>
        <p className="govuk-body">
          <a className="govuk-link" href={checkReceiptAddress}>
            {told.checkLink}
          </a>
        </p>
        <Part heading={told.keysHeading}>
          <p className="govuk-body">{told.keysLead}</p>
          {keys.map(({ kid, x, use }) => (
            <SummaryList
              key={kid}
              rows={[
                { id: `kid-${kid}`, label: told.keyName, value: kid },
                { id: `x-${kid}`, label: told.publicKey, value: x },
                { id: `use-${kid}`, label: told.use, value: use },
              ]}
            />
          ))}
          <p className="govuk-body">{told.fileLead}</p>
          <p className="govuk-body">
            <a className="govuk-link" href={receiptKeyFileAddress} download>
              {told.fileLink}
            </a>
          </p>
        </Part>
        <Part heading={told.daysHeading}>
          <p className="govuk-body">{told.daysLead}</p>
          <DayRoots days={days} told={told} />
        </Part>
      </TwoThirds>
    </PageBody>
  );
}

type Days = ReturnType<typeof describeReceiptKeys>["days"];

function DayRoots({
  days,
  told,
}: {
  days: Days;
  told: Words["signedReceipt"]["keys"];
}) {
  if (days.length === 0) return <p className="govuk-body">{told.noDays}</p>;
  return (
    <>
      <SummaryList
        rows={days.map(({ day, name, count, root }) => ({
          id: `day-${day}`,
          label: name,
          value: (
            <>
              {count}
              <br />
              <code className="heard-answer" translate="no">
                {root}
              </code>
            </>
          ),
        }))}
      />
      {days.length === shownDays && (
        <p className="govuk-body">{told.older(shownDays)}</p>
      )}
    </>
  );
}
