import type { LoaderFunctionArgs } from "@remix-run/node";
import { codebookAddress } from "#app/codebook-addresses.ts";
import { writeCodebookQdc } from "#app/domain/tagging/codebook-out.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { textFile } from "#app/http/request/text-file.server.ts";

/** A resource route: the codebook for other programs. The format has no empty one, so that is told. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "read-tags");
  const text = await writeCodebookQdc(context.db);
  if (text === undefined)
    return redirectWithFlash(context, codebookAddress("files"), {
      kind: "notice",
      text: "There is no tag in use, and a REFI-QDA codebook cannot be empty.",
    });
  return textFile(text, { type: "application/xml", name: "codebook.qdc" });
}
