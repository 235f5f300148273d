import { readFile } from "node:fs/promises";
import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { StaffMember } from "#app/domain/accounts/accounts.ts";
import type { StagedFile } from "#app/domain/attachments/attachments.ts";
import { selectAllCalls } from "#app/domain/calls/calls.server.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import { emailUploadSchema } from "#app/domain/entries/emails/prefilling.ts";
import { readEmails } from "#app/domain/entries/emails/read-emails.server.ts";
import {
  keepEmails,
  listReceivedEmails,
} from "#app/domain/entries/emails/received-emails.server.ts";
import {
  maxEmailFileBytes,
  type ReceivedEmail,
} from "#app/domain/entries/emails/received-emails.ts";
import { cleanFileName } from "#app/domain/files/file-names.ts";
import {
  entriesAddress,
  receivedEmailAddress,
  receivedEmailsAddress,
} from "#app/entry-addresses.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import {
  readForm,
  type ReceivedForm,
} from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import {
  describeEmailLine,
  describeEmailRefusal,
  emailWords,
  tellBrought,
  tellMoreWaiting,
} from "#app/screens/review/received-emails.ts";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink } from "#app/ui/page-parts.tsx";
import { ReceivedEmailList } from "#app/ui/review/received-email-list.tsx";
import { UploadEmails } from "#app/ui/review/upload-emails.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

const toLine = (email: ReceivedEmail) => ({
  ...describeEmailLine(email),
  href: receivedEmailAddress(email.emailId),
});

async function listCalls({ db }: RequestContext) {
  const calls = await selectAllCalls(db);
  return calls.filter(({ state }) => !["archived", "draft"].includes(state));
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "enter-responses");
  const listed = await listReceivedEmails(context.db);
  const calls = await listCalls(context);
  return {
    title: staffPageTitle(context, "Emails"),
    calls: calls.map(({ slug, definition }) => ({
      value: slug,
      label: inLanguage(definition.title, "en"),
    })),
    waiting: listed.waiting.map(toLine),
    more: tellMoreWaiting(listed.waitingCount - listed.waiting.length),
    leftOut: listed.leftOut.map(toLine),
  };
}

const known = knownFields(emailUploadSchema);

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const actor = await requireStaff(request, context, "enter-responses");
  const received = await readForm(args, known);
  const lost = tellLost(received);
  const form = parseForm(
    { ...received, refusedParts: lost.length > 0 ? [] : received.refusedParts },
    emailUploadSchema,
    emailWords,
  );
  const files = received.stagedFiles.filter(
    ({ questionId, originalName }) =>
      questionId === "emails" && originalName !== "",
  );
  const calls = await listCalls(context);
  const slug = form.status === "success" ? form.value.call : undefined;
  const call = calls.find((one) => one.slug === slug);
  const isEmpty = files.length === 0 && lost.length === 0;
  if (!call || isEmpty)
    return refuseForm(context, form, {
      errors: {
        ...(!call && { call: emailWords["no-call"] }),
        ...(isEmpty && { emails: emailWords["no-file"] }),
      },
    });
  const brought = await bring(context, { files, actor, callId: call.id });
  const refused = [...lost, ...brought.refused];
  const told = tellBrought(brought.count);
  if (refused.length === 0)
    return redirectWithFlash(context, receivedEmailsAddress, {
      ...{ kind: "success", text: told },
    });
  const emails = [...refused, ...(brought.count > 0 ? [told] : [])].join(" ");
  return refuseForm(context, form, { errors: { emails } });
}

/** Each file that did not come whole, in words. */
function tellLost({ refusedParts }: ReceivedForm): string[] {
  return refusedParts.flatMap(({ originalName, reason }) =>
    originalName
      ? `${describeEmailRefusal(
          cleanFileName(originalName),
          reason === "too-big" || reason === "draft-full"
            ? "too-big"
            : "not-arrived",
        )}.`
      : [],
  );
}

/** One file after the other, so that no more than one is in memory. */
async function bring(
  context: RequestContext,
  of: { files: StagedFile[]; actor: StaffMember; callId: number },
): Promise<{ count: number; refused: string[] }> {
  const refused: string[] = [];
  let count = 0;
  for (const { stagingPath, originalName, byteSize } of of.files) {
    const now = context.now();
    const read =
      byteSize > maxEmailFileBytes
        ? ({ ok: false, reason: "too-big" } as const)
        : await readEmails(await readFile(stagingPath), now);
    if (read.ok) {
      const kept = await keepEmails(context.db, read.emails, { ...of, now });
      count += kept.length;
    } else {
      const name = cleanFileName(originalName);
      refused.push(`${describeEmailRefusal(name, read.reason)}.`);
    }
  }
  return { count, refused };
}

export default function Emails() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <BackLink to={entriesAddress}>Letters and calls</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">Emails</h1>
      <p className="govuk-body">
        An email is no response before somebody has looked at it here and taken
        it in. Who sent it is shown on these pages alone, while it waits.
      </p>
      <ReceivedEmailList
        heading="To be taken in"
        none="No email waits."
        emails={page.waiting}
      />
      {page.more && <p className="govuk-body">{page.more}</p>}
      <UploadEmails calls={page.calls} reply={reply} />
      {page.leftOut.length > 0 && (
        <ReceivedEmailList heading="Left out" none="" emails={page.leftOut} />
      )}
    </>
  );
}
