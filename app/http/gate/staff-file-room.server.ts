import type { Request } from "express";
import { may, type Permission } from "#app/domain/accounts/permissions.ts";
import { maxTableBytes } from "#app/domain/imports/table-file.ts";
import {
  newEntryAddress,
  receivedEmailsAddress,
} from "#app/entry-addresses.ts";
import { importsAddress } from "#app/import-addresses.ts";
import type { Surroundings } from "../request/context.server.ts";
import { findReader } from "../request/guards.server.ts";

type StaffUpload = { permission: Permission; maxBytes: number };

/** More than is taken, so that a file that is too large is told as such. */
const spare = 2;

/** What a form of the review side brings, by its address; undefined elsewhere. */
export function staffUploadOf({
  originalUrl,
}: Request): StaffUpload | undefined {
  const [path = ""] = originalUrl.split("?");
  switch (path.replace(/\.data$/, "")) {
    case importsAddress:
      return {
        permission: "import-responses",
        maxBytes: maxTableBytes * spare,
      };
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
