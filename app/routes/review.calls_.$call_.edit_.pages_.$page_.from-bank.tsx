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
import { takeFromBank } from "#app/domain/calls/authoring/bank-edits.ts";
import { selectGivenIds } from "#app/domain/calls/authoring/given-ids.server.ts";
import { editWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import { takeFromBankSchema } from "#app/domain/calls/bank/bank-forms.ts";
import { chosenOf } from "#app/domain/calls/bank/bank-question.ts";
import { selectBank } from "#app/domain/calls/bank/bank.server.ts";
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
import { describeTaking, tellTaken } from "#app/screens/review/call-bank.ts";
import {
  editProblems,
  editRefusals,
} from "#app/screens/review/call-editor-words.ts";
import { FixedOfCall } from "#app/ui/authoring/bank-list.tsx";
import { TakeForms } from "#app/ui/authoring/take-forms.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** The questions of the bank, of which copies are put onto a page. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const on = await requireEditedPage(context, params);
  const asked = groupAsked(request);
  const group = findAmong(on.page.body.questions, asked ?? "")?.question;
  const bank = await selectBank(context.db);
  return {
    title: staffPageTitle(context, "Take questions from the bank"),
    screen: describeTaking(on, { bank, group }),
  };
}

/** The id of the question that is to ask them several times. */
function groupAsked(request: Request): string | undefined {
  return new URL(request.url).searchParams.get("group") ?? undefined;
}

const known = knownFields(takeFromBankSchema);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, takeFromBankSchema, editProblems);
  if (submission.status !== "success") return refuseForm(context, submission);
  const { call, page } = await requireEditedPage(context, params);
  const group = groupAsked(request);
  const kept = chosenOf(await selectBank(context.db), {
    ...{ ...submission.value, isOfSeveral: group !== undefined },
  });
  if (kept === undefined)
    return refuseForm(context, submission, { errors: editRefusals.gone });
  const taken = await selectGivenIds(context.db, call.id);
  const saved = await editWorkingCopy(
    context.db,
    { callId: call.id, staffId, now: context.now() },
    (copy) => takeFromBank(copy, { pageId: page.key, group, kept, taken }),
  );
  if (!saved.ok)
    return refuseForm(context, submission, {
      errors: editRefusals[saved.reason],
    });
  const one = { callSlug: call.slug, pageId: page.key };
  const to =
    group === undefined
      ? editedPageAddress(one)
      : editedQuestionAddress({ ...one, questionId: group });
  return redirectWithFlash(context, `${to}#questions`, {
    ...{ kind: "success", text: tellTaken(kept.length) },
  });
}

export default function FromBank() {
  const { screen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>{screen.backName}</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{screen.callTitle}</span>
        Take questions from the bank
      </h1>
      {screen.choices.length === 0 ? (
        <p className="govuk-body">The bank has no question that fits here.</p>
      ) : (
        <TakeForms {...screen} reply={reply} />
      )}
      <FixedOfCall lines={screen.fixed} />
    </TwoThirds>
  );
}
