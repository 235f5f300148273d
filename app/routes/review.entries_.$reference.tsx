import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { responseAddress } from "#app/addresses.ts";
import {
  checkEntry,
  mayOpenLetter,
} from "#app/domain/entries/entries.server.ts";
import { findEmailOfResponse } from "#app/domain/entries/emails/originals.server.ts";
import { selectScans } from "#app/domain/entries/scans.server.ts";
import { readOwnResponse } from "#app/domain/responses/own-responses.server.ts";
import { recordReading } from "#app/domain/responses/readings.server.ts";
import { selectChangeable } from "#app/domain/revisions/own-question.server.ts";
import {
  entriesAddress,
  entryAddress,
  receivedEmailAddress,
} from "#app/entry-addresses.ts";
import { findKeyedEntry } from "#app/http/request/found-entry.server.ts";
import { withheldFrom } from "#app/domain/responses/withheld-words.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { refusal, requireStaff } from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { refuseForm } from "#app/http/request/refused-form.server.ts";
import {
  checkRefusals,
  describeEntry,
  describeKeyedAnswer,
} from "#app/screens/review/entries.ts";
import { describeScan } from "#app/screens/review/scan-pages.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink } from "#app/ui/page-parts.tsx";
import { EntryWords } from "#app/ui/review/entry-words.tsx";
import { OriginalEmail } from "#app/ui/review/received-email.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, context, "enter-responses");
  const { db } = context;
  const entry = await findKeyedEntry(context, staff, params);
  const { responseId, reference } = entry;
  const { staffId } = staff;
  await recordReading(db, { responseId, staffId, now: context.now() });
  const own = await readOwnResponse(db, responseId);
  const withheld = await withheldFrom(db, staff, [responseId]);
  const { attachmentStore, now } = context;
  const of = { responseId, withheld, viewer: staff, now: now() };
  const scans = await selectScans(db, attachmentStore, of);
  const email = await findEmailOfResponse(db, responseId);
  const { questions } = await selectChangeable(db, responseId);
  const changeable = new Set(questions.map(({ id }) => id));
  return {
    title: staffPageTitle(context, `Keyed in: ${reference}`),
    ...describeEntry(entry),
    responseHref: responseAddress(reference),
    originalPath: originalOf(withheld.isAny ? undefined : email),
    letterHref: mayOpenLetter(staff, entry.keyedBy)
      ? entryAddress(reference, "letter")
      : undefined,
    mayCheck: !entry.checkedAt && entry.keyedBy !== staffId,
    isOwn: entry.keyedBy === staffId,
    answers: (own?.answers ?? [])
      .filter(({ questionId, line }) => line || changeable.has(questionId))
      .map(({ questionId, ...answer }) => {
        const isHidden = withheld.isIn(responseId, questionId);
        const isOffered = changeable.has(questionId) && !isHidden;
        const words = describeKeyedAnswer(answer, isHidden);
        const correctHref = isOffered && correctionOf(reference, questionId);
        return { questionId, ...words, correctHref: correctHref || undefined };
      }),
    scans: scans.map(describeScan),
  };
}

const originalOf = (email: { emailId: number } | undefined) =>
  email && receivedEmailAddress(email.emailId, "original");

const correctionOf = (reference: string, questionId: string) =>
  entryAddress(reference, "correct", questionId);

/** A second person says that it reads as what it was keyed from. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff(request, context, "enter-responses");
  const { reference } = await findKeyedEntry(context, actor, params);
  const check = { reference, actor, now: context.now() };
  const checked = await checkEntry(context.db, check);
  if (checked.ok)
    return redirectWithFlash(context, entriesAddress, {
      kind: "success",
      text: `${reference} is checked.`,
    });
  if (checked.reason === "not-found") throw data(null, { status: 404 });
  if (checked.reason === "not-allowed")
    throw refusal(context, actor, "enter-responses");
  const form = { status: "error", payload: {} } as const;
  const errors = { "": checkRefusals[checked.reason] };
  return refuseForm(context, form, { status: 409, errors });
}

export default function EntryPage() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <BackLink to={entriesAddress}>Letters and calls</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">{page.reference}, as it was keyed in</h1>
      <p className="govuk-body">
        {page.origin}. {page.keyed}.{" "}
        {page.checked ? `${page.checked}.` : "Not checked yet."}
      </p>
      {page.originalPath && <OriginalEmail sendPath={page.originalPath} />}
      <EntryWords scans={page.scans} answers={page.answers} />
      {page.mayCheck && (
        <form method="post">
          <p className="govuk-body">
            Read each answer beside what was sent, and correct what differs.
          </p>
          <Button>It reads as it was sent: checked</Button>
        </form>
      )}
      {page.isOwn && !page.checked && (
        <p className="govuk-body">
          You keyed this in, so somebody else has to check it.
        </p>
      )}
      <ul className="govuk-list">
        {page.letterHref && (
          <li>
            <a className="govuk-link" href={page.letterHref}>
              Letter for its sender, with the reference and the receipt code
            </a>
          </li>
        )}
        <li>
          <a className="govuk-link" href={page.responseHref}>
            Open it as a response
          </a>
        </li>
      </ul>
    </>
  );
}
