import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editedQuestionAddress } from "#app/authoring-addresses.ts";
import { keepQuestionSchema } from "#app/domain/calls/bank/bank-forms.ts";
import {
  keepAsNext,
  keepInBank,
} from "#app/domain/calls/bank/keep-bank.server.ts";
import {
  findOrigin,
  newBankKey,
} from "#app/http/request/bank-question.server.ts";
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
import { describeKeeping } from "#app/screens/review/call-bank.ts";
import {
  editProblems,
  editRefusals,
} from "#app/screens/review/call-editor-words.ts";
import { KeepForm } from "#app/ui/authoring/bank-forms.tsx";
import { TextChanges } from "#app/ui/authoring/text-changes.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, Part, TwoThirds } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** How a question of a call goes into the bank. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const asked = await requireEditedQuestion(context, params);
  const kept = await findOrigin(context, asked.question);
  const screen = describeKeeping(asked, kept);
  const heading = `Keep ${screen.label} in the bank`;
  return { title: staffPageTitle(context, heading), screen };
}

const known = knownFields(keepQuestionSchema);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, keepQuestionSchema, editProblems);
  const also = { isConflict: false };
  if (submission.status !== "success")
    return refuseForm(context, submission, { also });
  const { call, page, question } = await requireEditedQuestion(context, params);
  const { as, name, group, seen } = submission.value;
  const editing = { staffId, now: context.now() };
  const key = question.origin?.item ?? "";
  const saved =
    as === "next"
      ? await keepAsNext(context.db, editing, { key, seen, question })
      : await keepInBank(context.db, editing, {
          ...{ key: newBankKey(context), name, group, question },
        });
  if (!saved.ok)
    return refuseForm(context, submission, {
      ...{ errors: editRefusals[saved.reason], status: 409 },
      also: { isConflict: saved.reason === "changed-meanwhile" },
    });
  const one = { callSlug: call.slug, pageId: page.key };
  const to = editedQuestionAddress({ ...one, questionId: question.id });
  return redirectWithFlash(context, to, {
    kind: "success",
    text: "It is in the bank as it stands here. Any call can take it.",
  });
}

export default function KeepQuestion() {
  const { screen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>The question</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{screen.label}</span>
        Keep this question in the bank
      </h1>
      <p className="govuk-body">
        Its words, options, limits and translations are kept. The rules of this
        call are not.
      </p>
      <KeepForm form={screen} reply={reply} />
      {screen.places.length > 0 && (
        <Part heading="What the next version would change in the bank">
          <TextChanges places={screen.places} />
        </Part>
      )}
    </TwoThirds>
  );
}
