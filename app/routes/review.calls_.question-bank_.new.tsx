import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { bankQuestionAddress } from "#app/call-addresses.ts";
import {
  editableTypes,
  questionFormSchema,
} from "#app/domain/calls/authoring/question-forms.ts";
import { writeBankQuestion } from "#app/domain/calls/bank/write-bank.server.ts";
import { newBankKey } from "#app/http/request/bank-question.server.ts";
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
  editProblems,
  editRefusals,
} from "#app/screens/review/call-editor-words.ts";
import {
  describeBankForm,
  describeBankTypes,
} from "#app/screens/review/question-bank.ts";
import { QuestionForm } from "#app/ui/authoring/question-form.tsx";
import { QuestionKinds } from "#app/ui/authoring/question-kinds.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** First the kind of a new question of the bank is chosen, then it is written. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const asked = new URL(request.url).searchParams.get("type");
  const type = editableTypes.find((one) => one === asked);
  return {
    title: staffPageTitle(context, "Write a question for the bank"),
    screen: describeBankTypes(),
    form: type && describeBankForm(type),
  };
}

const known = knownFields(questionFormSchema);

export async function action({ request, context }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, questionFormSchema, editProblems);
  const also = { isConflict: false };
  if (submission.status !== "success")
    return refuseForm(context, submission, { also });
  const key = newBankKey(context);
  const written = await writeBankQuestion(
    context.db,
    { staffId, now: context.now() },
    { key, form: submission.value },
  );
  if (!written.ok)
    return refuseForm(context, submission, {
      ...{ errors: editRefusals[written.reason], also },
    });
  return redirectWithFlash(context, bankQuestionAddress(key, "about"), {
    kind: "success",
    text: "The question is in the bank. Give it a name, and a group if it goes with others.",
  });
}

export default function NewBankQuestion() {
  const { screen, form } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>Question bank</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">Question bank</span>
        {form ? `Write a question: ${form.typeName}` : "Write a question"}
      </h1>
      {form ? (
        <QuestionForm form={form} reply={reply} button="Put it into the bank" />
      ) : (
        <QuestionKinds {...screen} />
      )}
    </TwoThirds>
  );
}
