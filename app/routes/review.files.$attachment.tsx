import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { responseFormAddress } from "#app/addresses.ts";
import { heldFileAddress } from "#app/file-addresses.ts";
import {
  type FileForStaff,
  type FilePart,
  type OpenOutcome,
  openFileForStaff,
} from "#app/domain/responses/response-files.server.ts";
import type { StoreProblem } from "#app/domain/attachments/stored-files.ts";
import {
  attachmentResponse,
  etagOf,
  readFilePart,
} from "#app/http/request/attachment-response.server.ts";
import { readAskedRange } from "#app/http/request/byte-range.ts";
import { onlyForLeads } from "#app/screens/review/withheld-file.ts";
import { describeFinding } from "#app/screens/review/held-file.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
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
    return plainAnswer(404, "There is no such file");
  return answerWithout(opened, asked, context);
}

/** There is such a file, and it is not handed out. */
function answerWithout(
  opened: Extract<OpenOutcome, { attachment: FileForStaff; ok: false }>,
  { publicId, part }: { publicId: string; part: FilePart },
  context: RequestContext,
): Response {
  const { attachment, reason } = opened;
  switch (reason) {
    case "infected":
      return plainAnswer(
        403,
        `This file cannot be opened. ${describeFinding(attachment.scanDetail)}.`,
      );
    case "withheld":
      return plainAnswer(403, onlyForLeads);
    case "closed":
      return redirect(
        responseFormAddress(attachment.reference, "withdrawn"),
        303,
      );
    case "not-scanned":
      return redirect(heldFileAddress(publicId, part), 303);
    case "beyond":
      return plainAnswer(416, "The file has no such part", {
        "Content-Range": `bytes */${opened.byteSize}`,
      });
    default: {
      const { status, words, headers } = withoutBytes[reason];
      context.logger.error(
        { requestId: context.requestId, publicId, reason },
        "A file could not be opened",
      );
      return plainAnswer(status, words, headers);
    }
  }
}

type Without = {
  status: number;
  words: string;
  headers?: Record<string, string>;
};

const notNow: Without = {
  status: 503,
  headers: { "Retry-After": "60" },
  words:
    "Where files are kept does not answer at the moment. That does not mean that the file is lost. Try again in a few minutes",
};

const withoutBytes: Record<StoreProblem, Without> = {
  missing: {
    status: 404,
    words:
      "The file is not where files are kept, although it was sent with this response. Tell whoever runs Heard: they can look for it in a backup",
  },
  damaged: {
    status: 503,
    words:
      "The file is not as it was when it was sent, so it is not given out. Tell whoever runs Heard: they can look for it in a backup",
  },
  unreachable: notNow,
  refused: notNow,
};

function plainAnswer(
  status: number,
  text: string,
  headers: Record<string, string> = {},
) {
  return new Response(text, {
    status,
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Cache-Control": "no-store",
      ...headers,
    },
  });
}
