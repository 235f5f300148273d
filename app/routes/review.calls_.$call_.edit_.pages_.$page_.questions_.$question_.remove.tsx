import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  editedPageAddress,
  editedQuestionAddress,
} from "#app/authoring-addresses.ts";
import { removeQuestion } from "#app/domain/calls/authoring/question-edits.ts";
import { editWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import { requireEditedQuestion } from "#app/http/request/edited-call.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { sentField } from "#app/http/request/form-errors.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { describeQuestionRemoval } from "#app/screens/review/call-editor-questions.ts";
import {
  changedWhileLooking,
  editRefusals,
} from "#app/screens/review/call-editor-words.ts";
import { RemoveForm } from "#app/ui/authoring/remove-form.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** Which rules break with a question, before it is removed. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const asked = await requireEditedQuestion(context, params);
  const screen = describeQuestionRemoval(asked);
  const title = staffPageTitle(context, `Remove ${screen.heading}`);
  return { title, screen };
}

const known = knownFields(undefined, "seen");

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const { fields } = await readForm({ request, context }, known);
  const { call, page, question, group } = await requireEditedQuestion(
    context,
    params,
  );
  const one = { pageId: page.key, questionId: question.id };
  const seen = sentField(fields, "seen");
  const saved = await editWorkingCopy(
    context.db,
    { callId: call.id, staffId, now: context.now() },
    (copy) => removeQuestion(copy, { ...one, seen }),
  );
  const onPage = { callSlug: call.slug, pageId: page.key };
  const to = group
    ? editedQuestionAddress({ ...onPage, questionId: group.id })
    : editedPageAddress(onPage);
  return redirectWithFlash(
    context,
    to,
    saved.ok
      ? { kind: "success", text: "The question is removed." }
      : {
          kind: "notice",
          text:
            saved.reason === "last-of-group"
              ? editRefusals["last-of-group"][""]
              : changedWhileLooking,
        },
  );
}

export default function RemoveQuestion() {
  const { screen } = useLoaderData<typeof loader>();
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>{screen.heading}</BackLink>
      <h1 className="govuk-heading-l">
        Remove the question “{screen.heading}”
      </h1>
      <RemoveForm {...screen} button="Remove the question" />
    </TwoThirds>
  );
}
