import { type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ownResponseAddress } from "#app/addresses.ts";
import { readAllHeld } from "#app/http/request/all-held.server.ts";
import { requireOwnResponse } from "#app/http/request/own-response.server.ts";
import { describeAllHeld } from "#app/screens/public/all-held.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { AnswerList } from "#app/ui/answer-list.tsx";
import { OwnResponsePage } from "#app/ui/own-response-page.tsx";
import { Part } from "#app/ui/page-parts.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { wordsIn } from "#app/words/words.ts";
import { giveOwnPage } from "./_public.receipt.change/own-page.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "everything", data?.language);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = await requireOwnResponse(request, context);
  const { own } = visit;
  const held = await readAllHeld(own, context);
  return giveOwnPage(context, visit, describeAllHeld(held));
}

export default function AllHeld() {
  const view = useLoaderData<typeof loader>();
  const words = wordsIn(view.language);
  const { everything, response } = words.receipt;
  return (
    <OwnResponsePage back={words.form.back}>
      <h1 className="govuk-heading-l">{everything.heading}</h1>
      <SummaryList rows={view.facts} />
      <p className="govuk-body heard-no-print">
        <a
          className="govuk-link"
          href={ownResponseAddress("everything.json")}
          download
        >
          {response.jsonLink}
        </a>
      </p>
      <Part heading={response.answersHeading}>
        <AnswerList answers={view.answers} words={words.form} />
      </Part>
      {view.earlier.length > 0 && (
        <Part heading={everything.earlierHeading}>
          <AnswerList answers={view.earlier} words={words.form} />
        </Part>
      )}
      {view.identity.length > 0 && (
        <Part heading={everything.identityHeading}>
          <AnswerList answers={view.identity} words={words.form} />
        </Part>
      )}
      {view.equality && (
        <Part heading={words.equality.heading}>
          <p className="govuk-body">{view.equality}</p>
        </Part>
      )}
      <Part heading={everything.eventsHeading}>
        <ol className="govuk-list govuk-list--number">
          {view.events.map(({ at, what }, index) => (
            <li key={index}>
              {what}, {at}
            </li>
          ))}
        </ol>
      </Part>
    </OwnResponsePage>
  );
}
