import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editedPageAddress, newRuleAddress } from "#app/authoring-addresses.ts";
import { changePage, findPart } from "#app/domain/calls/authoring/edits.ts";
import { pageFormSchema } from "#app/domain/calls/authoring/forms.ts";
import { orderQuestions } from "#app/domain/calls/authoring/question-edits.ts";
import { questionOrderSchema } from "#app/domain/calls/authoring/question-forms.ts";
import { editWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import {
  seenOf,
  type WorkingCopy,
} from "#app/domain/calls/authoring/working-copy.ts";
import { requireEditedPage } from "#app/http/request/edited-call.server.ts";
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
import { describePageForm } from "#app/screens/review/call-editor-forms.ts";
import { describePageAdvice } from "#app/screens/review/call-wording.ts";
import { tellQuestionMove } from "#app/screens/review/call-moves.ts";
import {
  editProblems,
  editRefusals,
} from "#app/screens/review/call-editor-words.ts";
import { OrderedList } from "#app/ui/authoring/ordered-list.tsx";
import { PageForm } from "#app/ui/authoring/page-form.tsx";
import { WordingAdvice } from "#app/ui/authoring/wording-advice.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import type { RouteHandle } from "#app/ui/route-handle.ts";
import { BackLink, Part, TwoThirds } from "#app/ui/page-parts.tsx";

export const handle: RouteHandle = { enhances: true, orders: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** A page of a call as it is being changed. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const edited = await requireEditedPage(context, params);
  const screen = describePageForm(edited);
  const advice = describePageAdvice(edited, edited.page.key);
  const heading = `${screen.heading} – ${screen.callTitle}`;
  return { title: staffPageTitle(context, heading), screen, advice };
}

const known = new Map([
  ...knownFields(pageFormSchema),
  ...knownFields(questionOrderSchema),
]);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const form = await readForm({ request, context }, known);
  if (form.fields.has("place"))
    return orderPage({ context, params }, { form, staffId });
  const submission = parseForm(form, pageFormSchema, editProblems);
  if (submission.status !== "success")
    return refuseForm(context, submission, { also: { isConflict: false } });
  const { call, page } = await requireEditedPage(context, params);
  const { then, ...typed } = submission.value;
  const words = { ...typed, pageId: page.key };
  const saved = await editWorkingCopy(
    context.db,
    { callId: call.id, staffId, now: context.now() },
    (copy) => changePage(copy, words),
  );
  if (!saved.ok)
    return refuseForm(context, submission, {
      ...{ errors: editRefusals[saved.reason], status: 409 },
      also: { isConflict: saved.reason === "changed-meanwhile" },
    });
  const one = { callSlug: call.slug, pageId: page.key };
  const to = then ? stepsFor(saved.copy, one) : editedPageAddress(one);
  return redirectWithFlash(context, to, {
    ...{ kind: "success", text: "The page is saved." },
  });
}

/** Where a rule for the page is made, over the page as it is saved now. */
function stepsFor(
  copy: WorkingCopy,
  { callSlug, pageId }: { callSlug: string; pageId: string },
): string {
  const page = findPart(copy, pageId);
  const seen = page && seenOf(copy, page);
  return newRuleAddress(callSlug, { page: pageId, seen });
}

/** The order of a page's questions is a form of its own. */
async function orderPage(
  { context, params }: Pick<ActionFunctionArgs, "context" | "params">,
  { form, staffId }: { form: ReceivedForm; staffId: string },
) {
  const submission = parseForm(form, questionOrderSchema, editProblems);
  const also = { isConflict: false };
  if (submission.status !== "success")
    return refuseForm(context, submission, { also });
  const { call, page } = await requireEditedPage(context, params);
  const { page: shown, place: numbers, move } = submission.value;
  const saved = await editWorkingCopy(
    context.db,
    { callId: call.id, staffId, now: context.now() },
    (copy) => orderQuestions(copy, { pageId: page.key, shown, numbers, move }),
  );
  if (!saved.ok)
    return refuseForm(context, submission, {
      ...{ errors: editRefusals[saved.reason], also },
    });
  const to = editedPageAddress({ callSlug: call.slug, pageId: page.key });
  const { hash, text } = tellQuestionMove(
    saved.copy,
    { pageId: page.key },
    move,
  );
  return redirectWithFlash(context, `${to}${hash}`, {
    ...{ kind: "success", text },
  });
}

export default function EditedPage() {
  const { screen, advice } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const isOrder = reply?.sent.place !== undefined;
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>Words and questions</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{screen.callTitle}</span>
        {screen.heading}
      </h1>
      <PageForm form={screen} reply={isOrder ? undefined : reply} />
      <Part heading="Questions" id="questions">
        <OrderedList
          items={screen.questions}
          what="question"
          hasMoves
          reply={isOrder ? reply : undefined}
        />
        <ButtonLink to={screen.newQuestionHref} kind="secondary">
          Add a question
        </ButtonLink>{" "}
        <ButtonLink to={screen.fromBankHref} kind="secondary">
          Take questions from the bank
        </ButtonLink>
      </Part>
      <WordingAdvice advice={advice} />
      <p className="govuk-body">
        <a className="govuk-link" href={screen.removeHref}>
          Remove this page
        </a>
      </p>
    </TwoThirds>
  );
}
