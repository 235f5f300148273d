import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editedQuestionAddress } from "#app/authoring-addresses.ts";
import { selectGivenOptions } from "#app/domain/calls/authoring/given-ids.server.ts";
import {
  changeQuestion,
  orderQuestions,
} from "#app/domain/calls/authoring/question-edits.ts";
import {
  questionFormSchema,
  questionOrderSchema,
} from "#app/domain/calls/authoring/question-forms.ts";
import { editWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import { findOrigins } from "#app/http/request/bank-question.server.ts";
import { requireEditedQuestion } from "#app/http/request/edited-call.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import {
  readForm,
  type ReceivedForm,
} from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { listNewer } from "#app/screens/review/call-bank.ts";
import { describeQuestionForm } from "#app/screens/review/call-editor-questions.ts";
import {
  tellOptionMove,
  tellQuestionMove,
} from "#app/screens/review/call-moves.ts";
import {
  editProblems,
  editRefusals,
} from "#app/screens/review/call-editor-words.ts";
import { NewerInBank, QuestionLinks } from "#app/ui/authoring/bank-list.tsx";
import { OrderedList } from "#app/ui/authoring/ordered-list.tsx";
import { QuestionForm } from "#app/ui/authoring/question-form.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import type { RouteHandle } from "#app/ui/route-handle.ts";
import { BackLink, Part, TwoThirds } from "#app/ui/page-parts.tsx";

export const handle: RouteHandle = { enhances: true, orders: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** A question of a call as it is being changed. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const { question, group, ...on } = await requireEditedQuestion(
    context,
    params,
  );
  return {
    title: staffPageTitle(context, question.label.en),
    screen: describeQuestionForm(on, { question, group }),
    newer: listNewer(on, [question], await findOrigins(context, [question])),
  };
}

const known = new Map([
  ...knownFields(questionFormSchema),
  ...knownFields(questionOrderSchema),
]);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const form = await readForm({ request, context }, known);
  if (form.fields.has("place"))
    return orderMembers({ context, params }, { form, staffId });
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
  const { hash, text } = tellOptionMove(saved.copy, one, submission.value);
  return redirectWithFlash(context, `${to}${hash}`, {
    ...{ kind: "success", text },
  });
}

/** The order of what is asked several times is a form of its own. */
async function orderMembers(
  { context, params }: Pick<ActionFunctionArgs, "context" | "params">,
  { form, staffId }: { form: ReceivedForm; staffId: string },
) {
  const submission = parseForm(form, questionOrderSchema, editProblems);
  const also = { isConflict: false };
  if (submission.status !== "success")
    return refuseForm(context, submission, { also });
  const { call, page, question } = await requireEditedQuestion(context, params);
  const { page: shown, place: numbers, move } = submission.value;
  const list = { pageId: page.key, groupId: question.id };
  const of = { ...list, shown, numbers, move };
  const saved = await editWorkingCopy(
    context.db,
    { callId: call.id, staffId, now: context.now() },
    (copy) => orderQuestions(copy, of),
  );
  if (!saved.ok)
    return refuseForm(context, submission, {
      ...{ errors: editRefusals[saved.reason], also },
    });
  const one = { callSlug: call.slug, pageId: page.key };
  const to = editedQuestionAddress({ ...one, questionId: question.id });
  const { hash, text } = tellQuestionMove(saved.copy, list, move);
  return redirectWithFlash(context, `${to}${hash}`, {
    ...{ kind: "success", text },
  });
}

export default function EditedQuestion() {
  const { screen, newer } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const isOrder = reply?.sent.place !== undefined;
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>{screen.backName}</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{screen.typeName}</span>
        {screen.label}
      </h1>
      <NewerInBank questions={newer} />
      <QuestionForm
        form={screen}
        reply={isOrder ? undefined : reply}
        button="Save the question"
      />
      {screen.members.length > 0 && (
        <Part heading="Asked of each" id="questions">
          <OrderedList
            items={screen.members}
            what="question"
            hasMoves
            reply={isOrder ? reply : undefined}
          />
          <ButtonLink to={screen.newMemberHref} kind="secondary">
            Add a question
          </ButtonLink>{" "}
          <ButtonLink to={screen.fromBankHref} kind="secondary">
            Take questions from the bank
          </ButtonLink>
        </Part>
      )}
      <QuestionLinks {...screen} />
    </TwoThirds>
  );
}
