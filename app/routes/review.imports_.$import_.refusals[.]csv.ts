import type { LoaderFunctionArgs } from "@remix-run/node";
import { findCall } from "#app/domain/calls/calls.server.ts";
import { questionsOf } from "#app/domain/calls/asked-pages.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import { findRefusedRows } from "#app/domain/imports/refused-rows.server.ts";
import { findTable } from "#app/http/request/found-table.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { textFile } from "#app/http/request/text-file.server.ts";
import { writeRefusals } from "#app/screens/review/refused-rows.ts";
import { wordsIn } from "#app/words/words.ts";

/** A resource route: the rows that were refused, each with its reason. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "import-responses");
  const file = await findTable(context, params);
  const { definition } = await findCall(context.db, file.callId);
  const labels = new Map(
    questionsOf(definition).map(({ id, label }) => [
      id,
      inLanguage(label, "en"),
    ]),
  );
  const rows = findRefusedRows(context.db, file, {
    messages: wordsIn("en").questions,
    now: context.now,
  });
  return textFile(writeRefusals(file.headings, rows, labels), {
    type: "text/csv",
    name: `refused-rows-${file.importFileId}.csv`,
  });
}
