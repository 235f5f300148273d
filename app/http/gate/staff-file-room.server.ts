import type { Request } from "express";
import { may } from "#app/domain/accounts/permissions.ts";
import { maxTableBytes } from "#app/domain/imports/table-file.ts";
import { importsAddress } from "#app/import-addresses.ts";
import type { Surroundings } from "../request/context.server.ts";
import { findReader } from "../request/guards.server.ts";

/** Whether a form brings a table to be imported. */
export function isBringingTable({ originalUrl }: Request): boolean {
  const [path = ""] = originalUrl.split("?");
  return path.replace(/\.data$/, "") === importsAddress;
}

/** Who may bring one: staff with the permission, and a whole session. */
export async function findStaffRoom(
  request: Request,
  surroundings: Surroundings,
): Promise<{ key: string; draftBytesLeft: number } | undefined> {
  const url = surroundings.env.publicBaseUrl.origin + request.originalUrl;
  const headers = { Cookie: request.headers.cookie ?? "" };
  const asked = new globalThis.Request(url, { headers });
  const { staff, need } = await findReader(asked, { ...surroundings });
  if (!staff || need !== "nothing" || !may(staff, "import-responses"))
    return undefined;
  // A little more, so that one that is too large is told as such.
  return { key: `staff:${staff.staffId}`, draftBytesLeft: maxTableBytes * 2 };
}
