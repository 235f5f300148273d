import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { bankQuestionAddress } from "#app/call-addresses.ts";
import { selectStaffNames } from "#app/domain/accounts/accounts.server.ts";
import { questionFormSchema } from "#app/domain/calls/authoring/question-forms.ts";
import { changeBankQuestion } from "#app/domain/calls/bank/keep-bank.server.ts";
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
import { describeBankQuestion } from "#app/screens/review/question-bank.ts";
import { BankVersions } from "#app/ui/authoring/bank-versions.tsx";
import { QuestionForm } from "#app/ui/authoring/question-form.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import type { RouteHandle } from "#app/ui/route-handle.ts";
import { BackLink, Part, StatusTag, TwoThirds } from "#app/ui/page-parts.tsx";

export const handle: RouteHandle = { enhances: true, orders: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** A question of the bank as it stands, and its versions. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const kept = await requireBankQuestion(context, params.item);
  const names = await selectStaffNames(context.db);
  const screen = describeBankQuestion(kept, names);
  return { title: staffPageTitle(context, screen.name), screen };
}

const known = knownFields(questionFormSchema);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, questionFormSchema, editProblems);
  if (submission.status !== "success")
    return refuseForm(context, submission, { also: { isConflict: false } });
  const { key } = await requireBankQuestion(context, params.item);
  const saved = await changeBankQuestion(
    context.db,
    { staffId, now: context.now() },
    { key, form: submission.value },
  );
  if (!saved.ok) {
    const isConflict = saved.reason === "changed-meanwhile";
    return refuseForm(context, submission, {
      errors: editRefusals[saved.reason],
      ...{ status: isConflict ? 409 : 400, also: { isConflict } },
    });
  }
  return redirectWithFlash(context, bankQuestionAddress(key), {
    kind: "success",
    text: saved.isChanged
      ? "A new version is saved. Calls that took the question keep their words until somebody takes this one."
      : "Nothing was changed.",
  });
}

export default function BankQuestion() {
  const { screen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>Question bank</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">
          {screen.group || "Question bank"}
        </span>
        {screen.name}
      </h1>
      {screen.isRetired && (
        <p className="govuk-body">
          <StatusTag colour="grey">Retired</StatusTag> No call can take it.
        </p>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={screen.aboutHref}>
          Change its name or group, or retire it
        </a>
      </p>
      <QuestionForm
        form={screen.form}
        reply={reply}
        button="Save a new version"
      />
      {screen.members.length > 0 && (
        <Part heading="Asked of each">
          <ul className="govuk-list govuk-list--bullet">
            {screen.members.map((label, index) => (
              <li key={index}>{label}</li>
            ))}
          </ul>
          <p className="govuk-body">
            To change these, change them in a call that took the question, and
            keep it from there as the next version.
          </p>
        </Part>
      )}
      <BankVersions versions={screen.versions} />
    </TwoThirds>
  );
}
