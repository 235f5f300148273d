import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { bankQuestionAddress } from "#app/call-addresses.ts";
import { bankAboutSchema } from "#app/domain/calls/bank/bank-forms.ts";
import { settleBankQuestion } from "#app/domain/calls/bank/keep-bank.server.ts";
import { requireBankQuestion } from "#app/http/request/bank-question.server.ts";
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
import { describeBankAbout } from "#app/screens/review/question-bank.ts";
import { BankAboutForm } from "#app/ui/authoring/bank-forms.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** What the bank calls a question, and whether calls can take it. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const kept = await requireBankQuestion(context, params.item);
  const screen = describeBankAbout(kept);
  return { title: staffPageTitle(context, `Name of ${screen.name}`), screen };
}

const known = knownFields(bankAboutSchema);

const done = {
  save: "The name and the group are saved.",
  retire:
    "It is retired: no call can take it. Calls that took it keep their copies.",
  restore: "Calls can take it again.",
};

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, bankAboutSchema, editProblems);
  const also = { isConflict: false };
  if (submission.status !== "success")
    return refuseForm(context, submission, { also });
  const { key } = await requireBankQuestion(context, params.item);
  const saved = await settleBankQuestion(
    context.db,
    { staffId, now: context.now() },
    { key, ...submission.value },
  );
  if (!saved.ok)
    return refuseForm(context, submission, {
      ...{ errors: editRefusals[saved.reason], status: 409 },
      also: { isConflict: saved.reason === "changed-meanwhile" },
    });
  return redirectWithFlash(context, bankQuestionAddress(key), {
    ...{ kind: "success", text: done[submission.value.step] },
  });
}

export default function BankQuestionAbout() {
  const { screen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>The question</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{screen.name}</span>
        Name and group
      </h1>
      <BankAboutForm form={screen} reply={reply} />
    </TwoThirds>
  );
}
