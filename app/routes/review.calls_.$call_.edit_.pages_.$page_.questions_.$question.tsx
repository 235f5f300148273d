import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editedQuestionAddress } from "#app/authoring-addresses.ts";
import { selectGivenOptions } from "#app/domain/calls/authoring/given-ids.server.ts";
import { changeQuestion } from "#app/domain/calls/authoring/question-edits.ts";
import { questionFormSchema } from "#app/domain/calls/authoring/question-forms.ts";
import { editWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import { requireEditedQuestion } from "#app/http/request/edited-call.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { describeQuestionForm } from "#app/screens/review/call-editor-questions.ts";
import {
  editProblems,
  editRefusals,
} from "#app/screens/review/call-editor-words.ts";
import { QuestionForm } from "#app/ui/authoring/question-form.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** A question of a call as it is being changed. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const { question, ...on } = await requireEditedQuestion(context, params);
  return {
    title: staffPageTitle(context, question.label.en),
    screen: describeQuestionForm(on, { question }),
  };
}

const known = knownFields(questionFormSchema);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, questionFormSchema, editProblems);
  if (submission.status !== "success")
    return refuseForm(context, submission, { also: { isConflict: false } });
  const { call, page, question } = await requireEditedQuestion(context, params);
  const one = { pageId: page.key, questionId: question.id };
  const takenValues = await selectGivenOptions(context.db, {
    ...{ callId: call.id, questionId: question.id },
  });
  const saved = await editWorkingCopy(
    context.db,
    { callId: call.id, staffId, now: context.now() },
    (copy) =>
      changeQuestion(copy, { ...one, form: submission.value, takenValues }),
  );
  if (!saved.ok) {
    const isConflict = saved.reason === "changed-meanwhile";
    return refuseForm(context, submission, {
      errors: editRefusals[saved.reason],
      ...{ status: isConflict ? 409 : 400, also: { isConflict } },
    });
  }
  const to = editedQuestionAddress({ callSlug: call.slug, ...one });
  return redirectWithFlash(context, to, {
    ...{ kind: "success", text: "The question is saved." },
  });
}

export default function EditedQuestion() {
  const { screen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>The page</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{screen.typeName}</span>
        {screen.label}
      </h1>
      {screen.isEditable ? (
        <QuestionForm form={screen} reply={reply} button="Save the question" />
      ) : (
        <p className="govuk-body">
          Questions of this kind cannot be changed here yet. It stays as it is,
          and can be moved or removed.
        </p>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={screen.moveHref}>
          Move it to another page
        </a>
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={screen.removeHref}>
          Remove this question
        </a>
      </p>
    </TwoThirds>
  );
}
