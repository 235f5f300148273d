import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signInAddress } from "#app/addresses.ts";
import { forgottenAddress, resetAddress } from "#app/people-addresses.ts";
import { sendResetTo } from "#app/domain/team/resets.server.ts";
import { forgottenSchema } from "#app/domain/team/team.ts";
import { countGuess } from "#app/http/request/guess-throttle.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { countStaffMail } from "#app/http/request/mail-throttle.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import {
  letterPlace,
  staffPosting,
} from "#app/http/request/staff-posting.server.ts";
import {
  peopleProblems,
  waitWords,
} from "#app/screens/review/people-problems.ts";
import { resetLetter } from "#app/screens/review/staff-letters.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { fieldProps, FormErrors } from "#app/ui/form-reply.tsx";
import { SignInFrame } from "#app/ui/review/sign-in-form.tsx";
import { TextField } from "#app/ui/text-fields.tsx";
import stylesheet from "#app/ui/review.scss?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
];

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

export function loader({ context }: LoaderFunctionArgs) {
  return {
    title: staffPageTitle(context, "Forgotten your password?"),
    reviewName: context.env.reviewName,
    canSend: context.env.mail !== undefined,
  };
}

const known = knownFields(forgottenSchema);

/** As long as it takes to leave a mail, and more: how soon the answer comes tells nothing either. */
const answeredAfterMilliseconds = 500;

/** Leaves a code to be sent where the address is somebody's; the answer is the same where it is nobody's. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, forgottenSchema, peopleProblems);
  if (submission.status !== "success") return refuseForm(context, submission);
  const { email } = submission.value;
  const counted = await countGuess({ context, to: "sign-in", at: email });
  if (!counted.ok)
    return refuseForm(context, submission, {
      errors: { email: waitWords(counted.waitSeconds) },
      status: 429,
    });
  if (context.env.mail === undefined) throw data(null, { status: 404 });
  await Promise.all([
    leaveCode(context, email),
    new Promise((resolve) => setTimeout(resolve, answeredAfterMilliseconds)),
  ]);
  return data({ isAsked: true as const });
}

async function leaveCode(
  context: ActionFunctionArgs["context"],
  email: string,
): Promise<void> {
  if (!(await countStaffMail(context, email))) return;
  const place = letterPlace(context, resetAddress);
  await sendResetTo(context.db, {
    ...{ ...staffPosting(context), email },
    write: (code, { name }) => resetLetter(code, { ...place, name }),
  });
}

export default function Forgotten() {
  const { reviewName, canSend } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const refused = reply && "errors" in reply ? reply : undefined;
  return (
    <SignInFrame name={reviewName}>
      <FormErrors reply={refused} />
      {reply && !refused ? (
        <Asked />
      ) : (
        <>
          <h1 className="govuk-heading-l">Forgotten your password?</h1>
          {canSend ? (
            <AskForm reply={refused} />
          ) : (
            <p className="govuk-body">
              Ask an admin of your team: they can make a code with which you set
              another.
            </p>
          )}
        </>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={signInAddress()}>
          Back to signing in
        </a>
      </p>
    </SignInFrame>
  );
}

function AskForm({ reply }: { reply: Parameters<typeof fieldProps>[0] }) {
  return (
    <form method="post" action={forgottenAddress} noValidate>
      <TextField
        {...fieldProps(reply, "email")}
        label="Email address"
        hint="That you sign in with. If it is one of the team's, a code goes there, which can be used once, within an hour."
        type="email"
        autoComplete="username"
        spellCheck={false}
      />
      <Button>Send a code</Button>
    </form>
  );
}

function Asked() {
  return (
    <>
      <h1 className="govuk-heading-l">Look into your mail</h1>
      <p className="govuk-body">
        If the address is one of the team's, a code is on its way to it. If none
        comes within some minutes, ask an admin of your team.
      </p>
      <ButtonLink to={resetAddress}>Enter the code</ButtonLink>
    </>
  );
}
