import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editedPageAddress, editorAddress } from "#app/authoring-addresses.ts";
import { addPage } from "#app/domain/calls/authoring/edits.ts";
import { newPageSchema } from "#app/domain/calls/authoring/forms.ts";
import { selectGivenIds } from "#app/domain/calls/authoring/given-ids.server.ts";
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
import {
  editProblems,
  editRefusals,
} from "#app/screens/review/call-editor-words.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldProps, FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { TextField } from "#app/ui/text-fields.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** A page is made with its title; its questions come after. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const { call } = await requireEditedCall(context, params.call);
  return {
    title: staffPageTitle(context, "Add a page"),
    callTitle: call.definition.title.en,
    backHref: editorAddress(call.slug),
  };
}

const known = knownFields(newPageSchema);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, newPageSchema, editProblems);
  if (submission.status !== "success") return refuseForm(context, submission);
  const { call } = await requireEditedCall(context, params.call);
  const { title } = submission.value;
  const taken = await selectGivenIds(context.db, call.id);
  const saved = await editWorkingCopy(
    context.db,
    { callId: call.id, staffId, now: context.now() },
    (copy) => addPage(copy, { title, taken }),
  );
  if (!saved.ok)
    return refuseForm(context, submission, {
      errors: editRefusals[saved.reason],
    });
  const pageId = saved.copy.pages.at(-1)?.key ?? "";
  const one = { callSlug: call.slug, pageId };
  return redirectWithFlash(context, editedPageAddress(one), {
    ...{ kind: "success", text: "The page is added after the others." },
  });
}

export default function NewPage() {
  const { callTitle, backHref } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={backHref}>Words and questions</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{callTitle}</span>
        Add a page
      </h1>
      <form method="post" noValidate>
        <TextField
          {...fieldProps(reply, "title")}
          label="What the page is about"
          hint="Its heading, such as “About you”. It can be changed at any time"
          autoComplete="off"
        />
        <Button>Add the page</Button>
      </form>
    </TwoThirds>
  );
}
