import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editorAddress } from "#app/authoring-addresses.ts";
import { changeCare } from "#app/domain/calls/authoring/setting-edits.ts";
import { careFormSchema } from "#app/domain/calls/authoring/setting-forms.ts";
import { requireEditedCall } from "#app/http/request/edited-call.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { saveSetting } from "#app/http/request/saved-setting.server.ts";
import { editProblems } from "#app/screens/review/call-editor-words.ts";
import { tellHelpLineMove } from "#app/screens/review/call-moves.ts";
import { describeCareForm } from "#app/screens/review/call-settings.ts";
import { settingRefusals } from "#app/screens/review/call-setting-words.ts";
import { CareForm } from "#app/ui/authoring/care-form.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** What a call says where people may come to harm: help lines, and the way off its pages. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const edited = await requireEditedCall(context, params.call);
  const screen = describeCareForm(edited);
  const heading = `Help and the way off: ${screen.callTitle}`;
  return { title: staffPageTitle(context, heading), screen };
}

const known = knownFields(careFormSchema);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, careFormSchema, editProblems);
  if (submission.status !== "success")
    return refuseForm(context, submission, { also: { isConflict: false } });
  const { call } = await requireEditedCall(context, params.call);
  const care = submission.value;
  return saveSetting(context, {
    ...{ call, staffId, submission, words: settingRefusals },
    edit: (copy) => changeCare(copy, care),
    saved: "The help that the call offers is saved.",
    goesOn: (copy) => {
      const told = tellHelpLineMove(copy, care);
      const to = `${editorAddress(call.slug, "care")}${told?.hash}`;
      return told && { to, text: told.text };
    },
  });
}

export default function CareOfCall() {
  const { screen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>Words and questions</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{screen.callTitle}</span>
        Help and the way off
      </h1>
      <p className="govuk-body">
        Leave everything empty for a call that offers no help. Empty all boxes
        of a help line to take it away. Save to get more empty boxes.
      </p>
      <CareForm form={screen} reply={reply} />
    </TwoThirds>
  );
}
