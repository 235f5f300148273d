import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { responseAddress } from "#app/addresses.ts";
import { addNote, selectNotes } from "#app/domain/triage/notes.server.ts";
import { describeNotes } from "#app/screens/review/triage-panel.ts";
import { noteSchema } from "#app/domain/triage/triage-forms.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireResponse } from "#app/http/request/found-response.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import {
  readPageWork,
  withPageFields,
} from "#app/http/request/page-work.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { formProblems } from "#app/screens/review/form-problems.ts";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { NoteForm, NotesList } from "#app/ui/review/notes-list.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, context, "write-notes");
  const response = await requireResponse(context, staff, params.reference);
  const { reference } = response;
  const notes = await selectNotes(context.db, response.responseId);
  return {
    title: staffPageTitle(context, `Notes on ${reference}`),
    reference,
    path: responseAddress(reference),
    notes: describeNotes(notes),
  };
}

const known = withPageFields(knownFields(noteSchema, "returnTo"));

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const actor = await requireStaff(request, context, "write-notes");
  const work = { actor, known, saving: "note" as const };
  const { response, form, returnTo } = await readPageWork(args, work);
  const submission = parseForm(form, noteSchema, formProblems);
  if (submission.status === "success") {
    const added = await addNote(context.db, {
      ...submission.value,
      responseId: response.responseId,
      actor,
      now: context.now(),
    });
    if (added.ok)
      return redirectWithFlash(context, atNotes(returnTo), {
        kind: "success",
        text: `Your note on ${response.reference} is saved.`,
      });
  }
  return refuseForm(context, submission, {
    ...(submission.status === "success" && {
      errors: { body: formProblems["note-missing"] },
    }),
    also: { returnTo },
  });
}

/** Back to where somebody was writing, not to the top of a long page. */
function atNotes(returnTo: string): string {
  const [page] = returnTo.split("#");
  return `${page}#notes`;
}

export default function Notes() {
  const { path, reference, notes } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const returnTo = reply?.returnTo ?? path;
  return (
    <TwoThirds>
      <BackLink to={returnTo}>Back to {reference}</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">Notes on {reference}</h1>
      <NotesList notes={notes} />
      <NoteForm reference={reference} returnTo={returnTo} reply={reply} />
    </TwoThirds>
  );
}
