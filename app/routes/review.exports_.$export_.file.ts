import {
  type ActionFunctionArgs,
  createReadableStreamFromReadable,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import {
  exportsFolderBeside,
  fetchExport,
} from "#app/domain/exports/export-files.server.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import { exportsAddress } from "#app/export-addresses.ts";
import { contentDisposition } from "#app/http/request/attachment-response.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { fetchRefusals } from "#app/screens/review/exports.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "take-out-passages");
  return redirect(exportsAddress, 303);
}

const known = knownFields(undefined);

/** Answers with the file. It is written down who fetched it, so a link alone does not. */
export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const actor = await requireStaff(request, context, "take-out-passages");
  await readForm(args, known);
  const fetched = await fetchExport(context.db, {
    exportId: readWholeNumber(params.export) ?? 0,
    folder: exportsFolderBeside(context.attachmentStore.stagingFolder),
    actor,
    now: context.now(),
  });
  if (!fetched.ok)
    return redirectWithFlash(context, exportsAddress, {
      kind: "notice",
      text: fetchRefusals[fetched.reason],
    });
  return new Response(createReadableStreamFromReadable(fetched.stream), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Length": String(fetched.byteSize),
      "Content-Disposition": contentDisposition(fetched.name),
      "Cache-Control": "no-store",
    },
  });
}
