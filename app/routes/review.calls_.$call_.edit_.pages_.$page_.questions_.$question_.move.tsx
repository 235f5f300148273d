import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editedPageAddress } from "#app/authoring-addresses.ts";
import { moveQuestion } from "#app/domain/calls/authoring/move-question.ts";
import { moveQuestionSchema } from "#app/domain/calls/authoring/question-forms.ts";
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
import {
  changedWhileLooking,
  editProblems,
  editRefusals,
} from "#app/screens/review/call-editor-words.ts";
import {
  describeQuestionMove,
  tellQuestionMoved,
} from "#app/screens/review/call-question-move.ts";
import { Button } from "#app/ui/button.tsx";
import { RadiosField } from "#app/ui/choice-fields.tsx";
import { fieldProps, FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** To which page a question is moved, and what would be wrong then. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const asked = await requireEditedQuestion(context, params);
  const screen = describeQuestionMove(asked);
  return { title: staffPageTitle(context, `Move ${screen.label}`), screen };
}

const known = knownFields(moveQuestionSchema);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, moveQuestionSchema, editProblems);
  if (submission.status !== "success") return refuseForm(context, submission);
  const asked = await requireEditedQuestion(context, params);
  const { call, copy: before, page, question } = asked;
  const { to, seen } = submission.value;
  const of = { pageId: page.key, questionId: question.id, to, seen };
  const saved = await editWorkingCopy(
    context.db,
    { callId: call.id, staffId, now: context.now() },
    (copy) => moveQuestion(copy, of),
  );
  if (!saved.ok)
    return refuseForm(context, submission, {
      status: 409,
      errors:
        saved.reason === "changed-meanwhile"
          ? { "": changedWhileLooking }
          : editRefusals[saved.reason],
    });
  const one = { questionId: question.id, callSlug: call.slug };
  const there = editedPageAddress({ callSlug: call.slug, pageId: to });
  return redirectWithFlash(
    context,
    `${there}#questions`,
    tellQuestionMoved(before, saved.copy, one),
  );
}

export default function MoveQuestion() {
  const { screen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>The question</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{screen.label}</span>
        Move it to another page
      </h1>
      {screen.pages.length === 0 ? (
        <p className="govuk-body">The call has no other page.</p>
      ) : (
        <form method="post" noValidate>
          <input type="hidden" name="seen" value={screen.seen} />
          <RadiosField
            {...fieldProps(reply, "to")}
            label="After the questions of which page?"
            isSmall
            choices={screen.pages}
          />
          <Button>Move the question</Button>
        </form>
      )}
    </TwoThirds>
  );
}
