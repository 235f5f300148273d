import type { LoaderFunctionArgs } from "@remix-run/node";
import { writeCodebookCsv } from "#app/domain/tagging/codebook-out.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { textFile } from "#app/http/request/text-file.server.ts";

/** A resource route: the codebook as a table. It holds no word of any response. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "read-tags");
  return textFile(await writeCodebookCsv(context.db), {
    type: "text/csv",
    name: "codebook.csv",
  });
}
