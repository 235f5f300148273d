import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { findEntry } from "#app/domain/entries/entries.server.ts";
import { openOriginal } from "#app/domain/entries/emails/originals.server.ts";
import { findReceivedEmail } from "#app/domain/entries/emails/received-emails.server.ts";
import { openScanner } from "#app/domain/files/scan-file.server.ts";
import { withheldFrom } from "#app/domain/responses/withheld-words.server.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import { receivedEmailsAddress } from "#app/entry-addresses.ts";
import { contentDisposition } from "#app/http/request/attachment-response.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { emailWords } from "#app/screens/review/received-emails.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "enter-responses");
  return redirect(receivedEmailsAddress, 303);
}

const known = knownFields(undefined);

/** Answers with the email as it came. It is written down who opened it, so a link alone does not. */
export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const actor = await requireStaff(request, context, "enter-responses");
  await readForm(args, known);
  const { db, env, attachmentStore } = context;
  const email = await findReceivedEmail(db, readWholeNumber(params.email) ?? 0);
  if (!email) throw data(null, { status: 404 });
  const { responseId, format, emailId } = email;
  const isSeen =
    responseId === undefined ||
    (await findEntry(db, { responseId, viewer: actor }));
  if (!isSeen) throw data(null, { status: 404 });
  const ids = responseId === undefined ? [] : [responseId];
  if ((await withheldFrom(db, actor, ids)).isAny)
    return redirectWithFlash(context, receivedEmailsAddress, {
      ...{ kind: "notice", text: emailWords.withheld },
    });
  const opened = await openOriginal(db, {
    ...{ email, actor, scan: openScanner(env.clamdAddress) },
    stagingFolder: attachmentStore.stagingFolder,
    now: context.now(),
  });
  if (!opened.ok)
    return redirectWithFlash(context, receivedEmailsAddress, {
      ...{ kind: "notice", text: emailWords.infected },
    });
  return new Response(new Uint8Array(opened.bytes), {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Length": String(opened.bytes.length),
      "Content-Disposition": contentDisposition(`email-${emailId}.${format}`),
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cache-Control": "no-store",
    },
  });
}
