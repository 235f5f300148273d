import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editorAddress } from "#app/authoring-addresses.ts";
import {
  fileOverCallSchema,
  replaceWithFile,
} from "#app/domain/calls/authoring/file-edits.ts";
import { selectGivenKinds } from "#app/domain/calls/authoring/given-ids.server.ts";
import { editWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import { maxCallFileBytes } from "#app/domain/calls/call-file/call-file.ts";
import { isAsWritten } from "#app/domain/calls/call-file/call-file.server.ts";
import { readCallFile } from "#app/domain/calls/call-file/read-call-file.ts";
import { requireEditedCall } from "#app/http/request/edited-call.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { takeFileAsText } from "#app/http/request/pasted-file.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import {
  changedSinceShown,
  describeFileOver,
  describeFilePage,
  fileBroughtIn,
  fileChangesNothing,
  tellOtherKinds,
} from "#app/screens/review/call-file-over.ts";
import { editRefusals } from "#app/screens/review/call-editor-words.ts";
import {
  callFileNotUtf8,
  callFileTooBig,
  describeCallFileFault,
  newCallProblems,
  tellCallFileFaults,
} from "#app/screens/review/new-calls.ts";
import { FileOver } from "#app/ui/authoring/file-over.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { CallFileFields } from "#app/ui/review/call-file-fields.tsx";

export const handle = { hydrates: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const screen = describeFilePage(
    await requireEditedCall(context, params.call),
  );
  const heading = `Bring in a file: ${screen.callTitle}`;
  return { title: staffPageTitle(context, heading), screen };
}

type Besides = {
  incoming?: ReturnType<typeof describeFileOver>;
  faults?: string[];
};

const known = knownFields(fileOverCallSchema);
const fileWords = {
  maxBytes: maxCallFileBytes,
  tooBig: callFileTooBig,
  notUtf8: callFileNotUtf8,
};

/** Shows what a file changes of the call; then puts it in the place of the working copy. */
export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const received = await readForm(args, known);
  const { sent, lost } = await takeFileAsText(received, fileWords);
  const form = parseForm(sent, fileOverCallSchema, newCallProblems);
  if (lost)
    return refuseForm<Besides>(context, form, { errors: { file: lost } });
  if (form.status !== "success") return refuseForm<Besides>(context, form);
  const edited = await requireEditedCall(context, params.call);
  const { call } = edited;
  const file = await readFileOf(context, form.value.text, call.id);
  if ("faults" in file) {
    const errors = { text: tellCallFileFaults(file.faults) };
    return refuseForm<Besides>(context, form, { errors, also: file });
  }
  const show = (at: typeof edited, errors: Record<string, string> = {}) =>
    refuseForm<Besides>(context, form, {
      ...{ errors, status: errors[""] === undefined ? 200 : 409 },
      also: { incoming: describeFileOver(at, file) },
    });
  if (form.value.step === "preview") return show(edited);
  const over = { definition: file.definition, seen: form.value.seen };
  const saved = await editWorkingCopy(
    context.db,
    { callId: call.id, staffId, now: context.now() },
    (copy) => replaceWithFile(copy, over),
  );
  if (!saved.ok)
    return show(
      { ...edited, copy: saved.copy },
      saved.reason === "too-big"
        ? editRefusals["too-big"]
        : { "": changedSinceShown },
    );
  return redirectWithFlash(context, editorAddress(call.slug), {
    kind: "success",
    text: saved.isChanged ? fileBroughtIn : fileChangesNothing,
  });
}

/** A call's file as it is taken anywhere, and none that gives a question another kind. */
async function readFileOf(
  { db }: Pick<ActionFunctionArgs["context"], "db">,
  text: string,
  callId: number,
) {
  const read = readCallFile(text);
  if (!read.ok) return { faults: describeCallFileFault(read.fault) };
  const kinds = await selectGivenKinds(db, callId);
  const faults = tellOtherKinds(read.file.definition, kinds);
  if (faults.length > 0) return { faults };
  return { ...read.file, isAsWritten: isAsWritten(read.file) };
}

export default function FileIntoCall() {
  const { screen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const incoming = reply?.incoming;
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>Words and questions</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{screen.callTitle}</span>
        Bring in a file
      </h1>
      <p className="govuk-body">
        It takes the place of all that stands in the working copy. You see first
        what it changes. Pages and questions with the same id stay the same, and
        answers stay with them.
      </p>
      {screen.unpublished && (
        <p className="govuk-inset-text">{screen.unpublished}</p>
      )}
      <form method="post" encType="multipart/form-data" noValidate>
        {incoming && <FileOver incoming={incoming} />}
        <CallFileFields
          reply={reply}
          isShown={incoming !== undefined}
          show="Show what it changes"
        />
      </form>
    </TwoThirds>
  );
}
