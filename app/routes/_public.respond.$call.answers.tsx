import {
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { callAddress } from "#app/addresses.ts";
import { selectHeldAnswers } from "#app/http/request/held-answers.server.ts";
import { speakOfCall } from "#app/http/request/language.server.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import { requirePublicCall } from "#app/http/request/respondent.server.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { describeHeldPage } from "#app/screens/public/held-answers.ts";
import { HeldAnswers } from "#app/ui/held-answers.tsx";
import { BackLink, PageBody, TwoThirds } from "#app/ui/page-parts.tsx";
import { wordsIn } from "#app/words/words.ts";
import { Said } from "#app/ui/language.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "heldAnswers", data?.language);

/** All of this browser's answers to a call: which are meant is the person's to say. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { call, opening } = await requirePublicCall(context, params.call);
  const language = speakOfCall(request, context, call);
  const words = wordsIn(language);
  const held = await selectHeldAnswers(request, context, [call]);
  const callPath = callAddress(call.slug);
  if (held.drafts.length + held.receipts.length === 0)
    throw redirect(callPath, 303);
  return {
    title: pageTitle(context, words, words.held.heading),
    callPath,
    language,
    ...describeHeldPage({ call, opening, held, language }),
  };
}

export default function AllAnswers() {
  const { language, callTitle, callPath, another, drafts, receipts } =
    useLoaderData<typeof loader>();
  const words = wordsIn(language);
  return (
    <PageBody
      before={<BackLink to={callPath}>{words.draft.backToCall}</BackLink>}
    >
      <TwoThirds>
        <span className="govuk-caption-l">
          <Said text={callTitle} />
        </span>
        <h1 className="govuk-heading-l">{words.held.heading}</h1>
        <p className="govuk-body">{words.held.lead}</p>
        <HeldAnswers heading={words.held.headings.drafts} answers={drafts} />
        {another && (
          <p className="govuk-body">
            <a className="govuk-link" href={another.to}>
              {another.label}
            </a>
          </p>
        )}
        <HeldAnswers
          heading={words.held.headings.receipts}
          answers={receipts}
        />
      </TwoThirds>
    </PageBody>
  );
}
