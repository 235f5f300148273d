import {
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  anotherAnswerAddress,
  callAddress,
  formPlaceAddress,
} from "#app/addresses.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import { draftUntil } from "#app/domain/drafts/draft-until.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import { requireRespondent } from "#app/http/request/respondent.server.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { BackLink, PageBody, Part, TwoThirds } from "#app/ui/page-parts.tsx";
import { wordsIn } from "#app/words/words.ts";
import { Said } from "#app/ui/language.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "somebodyElse", data?.language);

/** "Start again, I am somebody else": what becomes of the answers that are here is said, and asked. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const respondent = await requireRespondent(request, context, params.call);
  const { call, answer, answering, draft, language } = respondent;
  const words = wordsIn(language);
  if (!draft || !answering.ok) throw redirect(callAddress(call.slug), 303);
  const until = draftUntil(call, draft, context.now());
  return {
    title: pageTitle(context, words, words.somebodyElse.heading),
    callTitle: inLanguage(call.definition.title, language),
    language,
    backPath: formPlaceAddress(answer, "check"),
    ownPath: anotherAnswerAddress(call.slug),
    savePath: formPlaceAddress(answer, "save"),
    deletePath: formPlaceAddress(answer, "delete"),
    stays: words.somebodyElse.stays(words.times.time(until.at)),
  };
}

export default function SomebodyElse() {
  const view = useLoaderData<typeof loader>();
  const words = wordsIn(view.language);
  const {
    heading,
    lead,
    start,
    offHeading,
    off,
    offLink,
    delete: remove,
  } = words.somebodyElse;
  return (
    <PageBody
      before={<BackLink to={view.backPath}>{words.form.back}</BackLink>}
    >
      <TwoThirds>
        <span className="govuk-caption-l">
          <Said text={view.callTitle} />
        </span>
        <h1 className="govuk-heading-l">{heading}</h1>
        <p className="govuk-body">{lead}</p>
        <p className="govuk-body">{view.stays}</p>
        <ButtonLink to={view.ownPath}>{start}</ButtonLink>
        <Part heading={offHeading}>
          <p className="govuk-body">
            {off}{" "}
            <a className="govuk-link" href={view.savePath}>
              {offLink}
            </a>
          </p>
          <p className="govuk-body">
            {remove.note}{" "}
            <a className="govuk-link" href={view.deletePath}>
              {remove.link}
            </a>
          </p>
        </Part>
      </TwoThirds>
    </PageBody>
  );
}
