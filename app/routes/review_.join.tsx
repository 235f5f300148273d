import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { queueAddress, signInAddress } from "#app/addresses.ts";
import { joinAddress } from "#app/people-addresses.ts";
import { waitForPasswordTurn } from "#app/domain/accounts/passwords.server.ts";
import { joinTeam } from "#app/domain/team/invitations.server.ts";
import { joinSchema } from "#app/domain/team/team.ts";
import {
  countGuess,
  forgetGuesses,
} from "#app/http/request/guess-throttle.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { signInStaff } from "#app/http/request/staff-session.server.ts";
import {
  busyWords,
  invitationRefusals,
  passwordHint,
  passwordRefusals,
  peopleProblems,
  waitWords,
} from "#app/screens/review/people-problems.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldProps, FormErrors } from "#app/ui/form-reply.tsx";
import { CodeField, NewPasswordField } from "#app/ui/review/code-fields.tsx";
import { SignInFrame } from "#app/ui/review/sign-in-form.tsx";
import { TextField } from "#app/ui/text-fields.tsx";
import stylesheet from "#app/ui/review.scss?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
];

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** Where whoever was invited types in their code. Opening it changes nothing. */
export function loader({ context }: LoaderFunctionArgs) {
  return {
    title: staffPageTitle(context, "Join the review team"),
    reviewName: context.env.reviewName,
  };
}

const known = knownFields(joinSchema);
const withheld = ["newPassword"];

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, joinSchema, peopleProblems);
  const refuse = (errors: Record<string, string>, status = 400) =>
    refuseForm(context, submission, { errors, status, withheld });
  if (submission.status !== "success") return refuse({});
  const guess = { context, to: "join" as const };
  const counted = await countGuess(guess);
  if (!counted.ok) return refuse({ code: waitWords(counted.waitSeconds) }, 429);
  const { newPassword: password, ...who } = submission.value;
  const turn = await waitForPasswordTurn(context.networkKey);
  if (!turn) return refuse({ code: busyWords }, 503);
  const { db, auth, env, now } = context;
  const joining = { ...who, password, secret: env.secret, now: now() };
  const joined = await joinTeam(db, auth, joining).finally(turn.end);
  if (joined.ok || joined.reason !== "unknown-code") await forgetGuesses(guess);
  if (!joined.ok) return refuse(errorOf(joined.reason));
  const { email } = joined;
  const signedIn = await signInStaff({ request, context, email, password });
  if (!signedIn.ok) return redirect(signInAddress(), 303);
  const { headers } = signedIn;
  return redirect(queueAddress(), { status: 303, headers });
}

function errorOf(
  reason: keyof typeof invitationRefusals | keyof typeof passwordRefusals,
): Record<string, string> {
  return reason === "password-too-short" || reason === "password-common"
    ? { newPassword: passwordRefusals[reason] }
    : { code: invitationRefusals[reason] };
}

export default function Join() {
  const { reviewName } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <SignInFrame name={reviewName}>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">Join the review team</h1>
      <form method="post" action={joinAddress} noValidate>
        <CodeField reply={reply} />
        <TextField
          {...fieldProps(reply, "name")}
          label="Your name"
          hint="As your colleagues know you"
          autoComplete="name"
        />
        <NewPasswordField reply={reply} hint={passwordHint} />
        <Button>Join</Button>
      </form>
      <p className="govuk-body">
        Have you joined already?{" "}
        <a className="govuk-link" href={signInAddress()}>
          Sign in
        </a>
      </p>
    </SignInFrame>
  );
}
