import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editorAddress } from "#app/authoring-addresses.ts";
import { orderPages } from "#app/domain/calls/authoring/edits.ts";
import { pageOrderSchema } from "#app/domain/calls/authoring/forms.ts";
import { questionsOf } from "#app/domain/calls/authoring/asked-again.ts";
import { editWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import { findOrigins } from "#app/http/request/bank-question.server.ts";
import { requireEditedCall } from "#app/http/request/edited-call.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { listNewer } from "#app/screens/review/call-bank.ts";
import { describeEditor } from "#app/screens/review/call-editor.ts";
import { tellPageMove } from "#app/screens/review/call-moves.ts";
import {
  editProblems,
  editRefusals,
} from "#app/screens/review/call-editor-words.ts";
import { listLanguages } from "#app/screens/review/call-translation-standing.ts";
import { LanguageList } from "#app/ui/authoring/language-list.tsx";
import { ProblemList } from "#app/ui/authoring/editor-parts.tsx";
import { NewerInBank } from "#app/ui/authoring/bank-list.tsx";
import { OrderedList } from "#app/ui/authoring/ordered-list.tsx";
import { RuleList } from "#app/ui/authoring/rule-list.tsx";
import { WhatChanged } from "#app/ui/authoring/what-changed.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import type { RouteHandle } from "#app/ui/route-handle.ts";
import { BackLink, Part, TwoThirds } from "#app/ui/page-parts.tsx";
import { CallLinks } from "#app/ui/review/call-parts.tsx";
import { Unsent } from "#app/ui/unsent.ts";

export const handle: RouteHandle = { enhances: true, orders: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.shown.title },
];

/** A call's words, pages and questions as they are being changed. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const edited = await requireEditedCall(context, params.call);
  const screen = describeEditor(edited);
  const heading = `Words and questions of ${screen.callTitle}`;
  const title = staffPageTitle(context, heading);
  const questions = questionsOf(edited.copy);
  const origins = await findOrigins(context, questions);
  const newer = listNewer(edited, questions, origins);
  const languages = listLanguages(edited);
  return new Unsent({ title, screen, newer, languages });
}

const known = knownFields(pageOrderSchema);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, pageOrderSchema, editProblems);
  if (submission.status !== "success") return refuseForm(context, submission);
  const { call } = await requireEditedCall(context, params.call);
  const { page: shown, place: numbers, move } = submission.value;
  const saved = await editWorkingCopy(
    context.db,
    { callId: call.id, staffId, now: context.now() },
    (copy) => orderPages(copy, { shown, numbers, move }),
  );
  if (!saved.ok)
    return refuseForm(context, submission, {
      errors: editRefusals[saved.reason],
    });
  const { hash, text } = tellPageMove(saved.copy, move);
  return redirectWithFlash(context, `${editorAddress(call.slug)}${hash}`, {
    ...{ kind: "success", text },
  });
}

export default function CallEditor() {
  const { screen, newer, languages } = useLoaderData<typeof loader>().shown;
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>{screen.callTitle}</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{screen.callTitle}</span>
        Words and questions
      </h1>
      <p className="govuk-body">{screen.standing}</p>
      <p className="govuk-body">
        <a className="govuk-link" href={screen.previewHref}>
          See it as the public would
        </a>
      </p>
      <WhatChanged {...screen} />
      <Part heading="About the call">
        <CallLinks links={screen.settings} />
      </Part>
      <Part heading="Pages" id="pages">
        <p className="govuk-body">
          To move a page, press Up or Down beside it, or type its new number and
          save the order.
        </p>
        <NewerInBank questions={newer} />
        <OrderedList items={screen.pages} what="page" hasMoves reply={reply} />
        <ButtonLink to={screen.newPageHref} kind="secondary">
          Add a page
        </ButtonLink>
      </Part>
      <Part heading="Languages" id="languages">
        <LanguageList languages={languages} />
      </Part>
      <RuleList rules={screen.rules} newHref={screen.newRuleHref} />
      <Part heading="Before it is published" id="problems">
        <ProblemList problems={screen.problems} remarks={screen.remarks} />
        <p className="govuk-body">
          <a className="govuk-link" href={screen.routesHref}>
            See every way through it, each with a made-up person
          </a>
        </p>
      </Part>
    </TwoThirds>
  );
}
