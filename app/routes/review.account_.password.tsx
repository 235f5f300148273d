import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { accountAddress, passwordAddress } from "#app/people-addresses.ts";
import { changeOwnPassword } from "#app/domain/team/change-password.server.ts";
import { waitForPasswordTurn } from "#app/domain/accounts/passwords.server.ts";
import { findStaffSession } from "#app/domain/accounts/sessions.server.ts";
import { changePasswordSchema } from "#app/domain/team/team.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import {
  countGuess,
  forgetGuesses,
  giveBackGuess,
} from "#app/http/request/guess-throttle.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import {
  busyWords,
  passwordHint,
  passwordRefusals,
  peopleProblems,
  waitWords,
} from "#app/screens/review/people-problems.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { NewPasswordField } from "#app/ui/review/code-fields.tsx";
import { TextField } from "#app/ui/text-fields.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-own-account");
  return { title: staffPageTitle(context, "Change your password") };
}

const known = knownFields(changePasswordSchema);
const withheld = ["oldPassword", "newPassword"];

/** Changes one's own password; all other sessions end with the old one. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-own-account");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, changePasswordSchema, peopleProblems);
  const refuse = (errors: Record<string, string>, status = 400) =>
    refuseForm(context, submission, { errors, status, withheld });
  if (submission.status !== "success") return refuse({});
  const guess = { context, to: "sign-in" as const, at: staffId };
  const counted = await countGuess(guess);
  if (!counted.ok)
    return refuse({ oldPassword: waitWords(counted.waitSeconds) }, 429);
  const turn = await waitForPasswordTurn(context.networkKey);
  if (!turn) {
    await giveBackGuess(guess);
    return refuse({ "": busyWords }, 503);
  }
  const { auth, db } = context;
  const now = context.now();
  const { headers } = request;
  const current = await findStaffSession(auth, db, { headers, now });
  const sessionId = current?.session.sessionId;
  const change = { ...submission.value, staffId, sessionId, now };
  const outcome = await changeOwnPassword(db, auth, change).finally(turn.end);
  if (outcome.ok || outcome.reason !== "wrong") await forgetGuesses(guess);
  if (!outcome.ok) return refuse(errorOf(outcome.reason));
  return redirectWithFlash(context, accountAddress, {
    kind: "success",
    text: "Your password is another one now. You are signed out everywhere else.",
  });
}

function errorOf(
  reason: "wrong" | keyof typeof passwordRefusals,
): Record<string, string> {
  return reason === "wrong"
    ? { oldPassword: "This is not the password that you have" }
    : { newPassword: passwordRefusals[reason] };
}

export default function ChangePassword() {
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={accountAddress}>Your account</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">Change your password</h1>
      <form method="post" action={passwordAddress} noValidate>
        <TextField
          name="oldPassword"
          label="The password that you have now"
          type="password"
          autoComplete="current-password"
          error={reply?.errors.oldPassword}
        />
        <NewPasswordField reply={reply} hint={passwordHint} />
        <Button>Change the password</Button>
      </form>
    </TwoThirds>
  );
}
