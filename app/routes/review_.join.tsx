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
import { joinTeam } from "#app/domain/team/invitations.server.ts";
import { joinSchema } from "#app/domain/team/team.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { tryPasswordCode } from "#app/http/request/password-codes.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { signInStaff } from "#app/http/request/staff-session.server.ts";
import {
  describeCodeRefusal,
  invitationRefusals,
  passwordHint,
  peopleProblems,
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
  if (submission.status !== "success")
    return refuseForm(context, submission, { errors: {}, withheld });
  const { newPassword: password, ...who } = submission.value;
  const { db, auth, env, now } = context;
  const joining = { ...who, password, secret: env.secret, now: now() };
  const joined = await tryPasswordCode(context, "join", () =>
    joinTeam(db, auth, joining),
  );
  if (!joined.ok)
    return refuseForm(context, submission, {
      ...describeCodeRefusal(joined, invitationRefusals),
      withheld,
    });
  const { email } = joined;
  const signedIn = await signInStaff({ request, context, email, password });
  if (!signedIn.ok) return redirect(signInAddress(), 303);
  const { headers } = signedIn;
  return redirect(queueAddress(), { status: 303, headers });
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
