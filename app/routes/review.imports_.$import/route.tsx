import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Db } from "#app/db/schema.ts";
import type { StaffMember } from "#app/domain/accounts/accounts.ts";
import { findCall } from "#app/domain/calls/calls.server.ts";
import { listEnclosures } from "#app/domain/imports/enclosures.server.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import { importStepSchema } from "#app/domain/imports/column-forms.ts";
import {
  askForImport,
  discardTable,
} from "#app/domain/imports/import-files.server.ts";
import { selectImportProgress } from "#app/domain/imports/refused-rows.server.ts";
import {
  type ImportFile,
  isAtRest,
  mayBecome,
} from "#app/domain/imports/import-files.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
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
import { tellEnclosures } from "#app/screens/review/enclosures.ts";
import {
  describeNotice,
  describeOutcome,
  describeProgress,
  tableChangedMeanwhile,
  tellImport,
  tellState,
  titleOfImport,
} from "#app/screens/review/imports.ts";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BringFiles } from "#app/ui/review/bring-files.tsx";
import { BackLink, StatusTag, TwoThirds } from "#app/ui/page-parts.tsx";
import { ImportProgress } from "#app/ui/review/import-progress.tsx";
import { ImportSteps } from "#app/ui/review/import-steps.tsx";
import { Notices } from "#app/ui/review/import-notices.tsx";
import { bringZip, tellLostZip } from "./bring-zip.server.ts";

export const handle = { hydrates: true };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "import-responses");
  const { db } = context;
  const file = await findTable(context, params);
  const { importFileId, state, outcome } = file;
  const { definition } = await findCall(db, file.callId);
  const share =
    state === "importing" ? await selectImportProgress(db, file) : undefined;
  const hasRows = file.rowCount > 0;
  const isChecked = state === "checked" && outcome?.kind === "checked";
  const refusedCount =
    outcome && "refusedCount" in outcome ? outcome.refusedCount : 0;
  return {
    title: staffPageTitle(context, titleOfImport(file)),
    name: file.name,
    callName: inLanguage(definition.title, "en"),
    rowVersion: file.rowVersion,
    state: tellState(state),
    progress: describeProgress(state, share),
    outcome: outcome ? describeOutcome(outcome) : [],
    notices: state === "imported" ? [] : file.notices.map(describeNotice),
    importLabel:
      isChecked && outcome.acceptedCount > 0 ? tellImport(outcome) : undefined,
    refusalsHref:
      refusedCount > 0 && file.map && hasRows
        ? importAddress(importFileId, "refusals.csv")
        : undefined,
    columnsHref:
      hasRows && ["uploaded", "checked", "undone"].includes(state)
        ? importAddress(importFileId, "columns")
        : undefined,
    undoHref:
      state === "imported" ? importAddress(importFileId, "undo") : undefined,
    bringFiles:
      hasRows && mayBecome.checking.includes(state)
        ? await tellFiles(db, file)
        : undefined,
    canDiscard: isAtRest(state) && (hasRows || state !== "imported"),
  };
}

/** What is said where files are brought; nothing where no column names any. */
async function tellFiles(db: Db, { importFileId, map }: ImportFile) {
  const { length } = await listEnclosures(db, importFileId);
  const isWanted = !map || map.files !== undefined || length > 0;
  return isWanted ? tellEnclosures(length) : undefined;
}

const known = knownFields(importStepSchema);

/** Imports what was checked, brings files for it, or deletes the table. */
export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const actor = await requireStaff(request, context, "import-responses");
  const file = await findTable(context, params);
  const received = await readForm(args, known);
  const form = parseForm(
    tellLostZip(context, received)
      ? { ...received, refusedParts: [] }
      : received,
    importStepSchema,
  );
  if (form.status !== "success") return refuseForm(context, form);
  const { step, seen: seenVersion } = form.value;
  const asking = { file, seenVersion, actor };
  const outcome =
    step === "files"
      ? await bringZip(context, received, asking)
      : await takeStep(context, step, asking);
  if (outcome === "changed")
    return refuseForm(context, form, {
      status: 409,
      errors: { "": tableChangedMeanwhile },
    });
  if (typeof outcome === "object")
    return refuseForm(context, form, { errors: outcome });
  if (outcome === "discarded")
    return redirectWithFlash(context, importsAddress, {
      kind: "success",
      text: "The rows of the file are deleted.",
    });
  return redirect(importAddress(file.importFileId), 303);
}

async function takeStep(
  context: RequestContext,
  step: "import" | "discard",
  asking: { file: ImportFile; seenVersion: number; actor: StaffMember },
) {
  const { importFileId } = asking.file;
  const { db } = context;
  if (step === "discard") {
    const isDeleted = await discardTable(db, { importFileId });
    return isDeleted ? "discarded" : "changed";
  }
  const { seenVersion, actor } = asking;
  const asked = await askForImport(db, {
    ...{ importFileId, seenVersion, actor, now: context.now() },
    skipsRefused: true,
  });
  if (asked.ok) return "asked";
  if (asked.reason === "changed") return "changed";
  throw refusal(context, actor, "import-responses");
}

export default function ImportFilePage() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={importsAddress}>Imports</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l heard-imports__heading">
        <bdi>{page.name}</bdi>{" "}
        <StatusTag {...page.state}>{page.state.label}</StatusTag>
      </h1>
      <p className="govuk-body">
        For <bdi>{page.callName}</bdi>
      </p>
      <ImportProgress progress={page.progress} />
      {page.outcome.map((line) => (
        <p className="govuk-body heard-imports__outcome" key={line}>
          {line}
        </p>
      ))}
      <Notices lines={page.notices} />
      {page.bringFiles && (
        <BringFiles
          words={page.bringFiles}
          rowVersion={page.rowVersion}
          reply={reply}
        />
      )}
      <ImportSteps {...page} />
    </TwoThirds>
  );
}
