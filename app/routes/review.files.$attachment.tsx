import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { heldFileAddress } from "#app/addresses.ts";
import { openFileForStaff } from "#app/domain/responses/response-files.server.ts";
import { attachmentResponse } from "#app/http/request/attachment-response.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";

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
  const publicId = params.attachment ?? "";
  const opened = await openFileForStaff(context.db, {
    publicId,
    viewer,
    isUnscannedAccepted,
    now: context.now(),
  });
  if (opened.ok)
    return attachmentResponse(
      request,
      () => context.attachmentStore.open(publicId),
      opened.attachment,
    );
  switch (opened.reason) {
    case "not-found":
      return plainAnswer(404, "There is no such file");
    case "infected":
      return plainAnswer(
        403,
        `This file cannot be opened: the scanner found ${opened.attachment.scanDetail} in it`,
      );
    case "not-scanned":
      return redirect(heldFileAddress(publicId), 303);
  }
}

function plainAnswer(status: number, text: string) {
  return new Response(text, {
    status,
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "no-store",
    },
  });
}
