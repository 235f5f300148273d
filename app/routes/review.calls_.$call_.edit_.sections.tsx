import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeSections } from "#app/domain/calls/authoring/section-edits.ts";
import { sectionsFormSchema } from "#app/domain/calls/authoring/setting-forms.ts";
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
import { describeSectionsForm } from "#app/screens/review/call-sections.ts";
import { settingRefusals } from "#app/screens/review/call-setting-words.ts";
import { SectionsForm } from "#app/ui/authoring/sections-form.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** The sections of a call, and how its pages follow each other. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const edited = await requireEditedCall(context, params.call);
  const screen = describeSectionsForm(edited);
  const heading = `Sections and order: ${screen.callTitle}`;
  return { title: staffPageTitle(context, heading), screen };
}

const known = knownFields(sectionsFormSchema);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, sectionsFormSchema, editProblems);
  if (submission.status !== "success")
    return refuseForm(context, submission, { also: { isConflict: false } });
  const { call } = await requireEditedCall(context, params.call);
  const sections = submission.value;
  return saveSetting(context, {
    ...{ call, staffId, submission, words: settingRefusals },
    edit: (copy) => changeSections(copy, sections),
    saved: "The sections are saved.",
  });
}

export default function SectionsOfCall() {
  const { screen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>Words and questions</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{screen.callTitle}</span>
        Sections and order
      </h1>
      <SectionsForm form={screen} reply={reply} />
    </TwoThirds>
  );
}
