import { data } from "@remix-run/node";
import type { ReceivedEmail } from "#app/domain/entries/emails/received-emails.ts";
import { findReceivedEmail } from "#app/domain/entries/emails/received-emails.server.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import { entriesAddress } from "#app/entry-addresses.ts";
import type { RequestContext } from "./context.server.ts";
import { redirectWithFlash } from "./flash.server.ts";

/** The email that an address names, which is no entry yet. @throws a 404 where there is none, and a way on where it became one. */
export async function findEmailToSettle(
  context: Pick<RequestContext, "db" | "env">,
  params: { email?: string | undefined },
): Promise<ReceivedEmail & { facts: NonNullable<ReceivedEmail["facts"]> }> {
  const emailId = readWholeNumber(params.email) ?? 0;
  const email = await findReceivedEmail(context.db, emailId);
  if (!email) throw data(null, { status: 404 });
  const { facts } = email;
  if (!facts)
    throw await redirectWithFlash(context, entriesAddress, {
      kind: "notice",
      text: "A colleague has taken this email in. It is in the list.",
    });
  return { ...email, facts };
}
