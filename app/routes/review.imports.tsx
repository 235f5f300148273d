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
import {
  dropHeldFiles,
  holdFiles,
  takeHeldFiles,
} from "#app/domain/attachments/held-files.server.ts";
import { selectAllCalls } from "#app/domain/calls/calls.server.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import { importUploadSchema } from "#app/domain/imports/column-forms.ts";
import {
  keepTable,
  listImportFiles,
} from "#app/domain/imports/import-files.server.ts";
import {
  readSheetsToChoose,
  readTable,
} from "#app/domain/imports/read-table.server.ts";
import type { SheetToChoose } from "#app/domain/imports/read-workbook.server.ts";
import { maxTableBytes } from "#app/domain/imports/table-file.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { tellLostFile } from "#app/http/request/lost-file.server.ts";
import {
  readForm,
  type ReceivedForm,
} from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { importAddress } from "#app/import-addresses.ts";
import {
  describeTableFault,
  sheetMissing,
  tableTooBig,
} from "#app/screens/review/import-refusals.ts";
import {
  describeImportFile,
  describeSheets,
} from "#app/screens/review/imports.ts";
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
  const staged = lost ? undefined : await findFile(context, received, actor);
  const calls = await selectAllCalls(context.db);
  const slug = form.status === "success" ? form.value.call : undefined;
  const call = calls.find(
    (one) => one.slug === slug && one.state !== "archived",
  );
  if (form.status !== "success" || !call || !staged)
    return refuseForm(context, form, {
      errors: {
        ...(!call && { call: "Choose the call that these answer" }),
        ...(lost ? { file: lost } : !staged && { file: "Choose a file" }),
      },
      also: { held: await holdFile(context, staged, actor), sheets: [] },
    });
  const { stagingFolder } = context.attachmentStore;
  const of = { staged, callId: call.id, actor, now: context.now() };
  const { sheet } = form.value;
  const kept = await readStaged(context.db, { ...of, sheet });
  if (typeof kept !== "number") {
    const { errors, sheets } = kept;
    const held = await holdFile(
      context,
      errors.file ? undefined : staged,
      actor,
    );
    return refuseForm(context, form, { errors, also: { held, sheets } });
  }
  await dropHeldFiles([staged], { stagingFolder });
  throw redirect(importAddress(kept, "columns"), 303);
}

type Upload = StagedFile & { key?: string };

/** The file that came with the form, or the one that waits since it came back. */
async function findFile(
  { attachmentStore }: RequestContext,
  { stagedFiles, fields }: ReceivedForm,
  { staffId }: StaffMember,
): Promise<Upload | undefined> {
  const sent = stagedFiles.find(
    ({ questionId, byteSize }) => questionId === "file" && byteSize > 0,
  );
  if (sent) return sent;
  const { stagingFolder } = attachmentStore;
  const keys = fields.getAll("heldFile").map(String);
  const [held] = await takeHeldFiles(keys, { stagingFolder, staffId });
  return held;
}

async function holdFile(
  { attachmentStore, now, randomBytes }: RequestContext,
  file: Upload | undefined,
  { staffId }: StaffMember,
) {
  const { stagingFolder } = attachmentStore;
  const holder = { stagingFolder, staffId, now: now(), randomBytes };
  const [held] = await holdFiles(file ? [file] : [], holder);
  return held;
}

type Staged = {
  staged: Upload;
  sheet: string;
  callId: number;
  actor: StaffMember;
  now: Date;
};

/** @returns the id of the table, or why it is none, with the sheets to choose from. */
async function readStaged(db: Db, { staged, sheet, ...of }: Staged) {
  const bytes = await readFile(staged.stagingPath);
  const sheets = await readSheetsToChoose(bytes);
  const isNamed = sheets.some(({ name }) => name === sheet);
  if (sheets.length > 1 && !isNamed)
    return refusedTable({ sheet: sheetMissing }, sheets);
  const read = await readTable(
    bytes,
    sheets.length > 1 ? sheet : sheets[0]?.name,
  );
  if (!read.ok) return refusedTable({ file: describeTableFault(read) });
  const { originalName: name, sha256 } = staged;
  return keepTable(db, { ...of, name, sha256, table: read.table });
}

const refusedTable = (
  errors: Record<string, string>,
  sheets: SheetToChoose[] = [],
) => ({ errors, sheets });

export default function Imports() {
  const { calls, files } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">Imports</h1>
      <UploadTable
        calls={calls}
        reply={reply}
        held={reply?.held}
        sheets={describeSheets(reply?.sheets ?? [])}
      />
      <h2 className="govuk-heading-m">Files that were uploaded</h2>
      <ImportFileList files={files} />
    </>
  );
}
