import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  editedPageAddress,
  editedQuestionAddress,
} from "#app/authoring-addresses.ts";
import { findAmong } from "#app/domain/calls/authoring/asked-again.ts";
import { selectGivenIds } from "#app/domain/calls/authoring/given-ids.server.ts";
import { addQuestion } from "#app/domain/calls/authoring/question-edits.ts";
import {
  editableTypes,
  questionFormSchema,
} from "#app/domain/calls/authoring/question-forms.ts";
import { editWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import { requireEditedPage } from "#app/http/request/edited-call.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import {
  describeQuestionForm,
  describeQuestionTypes,
} from "#app/screens/review/call-editor-questions.ts";
import {
  editProblems,
  editRefusals,
} from "#app/screens/review/call-editor-words.ts";
import { findQuestionStart } from "#app/screens/review/question-starts.ts";
import { QuestionForm } from "#app/ui/authoring/question-form.tsx";
import { QuestionKinds } from "#app/ui/authoring/question-kinds.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** First the kind of a new question is chosen, then it is made. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const on = await requireEditedPage(context, params);
  const { searchParams } = new URL(request.url);
  const group = findAmong(
    on.page.body.questions,
    searchParams.get("group") ?? "",
  )?.question;
  const start = findQuestionStart(searchParams.get("start"));
  const asked = start?.type ?? searchParams.get("type");
  const type = editableTypes.find((one) => one === asked);
  return {
    title: staffPageTitle(context, "Add a question"),
    screen: describeQuestionTypes(on, group),
    form: type && describeQuestionForm(on, { type, start, group }),
  };
}

const known = knownFields(questionFormSchema);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, questionFormSchema, editProblems);
  const also = { isConflict: false };
  if (submission.status !== "success")
    return refuseForm(context, submission, { also });
  const { call, page } = await requireEditedPage(context, params);
  const taken = await selectGivenIds(context.db, call.id);
  const one = { pageId: page.key, form: submission.value, taken };
  const saved = await editWorkingCopy(
    context.db,
    { callId: call.id, staffId, now: context.now() },
    (copy) => addQuestion(copy, one),
  );
  if (!saved.ok)
    return refuseForm(context, submission, {
      ...{ errors: editRefusals[saved.reason], also },
    });
  const onPage = { callSlug: call.slug, pageId: page.key };
  const { group: questionId } = one.form;
  const to = questionId
    ? editedQuestionAddress({ ...onPage, questionId })
    : editedPageAddress(onPage);
  return redirectWithFlash(context, `${to}#questions`, {
    ...{ kind: "success", text: "The question is added after the others." },
  });
}

export default function NewQuestion() {
  const { screen, form } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>{screen.backName}</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{screen.callTitle}</span>
        {form ? `Add a question: ${form.typeName}` : "Add a question"}
      </h1>
      {form ? (
        <QuestionForm form={form} reply={reply} button="Add the question" />
      ) : (
        <QuestionKinds {...screen} />
      )}
    </TwoThirds>
  );
}
