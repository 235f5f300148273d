import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Question } from "#app/domain/calls/question-types/question-types.ts";
import { changeOwnAnswer } from "#app/domain/revisions/change-answer.server.ts";
import { openOwnQuestion } from "#app/domain/revisions/own-question.server.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import {
  leadToOwnResponse,
  ownQuestionIdOf,
  requireOwnForForm,
  requireOwnResponse,
} from "#app/http/request/own-response.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { onlySpeaks } from "#app/http/request/speaking-form.server.ts";
import {
  type ChangeReply,
  describeChange,
  describeChangeOfAnother,
  describeChangeRefusal,
} from "#app/screens/public/change-answer.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { lostPartErrors } from "#app/screens/public/page-reply.ts";
import { speaksByTypedIn } from "#app/ui/language.tsx";
import { OwnResponsePage } from "#app/ui/own-response-page.tsx";
import type { RouteHandle } from "#app/ui/route-handle.ts";
import { wordsIn } from "#app/words/words.ts";
import {
  fieldsOfPage,
  readTypedAnswers,
} from "../_public.respond.$call.$page/page-form.ts";
import { referenceField } from "../_public.receipt.item/reference-field.ts";
import { changeFields, readLeftOut } from "./change-fields.ts";
import { ChangeForm } from "./change-form.tsx";
import { NoChange } from "./no-change.tsx";
import { giveOwnForm } from "./own-page.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "changeAnswer", data?.language);

export const handle: RouteHandle = {
  enhances: true,
  speaksBy: speaksByTypedIn("form"),
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = await requireOwnResponse(request, context);
  const { own } = visit;
  const opened = await openQuestion(request, context, own);
  return giveOwnForm(context, visit, {
    ...describeChange(own, opened),
  });
}

async function openQuestion(
  request: Request,
  { db }: RequestContext,
  { responseId }: { responseId: number },
) {
  const questionId = ownQuestionIdOf(request);
  return openOwnQuestion(db, { responseId, questionId });
}

/** What was typed comes back, whatever stands against it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { own, headers } = await requireOwnForForm(request, context);
  const opened = await openQuestion(request, context, own);
  const { question, reason } = opened;
  if (!question) throw data(null, { status: 404 });
  const sent = await readChange({ request, context }, question);
  const words = wordsIn(own.language);
  const errors = lostPartErrors(sent, words);
  const { answers, version } = sent;
  if (Object.keys(errors).length > 0)
    return refuse(context, { answers, errors, version }, 400);
  if (onlySpeaks(request) && !reason && sent.reference === own.reference)
    return data<ChangeReply>({ answers, errors: {}, version }, { headers });
  const changing = { own, question, typed: answers, version };
  // Of what can not be changed the words say why, and there is no form to press again.
  if (!reason && sent.reference !== own.reference) {
    const { reply, status } = describeChangeOfAnother(opened, changing);
    return refuse(context, reply, status);
  }
  const outcome = await changeOwnAnswer(context.db, {
    ...sent,
    responseId: own.responseId,
    questionId: question.id,
    typed: answers[question.id],
    messages: words.questions,
    now: context.now(),
  });
  if (outcome.ok) return leadToOwnResponse(headers);
  const { reply, status } = describeChangeRefusal(outcome, changing);
  return refuse(context, reply, status);
}

function refuse(context: RequestContext, reply: ChangeReply, status: number) {
  context.hasFormErrors = true;
  return data(reply, { status });
}

async function readChange(
  source: Parameters<typeof readForm>[0],
  question: Question,
) {
  const page = { id: question.id, questions: [question] };
  const names = [...Object.values(changeFields), referenceField];
  const own = names.map((name) => [name, 1] as const);
  const known = new Map([...fieldsOfPage(page), ...own]);
  const { fields, refusedParts } = await readForm(source, known);
  const version = fields.get(changeFields.version);
  return {
    ...{ page, refusedParts },
    answers: readTypedAnswers(fields, page),
    version: (typeof version === "string" && readWholeNumber(version)) || 0,
    reference: fields.get(referenceField),
    leavesOut: readLeftOut(fields),
  };
}

export default function ChangeAnswer() {
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const words = wordsIn(view.language);
  return (
    <OwnResponsePage back={words.form.back}>
      {view.form ? (
        <ChangeForm view={view.form} reply={reply} words={words} />
      ) : (
        <NoChange refusal={view.refusal} reply={reply} words={words} />
      )}
    </OwnResponsePage>
  );
}
