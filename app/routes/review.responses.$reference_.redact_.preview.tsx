import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { redactAddress } from "#app/redaction-addresses.ts";
import { approvedRedactionsOf } from "#app/domain/redaction/approved-redactions.server.ts";
import {
  readOpenRedactions,
  readToRedact,
} from "#app/domain/redaction/reading.server.ts";
import {
  nothingWithheld,
  withheldFrom,
} from "#app/domain/responses/withheld-words.server.ts";
import { requireResponse } from "#app/http/request/found-response.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { describeLeaving } from "#app/screens/review/leaving.ts";
import { ownDirections } from "#app/ui/own-directions.ts";
import { BackLink } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: screen }) => [
  { title: screen?.title },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, context, "redact-responses");
  const { db } = context;
  const response = await requireResponse(context, staff, params.reference);
  const { responseId, reference } = response;
  // What is approved is taken out below, by the marks with which it leaves.
  const whole = await readToRedact(db, response, nothingWithheld);
  const { isFile } = await withheldFrom(db, staff, [responseId]);
  const approved = await approvedRedactionsOf(db, [responseId]);
  const open = await readOpenRedactions(db, response);
  const title = `${reference} as it will leave`;
  return {
    title: staffPageTitle(context, title),
    reference,
    language: response.language,
    backHref: redactAddress(reference),
    ...describeLeaving({
      answers: whole.answers,
      files: whole.files.filter(({ attachmentId }) => !isFile(attachmentId)),
      approved: approved.get(responseId) ?? [],
      open,
    }),
  };
}

export default function ResponseAsItLeaves() {
  const screen = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={screen.backHref}>Back to redacting</BackLink>
      <h1 className="govuk-heading-l">{screen.reference} as it will leave</h1>
      <p className="govuk-body heard-redact-lead">{screen.lead.join(" ")}</p>
      {screen.withheld.length > 0 && (
        <>
          <h2 className="govuk-heading-s">
            Withheld as a whole ({screen.withheld.length})
          </h2>
          <ul className="govuk-list govuk-list--bullet">
            {screen.withheld.map(({ name, reason }, at) => (
              <li key={at}>
                {name} ({reason})
              </li>
            ))}
          </ul>
        </>
      )}
      {screen.besides && <p className="govuk-body">{screen.besides}</p>}
      <div className="heard-reading__words">
        {screen.answers.map((answer) => (
          <section className="heard-answer-block" key={answer.answerId}>
            <h2 className="heard-question">{answer.label}</h2>
            <div
              className={`heard-words ${ownDirections(answer.text)}`}
              lang={screen.language}
              dir="auto"
            >
              {answer.text}
            </div>
          </section>
        ))}
      </div>
    </>
  );
}
