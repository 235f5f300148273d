import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { undoStepSchema } from "#app/domain/imports/column-forms.ts";
import { askForUndo } from "#app/domain/imports/import-files.server.ts";
import { countWorkedOnOfImport } from "#app/domain/responses/imported-responses.server.ts";
import { findTable } from "#app/http/request/found-table.server.ts";
import { refusal, requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { importAddress } from "#app/import-addresses.ts";
import {
  describeUndo,
  tableChangedMeanwhile,
} from "#app/screens/review/imports.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "import-responses");
  const file = await findTable(context, params);
  const { importFileId, importId, outcome } = file;
  if (file.state !== "imported" || importId === undefined)
    throw redirect(importAddress(importFileId), 303);
  const count = await countWorkedOnOfImport(context.db, importId);
  return {
    title: staffPageTitle(context, `Take back: ${file.name}`),
    name: file.name,
    rowVersion: file.rowVersion,
    workedOnCount: count,
    lines: describeUndo(
      outcome?.kind === "imported" ? outcome.importedCount : 0,
      count,
    ),
    backHref: importAddress(importFileId),
  };
}

const known = knownFields(undoStepSchema);

/** Has an import taken back as a whole, if no more was done to it than its page told. */
export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const actor = await requireStaff(request, context, "import-responses");
  const { importFileId, importId = 0 } = await findTable(context, params);
  const form = parseForm(await readForm(args, known), undoStepSchema);
  if (form.status !== "success") return refuseForm(context, form);
  const { seen: seenVersion, workedOn } = form.value;
  const changed = () =>
    refuseForm(context, form, {
      status: 409,
      errors: { "": tableChangedMeanwhile },
    });
  const count = await countWorkedOnOfImport(context.db, importId);
  if (count !== workedOn) return changed();
  const now = context.now();
  const asking = { importFileId, seenVersion, actor, now };
  const asked = await askForUndo(context.db, asking);
  if (asked.ok) return redirect(importAddress(importFileId), 303);
  if (asked.reason === "changed") return changed();
  throw refusal(context, actor, "import-responses");
}

export default function UndoImport() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={page.backHref}>Back to the file</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        Take back all of <bdi>{page.name}</bdi>?
      </h1>
      {page.lines.map((line) => (
        <p className="govuk-body" key={line}>
          {line}
        </p>
      ))}
      <form method="post" noValidate>
        <input type="hidden" name="seen" value={page.rowVersion} />
        <input type="hidden" name="workedOn" value={page.workedOnCount} />
        <Button kind="warning">Take them all back</Button>
      </form>
    </TwoThirds>
  );
}
