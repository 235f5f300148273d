import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ownResponseAddress, receiptAddress } from "#app/addresses.ts";
import { findCall } from "#app/domain/calls/calls.server.ts";
import { selectOwnEvents } from "#app/domain/responses/own-responses.server.ts";
import { selectChangeable } from "#app/domain/revisions/own-question.server.ts";
import { readOwnTags } from "#app/domain/tagging/response-tags.server.ts";
import { requireOwnResponse } from "#app/http/request/own-response.server.ts";
import {
  endReceiptVisit,
  visitMinutes,
} from "#app/http/request/receipt-visit.server.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { describeOwnResponse } from "#app/screens/public/own-response.ts";
import { AnswerList } from "#app/ui/answer-list.tsx";
import { Button } from "#app/ui/button.tsx";
import { PageBody, Part, TwoThirds } from "#app/ui/page-parts.tsx";
import { SignedReceipt } from "#app/ui/signed-receipt.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
import { wordsIn } from "#app/words/words.ts";
import type { RouteHandle } from "#app/ui/route-handle.ts";
import { giveOwnPage } from "./_public.receipt.change/own-page.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "ownResponse", data?.language);

export const handle: RouteHandle = { enhances: true };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = await requireOwnResponse(request, context);
  const { own } = visit;
  const call = await findCall(context.db, own.callId);
  const tags = await readOwnTags(context.db, own.responseId);
  const words = wordsIn(own.language);
  const changeable = await selectChangeable(context.db, own.responseId);
  const events = await selectOwnEvents(context.db, own.responseId);
  const of = { own, call, tags, changeable, events };
  const view = describeOwnResponse(of);
  const closeNote = words.receipt.response.closeNote(visitMinutes);
  return giveOwnPage(context, visit, { ...view, closeNote });
}

/** "Close these pages": nothing of the response is changed. */
export function action({ context }: ActionFunctionArgs) {
  const headers = { "Set-Cookie": endReceiptVisit(context) };
  return redirect(`${receiptAddress}?closed=1`, { status: 303, headers });
}

export default function OwnResponse() {
  const view = useLoaderData<typeof loader>();
  const words = wordsIn(view.language);
  const { response } = words.receipt;
  return (
    <PageBody>
      <TwoThirds>
        <h1 className="govuk-heading-l" translate="no">
          {view.heading}
        </h1>
        <SummaryList rows={view.facts} />
        <Part heading={response.whereHeading}>
          {view.standing.map((line) => (
            <p className="govuk-body" key={line}>
              {line}
            </p>
          ))}
          {view.tags.length > 0 && (
            <>
              <h3 className="govuk-heading-s">{response.tags}</h3>
              <ul className="govuk-list govuk-list--bullet">
                {view.tags.map((tag) => (
                  <li key={tag}>{tag}</li>
                ))}
              </ul>
            </>
          )}
        </Part>
        <Part heading={response.answersHeading}>
          {view.noChange && <p className="govuk-body">{view.noChange}</p>}
          <AnswerList answers={view.answers} words={words.form} />
        </Part>
        {view.changes.length > 0 && (
          <Part heading={response.changesHeading}>
            <ul className="govuk-list govuk-list--bullet">
              {view.changes.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Part>
        )}
        <WhatOneCanDo {...view} words={response} signed={words.signedReceipt} />
      </TwoThirds>
    </PageBody>
  );
}

type Words = ReturnType<typeof wordsIn>["receipt"]["response"];

function WhatOneCanDo({
  mayWithdraw,
  closeNote,
  words,
  signed,
}: {
  mayWithdraw: boolean;
  closeNote: string;
  words: Words;
  signed: ReturnType<typeof wordsIn>["signedReceipt"];
}) {
  return (
    <>
      <Part heading={words.allHeading} isOnScreenOnly>
        <p className="govuk-body">{words.allLead}</p>
        <p className="govuk-body">
          <a className="govuk-link" href={ownResponseAddress("everything")}>
            {words.allLink}
          </a>
        </p>
      </Part>
      <SignedReceipt words={signed} path={ownResponseAddress("signed.json")} />
      {mayWithdraw && (
        <Part heading={words.withdrawHeading} isOnScreenOnly>
          <p className="govuk-body">{words.withdrawLead}</p>
          <p className="govuk-body">
            <a className="govuk-link" href={ownResponseAddress("withdraw")}>
              {words.withdrawLink}
            </a>
          </p>
        </Part>
      )}
      <Part heading={words.closeHeading} isOnScreenOnly>
        <p className="govuk-body">{closeNote}</p>
        <form method="post" action={ownResponseAddress("response")} noValidate>
          <Button kind="secondary">{words.close}</Button>
        </form>
      </Part>
    </>
  );
}
