import { readFile } from "node:fs/promises";
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Db } from "#app/db/schema.ts";
import type { StaffMember } from "#app/domain/accounts/accounts.ts";
import type { StagedFile } from "#app/domain/attachments/attachments.ts";
import { selectAllCalls } from "#app/domain/calls/calls.server.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import { importUploadSchema } from "#app/domain/imports/column-forms.ts";
import {
  keepTable,
  listImportFiles,
} from "#app/domain/imports/import-files.server.ts";
import { readTable } from "#app/domain/imports/read-table.server.ts";
import { maxTableBytes } from "#app/domain/imports/table-file.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { tellLostFile } from "#app/http/request/lost-file.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { importAddress } from "#app/import-addresses.ts";
import {
  describeTableFault,
  tableTooBig,
} from "#app/screens/review/import-refusals.ts";
import { describeImportFile } from "#app/screens/review/imports.ts";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { ImportFileList } from "#app/ui/review/import-file-list.tsx";
import { UploadTable } from "#app/ui/review/upload-table.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "import-responses");
  const calls = await selectAllCalls(context.db);
  const names = new Map(
    calls.map(({ id, definition }) => [id, inLanguage(definition.title, "en")]),
  );
  const files = await listImportFiles(context.db);
  return {
    title: staffPageTitle(context, "Imports"),
    calls: calls
      .filter(({ state }) => state !== "archived")
      .map(({ slug, id }) => ({ value: slug, label: names.get(id) ?? slug })),
    files: files.map((file) => ({
      ...describeImportFile(file, names.get(file.callId) ?? ""),
      href: importAddress(file.importFileId),
    })),
  };
}

const known = knownFields(importUploadSchema);
const importLimit = { maxBytes: maxTableBytes, tooBig: tableTooBig };

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const actor = await requireStaff(request, context, "import-responses");
  const received = await readForm(args, known);
  const lost = tellLostFile(received, importLimit);
  const form = parseForm(
    { ...received, refusedParts: lost ? [] : received.refusedParts },
    importUploadSchema,
    { "no-call": "Choose the call that these answer" },
  );
  const staged = received.stagedFiles.find(
    ({ questionId }) => questionId === "file",
  );
  const calls = await selectAllCalls(context.db);
  const call = calls.find(
    ({ slug, state }) =>
      form.status === "success" &&
      slug === form.value.call &&
      state !== "archived",
  );
  if (form.status !== "success" || !call || !staged || lost)
    return refuseForm(context, form, {
      errors: {
        ...(!call && { call: "Choose the call that these answer" }),
        ...(lost ? { file: lost } : !staged && { file: "Choose a file" }),
      },
    });
  const kept = await readStaged(context.db, {
    ...{ staged, callId: call.id, actor, now: context.now() },
    sheet: form.value.sheet,
  });
  if (typeof kept !== "number")
    return refuseForm(context, form, { errors: kept });
  throw redirect(importAddress(kept, "columns"), 303);
}

type Staged = {
  staged: StagedFile;
  sheet: string;
  callId: number;
  actor: StaffMember;
  now: Date;
};

/** @returns the id of the table, or why it is none, beside its field. */
async function readStaged(
  db: Db,
  { staged, sheet, ...of }: Staged,
): Promise<number | Record<string, string>> {
  const read = await readTable(await readFile(staged.stagingPath), sheet);
  if (!read.ok) {
    const field = read.reason === "no-such-sheet" ? "sheet" : "file";
    return { [field]: describeTableFault(read) };
  }
  const { originalName: name, sha256 } = staged;
  return keepTable(db, { ...of, name, sha256, table: read.table });
}

export default function Imports() {
  const { calls, files } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">Imports</h1>
      <UploadTable calls={calls} reply={reply} />
      <h2 className="govuk-heading-m">Files that were uploaded</h2>
      <ImportFileList files={files} />
    </>
  );
}
