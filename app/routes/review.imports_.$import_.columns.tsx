import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findCall } from "#app/domain/calls/calls.server.ts";
import {
  answerField,
  columnsSchema,
  fieldsOf,
  makeMap,
} from "#app/domain/imports/column-forms.ts";
import {
  guessColumns,
  questionsOfColumns,
} from "#app/domain/imports/guess-columns.ts";
import { isAtRest } from "#app/domain/imports/import-files.ts";
import {
  saveColumns,
  selectFirstRows,
} from "#app/domain/imports/import-files.server.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import { findTable } from "#app/http/request/found-table.server.ts";
import { refusal, requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { importAddress, importsAddress } from "#app/import-addresses.ts";
import {
  columnProblems,
  describeNotice,
  formatChoices,
  importChannels,
} from "#app/screens/review/imports.ts";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink } from "#app/ui/page-parts.tsx";
import { ColumnFields } from "#app/ui/review/column-fields.tsx";
import { FirstRows } from "#app/ui/review/first-rows.tsx";
import { Notices } from "#app/ui/review/import-notices.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

const shownRows = 5;
/** As many say how dates are written. */
const sampledRows = 50;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "import-responses");
  const file = await findTable(context, params);
  if (!isAtRest(file.state) || file.state === "imported")
    throw redirect(importAddress(file.importFileId), 303);
  const { definition } = await findCall(context.db, file.callId);
  const { headings, map } = file;
  const rows = await selectFirstRows(
    context.db,
    file.importFileId,
    sampledRows,
  );
  const guess = guessColumns(definition, { headings, rows });
  return {
    title: staffPageTitle(context, `What the columns are: ${file.name}`),
    name: file.name,
    callName: inLanguage(definition.title, "en"),
    headings,
    rows: rows.slice(0, shownRows),
    notices: file.notices.map(describeNotice),
    stored: fieldsOf(headings, guess, map),
    questions: questionsOfColumns(definition).map((question) => ({
      field: answerField(question.id),
      label: inLanguage(question.label, "en"),
    })),
    channels: importChannels,
    formats: formatChoices,
    rowCount: file.rowCount,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const actor = await requireStaff(request, context, "import-responses");
  const file = await findTable(context, params);
  const { definition } = await findCall(context.db, file.callId);
  const schema = columnsSchema(definition);
  const received = await readForm(args, knownFields(schema));
  const form = parseForm(received, schema, columnProblems);
  if (form.status !== "success") return refuseForm(context, form);
  const made = makeMap(definition, file.headings, form.value);
  if (!made.ok)
    return refuseForm(context, form, {
      errors: { [made.field]: columnProblems[made.problem] },
    });
  const { importFileId } = file;
  const now = context.now();
  const asking = { importFileId, map: made.map, actor, now };
  const asked = await saveColumns(context.db, asking);
  if (!asked.ok && asked.reason === "not-allowed")
    throw refusal(context, actor, "import-responses");
  if (!asked.ok) throw data(null, { status: 409 });
  return redirect(importAddress(importFileId), 303);
}

export default function Columns() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <BackLink to={importsAddress}>Imports</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">What the columns are</h1>
      <p className="govuk-body">
        <bdi>{page.name}</bdi>, for <bdi>{page.callName}</bdi>. These are the
        first of its {page.rowCount.toLocaleString("en-GB")} rows.
      </p>
      <Notices lines={page.notices} />
      <FirstRows headings={page.headings} rows={page.rows} />
      <form method="post" noValidate>
        <ColumnFields {...page} reply={reply} />
      </form>
    </>
  );
}
