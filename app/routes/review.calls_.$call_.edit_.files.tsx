import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeFiles } from "#app/domain/calls/authoring/setting-edits.ts";
import { filesFormSchema } from "#app/domain/calls/authoring/setting-forms.ts";
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
import {
  editProblems,
  editRefusals,
} from "#app/screens/review/call-editor-words.ts";
import { describeFilesForm } from "#app/screens/review/call-settings.ts";
import { filesTooLarge } from "#app/screens/review/call-setting-words.ts";
import { FilesForm } from "#app/ui/authoring/files-form.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** How many files somebody may send with their answers, and how large. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const edited = await requireEditedCall(context, params.call);
  const screen = describeFilesForm(edited, megabytesTaken(context));
  const heading = `Files: ${screen.callTitle}`;
  return { title: staffPageTitle(context, heading), screen };
}

function megabytesTaken({
  env,
}: Pick<LoaderFunctionArgs["context"], "env">): number {
  return Math.floor(env.maxAttachmentBytes / 1_000_000);
}

const known = knownFields(filesFormSchema);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, filesFormSchema, editProblems);
  if (submission.status !== "success")
    return refuseForm(context, submission, { also: { isConflict: false } });
  const { call } = await requireEditedCall(context, params.call);
  const mostMegabytes = megabytesTaken(context);
  const files = { ...submission.value, mostMegabytes };
  return saveSetting(context, {
    ...{
      call,
      staffId,
      submission,
      words: {
        ...editRefusals,
        "files-too-large": filesTooLarge(mostMegabytes),
      },
    },
    edit: (copy) => changeFiles(copy, files),
    saved: "The limits of files are saved.",
  });
}

export default function FilesOfCall() {
  const { screen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>Words and questions</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{screen.callTitle}</span>
        Files
      </h1>
      <p className="govuk-body">
        Files are taken where a question of the call asks for them.{" "}
        {screen.serverTakes} {screen.isCut}
      </p>
      <FilesForm form={screen} reply={reply} />
    </TwoThirds>
  );
}
