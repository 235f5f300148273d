import {
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { callAddress, formAddress } from "#app/addresses.ts";
import { readDraft } from "#app/domain/drafts/draft-answers.server.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import { requireRespondent } from "#app/http/request/respondent.server.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { describeDraftCopy } from "#app/screens/public/draft-copy.ts";
import { AnswerList } from "#app/ui/answer-list.tsx";
import { UnaskedAnswers } from "#app/ui/unasked-answers.tsx";
import { BackLink, PageBody, TwoThirds } from "#app/ui/page-parts.tsx";
import { wordsIn } from "#app/words/words.ts";
import { Said } from "#app/ui/language.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "unsentAnswers", data?.language);

/** A draft to read and print; where the call has closed, what is left of it. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const respondent = await requireRespondent(request, context, params.call);
  const { call, draft } = respondent;
  if (!draft) throw redirect(callAddress(call.slug), 303);
  const read = await readDraft(context.db, draft);
  const view = describeDraftCopy({
    ...respondent,
    ...read,
    draft,
    now: context.now(),
    // A form that came after the closing was saved, and led here.
    wasJustSaved: new URL(request.url).searchParams.has("saved"),
  });
  const words = wordsIn(draft.language);
  return { ...view, title: pageTitle(context, words, view.heading) };
}

export default function DraftCopy() {
  const view = useLoaderData<typeof loader>();
  const { slug } = view;
  const words = wordsIn(view.language);
  return (
    <PageBody
      before={
        <BackLink to={callAddress(slug)}>{words.draft.backToCall}</BackLink>
      }
    >
      <TwoThirds>
        <span className="govuk-caption-l">
          <Said text={view.callTitle} />
        </span>
        <h1 className="govuk-heading-l">{view.heading}</h1>
        {view.notes.map((note) => (
          <p className="govuk-body" key={note}>
            {note}
          </p>
        ))}
        {view.mayGoOn && (
          <p className="govuk-body">
            <a className="govuk-link" href={formAddress(slug, view.draftMark)}>
              {words.draft.continue}
            </a>
          </p>
        )}
        <AnswerList answers={view.answers} words={words.form} />
        <UnaskedAnswers unasked={view.unasked} words={words} />
        <p className="govuk-body heard-no-print">
          <a className="govuk-link" href={view.deletePath}>
            {words.draft.delete}
          </a>
        </p>
      </TwoThirds>
    </PageBody>
  );
}
