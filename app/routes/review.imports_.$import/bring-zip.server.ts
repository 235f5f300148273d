import type { StaffMember } from "#app/domain/accounts/accounts.ts";
import { bringEnclosures } from "#app/domain/imports/enclosures.server.ts";
import type { ImportFile } from "#app/domain/imports/import-files.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { tellLostFile } from "#app/http/request/lost-file.server.ts";
import type { ReceivedForm } from "#app/http/request/received-form.server.ts";
import {
  describeEnclosuresFault,
  zipTooBig,
} from "#app/screens/review/enclosures.ts";

/** What became of a ZIP on its way; undefined where it came whole. */
export function tellLostZip({ env }: RequestContext, received: ReceivedForm) {
  const maxBytes = env.maxAttachmentBytes;
  return tellLostFile(received, { maxBytes, tooBig: zipTooBig(maxBytes) });
}

/** Takes the ZIP of a form into the files beside a table. @returns why it is not taken, where it is not. */
export async function bringZip(
  context: RequestContext,
  received: ReceivedForm,
  bring: { file: ImportFile; seenVersion: number; actor: StaffMember },
): Promise<"brought" | "changed" | { zip: string }> {
  const lost = tellLostZip(context, received);
  const zip = received.stagedFiles.find(
    ({ questionId }) => questionId === "zip",
  );
  if (!zip || lost) return { zip: lost ?? "Choose a ZIP" };
  const { stagingFolder } = context.attachmentStore;
  const now = context.now();
  const brought = await bringEnclosures(context.db, {
    ...{ ...bring, now, stagingFolder, zipPath: zip.stagingPath },
  });
  if (brought.ok) return "brought";
  if (brought.reason === "changed") return "changed";
  return { zip: describeEnclosuresFault(brought) };
}
