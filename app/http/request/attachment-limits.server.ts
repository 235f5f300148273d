import type { AttachmentLimits } from "#app/domain/attachments/attachments.ts";
import type { CallDefinition } from "#app/domain/calls/definition.ts";
import type { Env } from "../env.server.ts";

/** The call's own limits; no file is larger than this server takes at all. */
export function attachmentLimitsOf(
  { attachments }: Pick<CallDefinition, "attachments">,
  env: Pick<Env, "maxAttachmentBytes" | "maxDraftBytes">,
): AttachmentLimits {
  return {
    maxFiles: attachments.maxFiles,
    maxDraftBytes: env.maxDraftBytes,
    maxFileBytes: Math.min(
      attachments.maxFileMegabytes * 1_000_000,
      env.maxAttachmentBytes,
    ),
  };
}
