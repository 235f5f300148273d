import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { openFileForStaff } from "#app/domain/responses/response-files.server.ts";
import {
  answerInstead,
  attachmentResponse,
  etagOf,
  readFilePart,
} from "#app/http/request/attachment-response.server.ts";
import { readAskedRange } from "#app/http/request/byte-range.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import {
  describeRefusedFile,
  isStoreProblem,
} from "#app/screens/review/refused-file.ts";

/** A resource route: it answers with the file and has no page. Link to it with a plain `<a>`. */
export async function loader(args: LoaderFunctionArgs) {
  return answerWithFile(args, { isUnscannedAccepted: false });
}

/** The button on the held page: whoever presses it has read that the file was not scanned. */
export async function action(args: ActionFunctionArgs) {
  return answerWithFile(args, { isUnscannedAccepted: true });
}

async function answerWithFile(
  { request, context, params }: LoaderFunctionArgs | ActionFunctionArgs,
  { isUnscannedAccepted }: { isUnscannedAccepted: boolean },
): Promise<Response> {
  const viewer = await requireStaff(request, context, "open-files");
  const asked = {
    publicId: params.attachment ?? "",
    part: readFilePart(request),
  };
  const opened = await openFileForStaff(context.db, context.attachmentStore, {
    ...asked,
    viewer,
    isUnscannedAccepted,
    rangeOf: (file) => readAskedRange(request, { ...file, etag: etagOf(file) }),
    now: context.now(),
  });
  if (opened.ok) return attachmentResponse(request, opened, opened.handedOut);
  if (opened.reason === "not-found")
    return answerInstead({ status: 404, words: "There is no such file" });
  const { publicId } = asked;
  const { reason } = opened;
  if (isStoreProblem(reason))
    context.logger.error(
      { requestId: context.requestId, publicId, reason },
      "A file could not be opened",
    );
  return answerInstead(describeRefusedFile({ ...asked, ...opened }));
}
