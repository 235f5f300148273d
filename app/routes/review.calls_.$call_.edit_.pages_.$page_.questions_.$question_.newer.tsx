import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editedQuestionAddress } from "#app/authoring-addresses.ts";
import { settleNewer } from "#app/domain/calls/authoring/bank-edits.ts";
import { selectGivenIds } from "#app/domain/calls/authoring/given-ids.server.ts";
import { editWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import { newerVersionSchema } from "#app/domain/calls/bank/bank-forms.ts";
import { findOrigin } from "#app/http/request/bank-question.server.ts";
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
import { describeNewer } from "#app/screens/review/call-bank.ts";
import {
  changedWhileLooking,
  editRefusals,
} from "#app/screens/review/call-editor-words.ts";
import { NewerForm } from "#app/ui/authoring/newer-form.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** What the bank has otherwise by now than a question that a call copied from it. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const asked = await requireEditedQuestion(context, params);
  const kept = await findOrigin(context, asked.question);
  if (!kept) throw data(null, { status: 404 });
  const screen = describeNewer(asked, kept);
  const heading = `Newer version of ${screen.label}`;
  return { title: staffPageTitle(context, heading), screen };
}

const known = knownFields(newerVersionSchema);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, newerVersionSchema);
  if (submission.status !== "success") return refuseForm(context, submission);
  const { call, page, question } = await requireEditedQuestion(context, params);
  const kept = await findOrigin(context, question);
  const taken = await selectGivenIds(context.db, call.id);
  const one = { pageId: page.key, questionId: question.id };
  const saved = await editWorkingCopy(
    context.db,
    { callId: call.id, staffId, now: context.now() },
    (copy) => settleNewer(copy, { ...one, ...submission.value, kept, taken }),
  );
  if (!saved.ok)
    return refuseForm(context, submission, {
      status: 409,
      errors:
        saved.reason === "changed-meanwhile"
          ? { "": changedWhileLooking }
          : editRefusals[saved.reason],
    });
  const to = editedQuestionAddress({ callSlug: call.slug, ...one });
  return redirectWithFlash(context, to, {
    kind: "success",
    text:
      submission.value.step === "take"
        ? "The question has the bank’s words now. The public sees them when the call is published."
        : "The question keeps its own words. You are told again when the bank has another version.",
  });
}

export default function NewerInBank() {
  const { screen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>The question</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{screen.label}</span>
        {screen.isNewer
          ? "A newer version is in the bank"
          : "Nothing newer is in the bank"}
      </h1>
      {screen.isNewer && <NewerForm {...screen} />}
    </TwoThirds>
  );
}
