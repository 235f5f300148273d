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
import { resetPassword } from "#app/domain/team/resets.server.ts";
import { resetSchema } from "#app/domain/team/team.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { tryPasswordCode } from "#app/http/request/password-codes.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import {
  describeCodeRefusal,
  passwordHint,
  peopleProblems,
  resetRefusals,
} from "#app/screens/review/people-problems.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { CodeField, NewPasswordField } from "#app/ui/review/code-fields.tsx";
import { SignInFrame } from "#app/ui/review/sign-in-form.tsx";
import stylesheet from "#app/ui/review.scss?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
];

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** Where a code for another password is typed in. Opening it changes nothing. */
export function loader({ context }: LoaderFunctionArgs) {
  return {
    title: staffPageTitle(context, "Set another password"),
    reviewName: context.env.reviewName,
  };
}

const known = knownFields(resetSchema);
const withheld = ["newPassword"];

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, resetSchema, peopleProblems);
  if (submission.status !== "success")
    return refuseForm(context, submission, { errors: {}, withheld });
  const { code, newPassword: password } = submission.value;
  const { db, auth, env, now } = context;
  const reset = { code, password, secret: env.secret, now: now() };
  const outcome = await tryPasswordCode(context, "reset", () =>
    resetPassword(db, auth, reset),
  );
  if (!outcome.ok)
    return refuseForm(context, submission, {
      ...describeCodeRefusal(outcome, resetRefusals),
      withheld,
    });
  return data({ isReset: true as const });
}

export default function Reset() {
  const { reviewName } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (reply && "isReset" in reply)
    return (
      <SignInFrame name={reviewName}>
        <h1 className="govuk-heading-l">Your password is another one now</h1>
        <p className="govuk-body">
          You are signed out wherever you were signed in.
        </p>
        <ButtonLink to={signInAddress()}>Sign in</ButtonLink>
      </SignInFrame>
    );
  return (
    <SignInFrame name={reviewName}>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">Set another password</h1>
      <form method="post" action={resetAddress} noValidate>
        <CodeField reply={reply} />
        <NewPasswordField reply={reply} hint={passwordHint} />
        <Button>Set the password</Button>
      </form>
      <p className="govuk-body">
        <a className="govuk-link" href={forgottenAddress}>
          Ask for a code
        </a>
      </p>
    </SignInFrame>
  );
}
