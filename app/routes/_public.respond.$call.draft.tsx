import {
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { callAddress, formAddress, formPlaceAddress } from "#app/addresses.ts";
import { describeAttachment } from "#app/domain/attachments/attachments.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import { readDraft } from "#app/domain/drafts/draft-answers.server.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import { findRespondent } from "#app/http/request/respondent.server.ts";
import { AnswerList } from "#app/ui/answer-list.tsx";
import { BackLink, PageBody, TwoThirds } from "#app/ui/page-parts.tsx";
import { type Words, wordsIn } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** A draft to read and print; where the call has closed, what is left of it. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const respondent = await findRespondent(request, context, params.call);
  const { call, opening, answering, draft } = respondent;
  if (!draft) throw redirect(callAddress(call.slug), 303);
  const words = wordsIn(draft.language);
  const { answers } = await readDraft(context.db, draft);
  return {
    title: pageTitle(context, words, words.draft.heading),
    callTitle: inLanguage(call.definition.title, draft.language),
    slug: call.slug,
    opening,
    refusal: answering.ok ? undefined : answering.reason,
    // A form that came after the closing was saved, and led here.
    wasJustSaved: new URL(request.url).searchParams.has("saved"),
    answers: answers.map(({ files, ...answer }) => ({
      ...answer,
      files: files.map(describeAttachment),
    })),
    keptUntil: words.times.date(draft.expiresAt),
    language: draft.language,
  };
}

export default function DraftCopy() {
  const view = useLoaderData<typeof loader>();
  const { slug, refusal } = view;
  const words = wordsIn(view.language);
  return (
    <PageBody
      before={
        <BackLink to={callAddress(slug)}>{words.draft.backToCall}</BackLink>
      }
    >
      <TwoThirds>
        <span className="govuk-caption-l">{view.callTitle}</span>
        <h1 className="govuk-heading-l">{words.draft.heading}</h1>
        {[...notesOf(view, words), words.draft.keptUntil(view.keptUntil)].map(
          (note) => (
            <p className="govuk-body" key={note}>
              {note}
            </p>
          ),
        )}
        {!refusal && (
          <p className="govuk-body">
            <a className="govuk-link" href={formAddress(slug)}>
              {words.draft.continue}
            </a>
          </p>
        )}
        <AnswerList answers={view.answers} words={words.form} />
        <p className="govuk-body heard-no-print">
          <a className="govuk-link" href={formPlaceAddress(slug, "delete")}>
            {words.draft.delete}
          </a>
        </p>
      </TwoThirds>
    </PageBody>
  );
}

/** Where these answers stand, and why they cannot be sent. */
function notesOf(
  view: Pick<
    ReturnType<typeof useLoaderData<typeof loader>>,
    "refusal" | "opening" | "wasJustSaved"
  >,
  words: Words,
): string[] {
  const { refusal, opening, wasJustSaved } = view;
  if (!refusal) return [words.draft.openNote];
  if (refusal === "code-used")
    return [words.draft.codeUsed, words.draft.codeUsedAdvice];
  return [
    ...(wasJustSaved ? [words.draft.closedMeanwhile] : []),
    words.draft.closedNote(words.opening(opening)),
    words.draft.closedAdvice,
  ];
}
