import type { Request } from "express";
import { may, type Permission } from "#app/domain/accounts/permissions.ts";
import { isBringInAddress } from "#app/authoring-addresses.ts";
import { newCallFromFileAddress } from "#app/call-addresses.ts";
import { maxTranslationBytes } from "#app/domain/calls/authoring/translation/translation-files.ts";
import { maxCallFileBytes } from "#app/domain/calls/call-file/call-file.ts";
import { logoLimits } from "#app/domain/files/logo-drawing.ts";
import { maxTableBytes } from "#app/domain/imports/table-file.ts";
import { maxCodebookBytes } from "#app/domain/tagging/codebook-files.ts";
import { maxProjectBytes } from "#app/domain/tagging/project/project.ts";
import { codebookAddress } from "#app/codebook-addresses.ts";
import {
  newEntryAddress,
  receivedEmailsAddress,
} from "#app/entry-addresses.ts";
import { importsAddress } from "#app/import-addresses.ts";
import { logoFormAddress } from "#app/page-addresses.ts";
import type { Surroundings } from "../request/context.server.ts";
import { findReader } from "../request/guards.server.ts";

type StaffUpload = { permission: Permission; maxBytes: number };

/** More than is taken, so that a file that is too large is told as such. */
const spare = 2;

const callFile: StaffUpload = {
  permission: "keep-calls",
  maxBytes: maxCallFileBytes * spare,
};

/** What a form of the review side brings, by its address; undefined elsewhere. */
export function staffUploadOf({
  originalUrl,
}: Request): StaffUpload | undefined {
  const [path = ""] = originalUrl.split("?");
  const address = path.replace(/\.data$/, "");
  if (/^\/review\/imports\/\d+$/.test(address))
    return { permission: "import-responses", maxBytes: Infinity };
  if (isBringInAddress(address))
    return { permission: "keep-calls", maxBytes: maxTranslationBytes * spare };
  if (/^\/review\/calls\/[^/]+\/edit\/file$/.test(address)) return callFile;
  switch (address) {
    case importsAddress:
      return {
        permission: "import-responses",
        maxBytes: maxTableBytes * spare,
      };
    case codebookAddress("projects"):
      return {
        permission: "reshape-codebook",
        maxBytes: maxProjectBytes * spare,
      };
    case codebookAddress("files"):
      return {
        permission: "reshape-codebook",
        maxBytes: maxCodebookBytes * spare,
      };
    case logoFormAddress:
      return {
        permission: "keep-portal",
        maxBytes: logoLimits.maxBytes * spare,
      };
    case newCallFromFileAddress:
      return callFile;
    case newEntryAddress():
    case receivedEmailsAddress:
      return { permission: "enter-responses", maxBytes: Infinity };
  }
  return undefined;
}

/** Who may bring one: staff with the permission, and a whole session. */
export async function findStaffRoom(
  request: Request,
  surroundings: Surroundings,
  { permission, maxBytes }: StaffUpload,
): Promise<{ key: string; draftBytesLeft: number } | undefined> {
  const { env } = surroundings;
  const url = env.publicBaseUrl.origin + request.originalUrl;
  const headers = { Cookie: request.headers.cookie ?? "" };
  const asked = new globalThis.Request(url, { headers });
  const { staff, need } = await findReader(asked, { ...surroundings });
  if (!staff || need !== "nothing" || !may(staff, permission)) return undefined;
  const draftBytesLeft = Math.min(maxBytes, env.maxDraftBytes);
  return { key: `staff:${staff.staffId}`, draftBytesLeft };
}
