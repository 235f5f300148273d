import type { StoreProblem } from "#app/domain/attachments/stored-files.ts";
import type { NoPages } from "#app/domain/files/page-drawing.ts";
import { responseFormAddress } from "#app/addresses.ts";
import { heldFileAddress } from "#app/file-addresses.ts";
import { describeFinding } from "./held-file.ts";
import { whyNoPages } from "./scan-pages.ts";
import { onlyForLeads } from "./withheld-file.ts";

/** What is answered in place of a file: another page, or words. */
export type InsteadOfFile =
  | { redirectTo: string }
  | { status: number; words: string; headers?: Record<string, string> };

type Refused = {
  publicId: string;
  reason:
    | StoreProblem
    | NoPages
    | "infected"
    | "withheld"
    | "closed"
    | "not-scanned"
    | "beyond";
  part?: "original" | "copy";
  attachment: { reference: string; scanDetail: string | null };
  /** Of what was asked for, where a part is beyond it. */
  byteSize?: number;
};

/** There is such a file, and it is not handed out. */
export function describeRefusedFile(refused: Refused): InsteadOfFile {
  const { publicId, reason, part, attachment } = refused;
  switch (reason) {
    case "infected": {
      const words = `This file cannot be opened. ${describeFinding(attachment.scanDetail)}.`;
      return { status: 403, words };
    }
    case "withheld":
      return { status: 403, words: onlyForLeads };
    case "closed":
      return {
        redirectTo: responseFormAddress(attachment.reference, "withdrawn"),
      };
    case "not-scanned":
      return { redirectTo: heldFileAddress(publicId, part) };
    case "beyond":
      return {
        status: 416,
        words: "The file has no such part",
        headers: { "Content-Range": `bytes */${refused.byteSize}` },
      };
    default:
      return withoutBytes[reason];
  }
}

/** Whether whoever runs Heard is to hear of it. */
export function isStoreProblem(reason: string): reason is StoreProblem {
  return Object.hasOwn(storeProblems, reason);
}

const notNow = {
  status: 503,
  headers: { "Retry-After": "60" },
  words:
    "Where files are kept does not answer at the moment. That does not mean that the file is lost. Try again in a few minutes",
};

const storeProblems: Record<StoreProblem, InsteadOfFile> = {
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

/** Of a page alone. */
export const withoutPages: Record<NoPages | "not-found", InsteadOfFile> = {
  "not-found": { status: 404, words: "There is no such page" },
  locked: { status: 422, words: whyNoPages.locked },
  unreadable: { status: 422, words: whyNoPages.unreadable },
  "too-much": { status: 422, words: whyNoPages["too-much"] },
  busy: { ...notNow, words: whyNoPages.busy },
};

const withoutBytes = { ...storeProblems, ...withoutPages };
