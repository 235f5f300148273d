import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  changeEquality,
  equalityFormSchema,
} from "#app/domain/calls/authoring/equality-edits.ts";
import { requireEditedCall } from "#app/http/request/edited-call.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { saveSetting } from "#app/http/request/saved-setting.server.ts";
import {
  editProblems,
  editRefusals,
} from "#app/screens/review/call-editor-words.ts";
import { describeEqualityForm } from "#app/screens/review/call-equality.ts";
import { equalityQuestions } from "#app/screens/review/starting-points/equality-questions.ts";
import { EqualityForm } from "#app/ui/authoring/equality-form.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** Whether people are asked about themselves after sending, and what. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const edited = await requireEditedCall(context, params.call);
  const screen = describeEqualityForm(edited);
  const heading = `Questions about the person: ${screen.callTitle}`;
  return { title: staffPageTitle(context, heading), screen };
}

const known = knownFields(equalityFormSchema);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, equalityFormSchema, editProblems);
  if (submission.status !== "success")
    return refuseForm(context, submission, { also: { isConflict: false } });
  const { call } = await requireEditedCall(context, params.call);
  const asked = { ...submission.value, standard: equalityQuestions };
  return saveSetting(context, {
    ...{ call, staffId, submission, words: editRefusals },
    edit: (copy) => changeEquality(copy, asked),
    saved: "What is asked about the person is saved.",
  });
}

export default function EqualityOfCall() {
  const { screen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>Words and questions</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{screen.callTitle}</span>
        Questions about the person
      </h1>
      <p className="govuk-body">
        They come after everything else, once the answer is sent. Only how often
        each option was taken is kept, apart from the answers: nobody can be
        found by them.
      </p>
      <EqualityForm form={screen} reply={reply} />
    </TwoThirds>
  );
}
