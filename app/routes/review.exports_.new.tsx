import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { exportSchema } from "#app/domain/exports/exports.ts";
import { askForExport } from "#app/domain/exports/exports.server.ts";
import { selectCallChoices } from "#app/domain/triage/queue.server.ts";
import { exportsAddress, newExportAddress } from "#app/export-addresses.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { refusal, requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import {
  describeExportRefusal,
  exportProblems,
  formatChoices,
  kindChoices,
  reasonChoices,
} from "#app/screens/review/exports.ts";
import { Button } from "#app/ui/button.tsx";
import { RadiosField, SelectField } from "#app/ui/choice-fields.tsx";
import { fieldProps, FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { TextField } from "#app/ui/text-fields.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "take-out-passages");
  const calls = await selectCallChoices(context.db);
  const asked = new URL(request.url).searchParams;
  return {
    title: staffPageTitle(context, "Ask for a file"),
    calls: calls.map(({ slug, title }) => ({ value: slug, label: title })),
    call: asked.get("call") ?? "",
    q: asked.get("q") ?? "",
  };
}

const known = knownFields(exportSchema);

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStaff(request, context, "take-out-passages");
  const received = await readForm({ request, context }, known);
  const form = parseForm(received, exportSchema, exportProblems);
  if (form.status !== "success") return refuseForm(context, form);
  const { call: callSlug, q: search, ...asked } = form.value;
  const now = context.now();
  const outcome = await askForExport(context.db, {
    ...{ ...asked, callSlug, search, actor, now },
  });
  if (outcome.ok)
    return redirectWithFlash(context, exportsAddress, {
      kind: "success",
      text: "The file is being made. It can be fetched here when it is ready.",
    });
  if (outcome.reason === "not-allowed")
    throw refusal(context, actor, "take-out-passages");
  const errors = describeExportRefusal(outcome);
  return refuseForm(context, form, { errors });
}

export default function NewExport() {
  const { calls, call, q } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={exportsAddress}>Exports</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">Ask for a file</h1>
      <form method="post" action={newExportAddress()} noValidate>
        <SelectField
          {...fieldProps(reply, "call", call)}
          label="Call"
          emptyLabel="Choose"
          choices={calls}
        />
        <TextField
          {...fieldProps(reply, "q", q)}
          label="Which responses"
          hint="A search as in the queue, such as tag:kinship type:parent. Leave it empty for all."
          type="search"
          autoComplete="off"
          spellCheck={false}
        />
        <RadiosField
          {...fieldProps(reply, "kind")}
          label="How it will be used"
          choices={kindChoices}
        />
        <SelectField
          {...fieldProps(reply, "reason")}
          label="What it is for"
          hint="That you asked, and what for, is kept."
          emptyLabel="Choose"
          choices={reasonChoices}
        />
        <RadiosField
          {...fieldProps(reply, "format")}
          label="Kind of file"
          choices={formatChoices}
        />
        <Button>Make the file</Button>
      </form>
    </TwoThirds>
  );
}
