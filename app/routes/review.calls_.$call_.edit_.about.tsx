import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editorAddress } from "#app/authoring-addresses.ts";
import { changeAbout } from "#app/domain/calls/authoring/edits.ts";
import { aboutFormSchema } from "#app/domain/calls/authoring/forms.ts";
import { editWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
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
import { describeAboutForm } from "#app/screens/review/call-editor-forms.ts";
import {
  editProblems,
  editRefusals,
} from "#app/screens/review/call-editor-words.ts";
import { AboutForm } from "#app/ui/authoring/about-form.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** What a call says of itself beside its questions. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const edited = await requireEditedCall(context, params.call);
  const screen = describeAboutForm(edited);
  const heading = `About the call: ${screen.callTitle}`;
  return { title: staffPageTitle(context, heading), screen };
}

const known = knownFields(aboutFormSchema);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, aboutFormSchema, editProblems);
  if (submission.status !== "success")
    return refuseForm(context, submission, { also: { isConflict: false } });
  const { call } = await requireEditedCall(context, params.call);
  const { minutes, ...texts } = submission.value;
  const saved = await editWorkingCopy(
    context.db,
    { callId: call.id, staffId, now: context.now() },
    (copy) => changeAbout(copy, { ...texts, minutes }),
  );
  if (!saved.ok)
    return refuseForm(context, submission, {
      ...{ errors: editRefusals[saved.reason], status: 409 },
      also: { isConflict: saved.reason === "changed-meanwhile" },
    });
  return redirectWithFlash(context, editorAddress(call.slug), {
    ...{ kind: "success", text: "What the call says of itself is saved." },
  });
}

export default function AboutCall() {
  const { screen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>Words and questions</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{screen.callTitle}</span>
        About the call
      </h1>
      <AboutForm form={screen} reply={reply} />
    </TwoThirds>
  );
}
