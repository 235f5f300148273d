import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findCall } from "#app/domain/calls/calls.server.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import {
  emailSettlingSchema,
  questionsForWords,
} from "#app/domain/entries/emails/prefilling.ts";
import {
  leaveEmailOut,
  putEmailBack,
} from "#app/domain/entries/emails/received-emails.server.ts";
import {
  receivedEmailAddress,
  receivedEmailsAddress,
} from "#app/entry-addresses.ts";
import { findEmailToSettle } from "#app/http/request/found-email.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import {
  describeEmail,
  emailWords,
  leavingOutChoices,
} from "#app/screens/review/received-emails.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import {
  LeaveOut,
  OriginalEmail,
  ReceivedEmailWords,
  TakeInStart,
} from "#app/ui/review/received-email.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "enter-responses");
  const email = await findEmailToSettle(context, params);
  const { definition } = await findCall(context.db, email.callId);
  const at = receivedEmailAddress;
  return {
    title: staffPageTitle(context, "Email"),
    ...describeEmail(email),
    callName: inLanguage(definition.title, "en"),
    questions: questionsForWords(definition).map(({ id, label }) => ({
      value: id,
      label: inLanguage(label, "en"),
    })),
    takeInHref: at(email.emailId, "take-in"),
    originalPath: at(email.emailId, "original"),
    reasons: leavingOutChoices,
  };
}

const known = knownFields(emailSettlingSchema);

/** Leaves an email out, or puts it back. */
export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const actor = await requireStaff(request, context, "enter-responses");
  const { emailId } = await findEmailToSettle(context, params);
  const received = await readForm(args, known);
  const form = parseForm(received, emailSettlingSchema, emailWords);
  if (form.status !== "success") return refuseForm(context, form);
  const settling = { emailId, actor, now: context.now() };
  const isLeftOut = form.value.intent === "leave-out";
  const isSettled =
    form.value.intent === "leave-out"
      ? await leaveEmailOut(context.db, {
          ...settling,
          reason: form.value.reason,
        })
      : await putEmailBack(context.db, settling);
  if (!isSettled)
    return refuseForm(context, form, {
      ...{ status: 409, errors: { "": emailWords.settled } },
    });
  return redirectWithFlash(context, receivedEmailsAddress, {
    kind: "success",
    text: isLeftOut
      ? "The email is left out. It is kept for 30 days."
      : "The email is back among those that wait.",
  });
}

export default function EmailPage() {
  const email = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={receivedEmailsAddress}>Emails</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l heard-imports__heading">
        <bdi>{email.subject}</bdi>
      </h1>
      <p className="govuk-body">
        For <bdi>{email.callName}</bdi>.
      </p>
      <ReceivedEmailWords {...email} />
      <OriginalEmail sendPath={email.originalPath} />
      {email.leftOut ? (
        <form method="post">
          <h2 className="govuk-heading-m">Left out</h2>
          <p className="govuk-body">{email.leftOut}.</p>
          <input type="hidden" name="intent" value="put-back" />
          <Button>Put it back</Button>
        </form>
      ) : (
        <>
          <TakeInStart
            goesTo={email.takeInHref}
            questions={email.questions}
            hasQuoted={email.quotedText !== ""}
          />
          <LeaveOut reasons={email.reasons} reply={reply} />
        </>
      )}
    </TwoThirds>
  );
}
