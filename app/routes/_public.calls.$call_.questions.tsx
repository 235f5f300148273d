import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { callAddress } from "#app/addresses.ts";
import { hasClosed } from "#app/domain/calls/opening.ts";
import { speakOfCall } from "#app/http/request/language.server.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import { requirePublicCall } from "#app/http/request/respondent.server.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { describeQuestionList } from "#app/screens/public/question-list.ts";
import { BackLink, PageBody, TwoThirds } from "#app/ui/page-parts.tsx";
import { QuestionList } from "#app/ui/question-list.tsx";
import { wordsIn } from "#app/words/words.ts";
import { Said } from "#app/ui/language.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "callQuestions", data?.language);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { call, opening } = await requirePublicCall(context, params.call);
  const language = speakOfCall(request, context, call);
  const words = wordsIn(language);
  const list = describeQuestionList(call, language);
  return {
    title: pageTitle(
      context,
      words,
      `${words.call.questions.heading}, ${list.callTitle}`,
    ),
    list,
    language,
    backTo: callAddress(call.slug),
    state: words.call.opening(opening),
    isOver: hasClosed(opening),
  };
}

/** All that a call asks, on one page: to be read beforehand, printed, and talked over. */
export default function AllQuestions() {
  const { list, language, backTo, state, isOver } =
    useLoaderData<typeof loader>();
  const { questions } = wordsIn(language).call;
  return (
    <PageBody before={<BackLink to={backTo}>{questions.back}</BackLink>}>
      <TwoThirds>
        <span className="govuk-caption-l">
          <Said text={list.callTitle} />
        </span>
        <h1 className="govuk-heading-l">{questions.heading}</h1>
        <p className="govuk-body">
          {isOver ? questions.lateLead : questions.lead}
        </p>
        {!isOver && <p className="govuk-body">{state}</p>}
        <QuestionList
          pages={list.equality ? [...list.pages, list.equality] : list.pages}
        />
      </TwoThirds>
    </PageBody>
  );
}
