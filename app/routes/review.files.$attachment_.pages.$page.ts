import type { LoaderFunctionArgs } from "@remix-run/node";
import { drawFilePage } from "#app/domain/responses/file-pages.server.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import {
  answerInstead,
  pictureResponse,
} from "#app/http/request/attachment-response.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import {
  describeRefusedFile,
  isStoreProblem,
  withoutPages,
} from "#app/screens/review/refused-file.ts";

/** A page of a PDF as a picture, drawn when it is asked for and kept nowhere. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "open-files");
  const publicId = params.attachment ?? "";
  const page = readWholeNumber(params.page ?? "") ?? 0;
  const { db, attachmentStore, logger, requestId } = context;
  const { signal: gone } = request;
  const asked = { publicId, page, viewer, now: context.now(), gone };
  const drawn = await drawFilePage(db, attachmentStore, asked);
  if (drawn.ok) return pictureResponse(drawn.picture, `page-${page}`);
  const { reason } = drawn;
  if (reason === "not-found") return answerInstead(withoutPages[reason]);
  if (isStoreProblem(reason))
    logger.error({ requestId, publicId, reason }, "A file could not be opened");
  return answerInstead(describeRefusedFile({ publicId, ...drawn }));
}
