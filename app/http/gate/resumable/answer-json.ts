import type { Response } from "express";
import type { AttachmentLimits } from "#app/domain/attachments/attachments.ts";
import type { Language } from "#app/domain/calls/languages.ts";
import type { UploadOutcome } from "#app/domain/drafts/attach-upload.server.ts";

/** What a page's script is told of a file: that it is here, or what to do about it. */
export type UploadReply =
  { publicId: string; name: string; facts: string } | { message: string };

/** The gate has no words of its own for it: whoever stands it brings them. */
export type TellUpload = (
  outcome: UploadOutcome,
  of: { limits: AttachmentLimits; language: Language },
) => UploadReply;

export function answerJson(
  response: Response,
  status: number,
  body: UploadReply | { draft: string } | Record<string, never>,
): void {
  response
    .status(status)
    .set({ "Tus-Resumable": "1.0.0", "Cache-Control": "no-store" })
    .json(body);
}
