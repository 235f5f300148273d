import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { selectOwnEvidence } from "#app/domain/responses/sent-evidence.server.ts";
import { requireOwnResponse } from "#app/http/request/own-response.server.ts";
import {
  readReferenceFormat,
  referenceFile,
} from "#app/http/request/reference-file.server.ts";

/** The evidence of an answer that was sent, for whoever has shown its receipt code. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { own, headers } = await requireOwnResponse(request, context);
  const format = readReferenceFormat(params.format);
  const evidence = await selectOwnEvidence(context.db, own.responseId);
  const found = evidence.find(
    ({ questionId }) => questionId === params.question,
  );
  if (!format || !found) throw data(null, { status: 404, headers });
  return referenceFile(found.items, format, { name: "references", headers });
}
