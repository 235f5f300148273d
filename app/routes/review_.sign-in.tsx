import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { findSignedInStaff } from "#app/domain/accounts/accounts.server.ts";
import { firstErrors } from "#app/http/form-errors.server.ts";
import { safeReturnPath } from "#app/http/guards.server.ts";
import { staffPageTitle } from "#app/http/page-title.server.ts";
import { readForm } from "#app/http/received-form.server.ts";
import { signInStaff } from "#app/http/staff-session.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Masthead, TwoThirds } from "#app/ui/page-parts.tsx";
import { TextField } from "#app/ui/text-fields.tsx";

const signInSchema = z.object({
  email: z.email("Enter your email address, like name@example.com").max(320),
  password: z.string("Enter your password").max(256, "Enter your password"),
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const from = new URL(request.url).searchParams.get("from");
  if (await findSignedInStaff(context.auth, context.db, request.headers))
    throw redirect(safeReturnPath(from), 303);
  return {
    title: staffPageTitle(context, "Review team sign in"),
    reviewName: context.env.reviewName,
    from,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { fields } = await readForm({ request, context });
  const submission = parseWithZod(fields, { schema: signInSchema });
  const email = String(fields.get("email") ?? "").slice(0, 320);
  const refuse = (errors: SignInErrors, init: ResponseInit) => {
    context.hasFormErrors = true;
    return data({ email, errors }, init);
  };
  if (submission.status !== "success")
    return refuse(firstErrors(submission), { status: 400 });
  const { password } = submission.value;
  const signedIn = await signInStaff({ request, context, email, password });
  if (signedIn.ok)
    return redirect(safeReturnPath(String(fields.get("from") ?? "")), {
      status: 303,
      headers: signedIn.headers,
    });
  if (signedIn.reason === "wrong")
    return refuse({ email: wrongWords }, { status: 401 });
  const { waitSeconds } = signedIn;
  return refuse(
    { email: waitWords(waitSeconds) },
    { status: 429, headers: { "Retry-After": String(waitSeconds) } },
  );
}

const wrongWords =
  "The email address and password do not belong together. Check both and try again";

function waitWords(waitSeconds: number) {
  const minutes = Math.ceil(waitSeconds / 60);
  return `There were too many tries for this account. Wait ${minutes === 1 ? "1 minute" : `${minutes} minutes`}, then try again`;
}

type SignInErrors = {
  email?: string | undefined;
  password?: string | undefined;
};

export default function SignInPage() {
  const { reviewName, from } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const errors: SignInErrors = reply?.errors ?? {};
  const listed = (["email", "password"] as const).flatMap((fieldId) => {
    const message = errors[fieldId];
    return message ? [{ fieldId, message }] : [];
  });
  return (
    <div className="heard-staff-page">
      <a href="#main-content" className="govuk-skip-link">
        Skip to main content
      </a>
      <Masthead home="/" name={reviewName} by="Heard" />
      <div className="govuk-width-container">
        <main className="govuk-main-wrapper" id="main-content">
          <TwoThirds>
            <ErrorSummary heading="There is a problem" errors={listed} />
            <h1 className="govuk-heading-l">Review team sign in</h1>
            <form method="post" noValidate>
              <input type="hidden" name="from" value={from ?? ""} />
              <TextField
                name="email"
                label="Email address"
                type="email"
                autoComplete="username"
                spellCheck={false}
                defaultValue={reply?.email}
                error={errors.email}
              />
              <TextField
                name="password"
                label="Password"
                type="password"
                autoComplete="current-password"
                error={errors.password}
              />
              <Button>Sign in</Button>
            </form>
            <p className="govuk-body">
              If you cannot sign in, ask the person who runs Heard for your
              team.
            </p>
          </TwoThirds>
        </main>
      </div>
    </div>
  );
}
