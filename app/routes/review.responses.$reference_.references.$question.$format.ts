import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { responseAddress, responseFormAddress } from "#app/addresses.ts";
import { redactionsOf } from "#app/domain/exports/redactions.server.ts";
import { exportReferences } from "#app/domain/exports/references.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import {
  readReferenceFormat,
  referenceFile,
} from "#app/http/request/reference-file.server.ts";

/** A resource route: the evidence of one answer as a file for a reference manager. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, context, "read-responses");
  const { reference = "", question = "" } = params;
  const format = readReferenceFormat(params.format);
  if (!format) throw data(null, { status: 404 });
  const exported = await exportReferences(context.db, {
    reference,
    questionId: question,
    format,
    staff,
    now: context.now(),
    redactionsOf,
  });
  if (exported.ok)
    return referenceFile(exported.items, format, {
      name: `references-${reference}`,
    });
  if (exported.reason === "frozen")
    return redirect(responseAddress(reference), 303);
  if (exported.reason === "closed")
    return redirect(responseFormAddress(reference, "withdrawn"), 303);
  throw data(null, { status: 404 });
}
