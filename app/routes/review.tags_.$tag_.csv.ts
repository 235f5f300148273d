import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { tagAddress } from "#app/addresses.ts";
import { evidenceAddress } from "#app/codebook-addresses.ts";
import { writeReaderFilter } from "#app/domain/tagging/retrieval.ts";
import { redactionsOf } from "#app/domain/exports/redactions.server.ts";
import { takeOutEvidence } from "#app/domain/exports/taking-out.server.ts";
import { takingSchema } from "#app/domain/exports/exports.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { readTagFilter } from "#app/http/request/tag-evidence.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { parseForm } from "#app/http/request/refused-form.server.ts";
import { textFile } from "#app/http/request/text-file.server.ts";
import { writeEvidenceFile } from "#app/screens/review/evidence-file.ts";
import { exportWords } from "#app/words/review-en/exports.ts";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "read-tags");
  return redirect(tagAddress(readWholeNumber(params.tag) ?? 0), 303);
}

const known = knownFields(takingSchema);

/** A resource route: a tag's evidence as a file, for those who lead and say what it is for. */
export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const viewer = await requireStaff(request, context, "take-out-passages");
  const form = parseForm(await readForm(args, known), takingSchema);
  const { db } = context;
  const { tag, choices, filter } = await readTagFilter(args);
  const { tagId } = tag;
  if (form.status !== "success")
    return redirectWithFlash(
      context,
      evidenceAddress(tagId, writeReaderFilter(filter)),
      {
        kind: "notice",
        text: "Choose what the file is for, then take it out.",
      },
    );
  const now = context.now();
  const asked = { tagId, filter, choices, viewer, now, ...form.value };
  const { redacted: markOf } = exportWords;
  const taken = await takeOutEvidence(db, { ...asked, markOf, redactionsOf });
  return textFile(writeEvidenceFile(taken), {
    type: "text/csv",
    name: `tag-${tagId}-evidence.csv`,
  });
}
