import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { requireSender } from "#app/http/request/sent-respondent.server.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import {
  describeEquality,
  describeEqualityQuestions,
  equalityField,
  mostEqualityValues,
} from "#app/screens/public/equality.ts";
import { Button } from "#app/ui/button.tsx";
import { EqualityQuestions } from "#app/ui/equality-questions.tsx";
import { Exit } from "#app/ui/exit-page.tsx";
import { BackLink, PageBody, TwoThirds } from "#app/ui/page-parts.tsx";
import type { RouteHandle } from "#app/ui/route-handle.ts";
import { wordsIn } from "#app/words/words.ts";
import { Said, speaksByTyped, typedFormId } from "#app/ui/language.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "equalityQuestions", data?.language);

export const handle: RouteHandle = { enhances: true, speaksBy: speaksByTyped };

/** Nothing typed or chosen here is kept before its button is pressed. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const sender = await requireSender(request, context, params.call);
  const { language } = sender.sent;
  const words = wordsIn(language);
  return {
    title: pageTitle(context, words, words.equality.questionsHeading),
    ...describeEquality(sender),
    questions: describeEqualityQuestions(sender.call, language),
  };
}

/** Shows what was chosen in another language, and keeps nothing of it. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { call } = await requireSender(request, context, params.call);
  const questions = call.definition.equality?.questions ?? [];
  const names = questions.map(({ id }) => equalityField(id));
  const known = new Map(names.map((name) => [name, mostEqualityValues]));
  const { fields } = await readForm({ request, context }, known);
  return {
    chosen: Object.fromEntries(
      names.map((name) => [name, fields.getAll(name).map(String)]),
    ),
  };
}

export default function AnswerEquality() {
  const view = useLoaderData<typeof loader>();
  const { chosen = {} } = useActionData<typeof action>() ?? {};
  const words = wordsIn(view.language);
  return (
    <PageBody
      before={
        <>
          {view.care && <Exit care={view.care} />}
          <BackLink to={view.ownPath}>{words.form.back}</BackLink>
        </>
      }
    >
      <TwoThirds>
        <span className="govuk-caption-l">
          <Said text={view.callTitle} />
        </span>
        <h1 className="govuk-heading-l">{words.equality.questionsHeading}</h1>
        <p className="govuk-body">{words.equality.questionsLead}</p>
        <form
          id={typedFormId}
          method="post"
          action={view.ownPath}
          autoComplete="off"
          noValidate
        >
          <EqualityQuestions questions={view.questions} chosen={chosen} />
          <Button>{words.equality.done}</Button>
        </form>
        <form method="post" action={view.ownPath} noValidate>
          <Button kind="secondary">{words.equality.skip}</Button>
        </form>
      </TwoThirds>
    </PageBody>
  );
}
