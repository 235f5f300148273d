import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { findSignedInStaff } from "#app/domain/accounts/accounts.server.ts";
import { sentField } from "#app/http/request/form-errors.server.ts";
import { safeReturnPath } from "#app/http/request/guards.server.ts";
import { readHeldForm } from "#app/http/request/held-form.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { signInStaff } from "#app/http/request/staff-session.server.ts";
import { secondStepPath } from "#app/people-addresses.ts";
import type { RouteHandle } from "#app/ui/route-handle.ts";
import stylesheet from "#app/ui/review.scss?url";
import { busyWords, waitWords } from "#app/screens/review/people-problems.ts";
import { providerProblem } from "#app/screens/review/provider-words.ts";
import { HeldBySession } from "#app/ui/review/second-step-form.tsx";
import { SignInForm, SignInFrame } from "#app/ui/review/sign-in-form.tsx";

const emailWords = "Enter your email address, like name@example.com";

const signInSchema = z.object({
  email: z.string(emailWords).max(320, emailWords).pipe(z.email(emailWords)),
  password: z.string("Enter your password").max(256, "Enter your password"),
});

export const handle: RouteHandle = { passkeys: true };

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
];

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams: asked } = new URL(request.url);
  const from = asked.get("from");
  if (
    await findSignedInStaff(context.auth, context.db, {
      headers: request.headers,
      now: context.now(),
    })
  )
    throw redirect(safeReturnPath(from), 303);
  const { reviewName, provider } = context.env;
  return {
    title: staffPageTitle(context, "Review team sign in"),
    ...{ reviewName, from },
    isPasskeyRefused: asked.has("passkey"),
    provider: provider && {
      name: provider.name,
      problem: providerProblem(asked.get("provider"), provider.name),
    },
  };
}

const known = knownFields(signInSchema, "from", "held");

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm({ request, context }, known);
  const { fields } = form;
  const submission = parseForm(form, signInSchema);
  const from = safeReturnPath(sentField(fields, "from"));
  const held = readHeldForm(sentField(fields, "held"));
  const givenBack = { withheld: ["password", "held"], also: { held } };
  if (submission.status !== "success")
    return refuseForm(context, submission, givenBack);
  const who = { request, context, ...submission.value };
  const signedIn = await signInStaff(who);
  if (signedIn.ok) {
    const { headers, need } = signedIn;
    const to = need === "code" ? secondStepPath(from) : from;
    if (!held) return redirect(to, { status: 303, headers });
    return data({ held, need, from }, { headers });
  }
  if (signedIn.reason === "wrong")
    return refuseForm(context, submission, {
      ...givenBack,
      errors: { email: wrongWords },
      status: 401,
    });
  if (signedIn.reason === "busy")
    return refuseForm(context, submission, {
      ...givenBack,
      errors: { email: busyWords },
      status: 503,
      headers: { "Retry-After": "20" },
    });
  const { waitSeconds } = signedIn;
  return refuseForm(context, submission, {
    ...givenBack,
    errors: { email: waitWords(waitSeconds) },
    status: 429,
    headers: { "Retry-After": String(waitSeconds) },
  });
}

const wrongWords =
  "The email address and password do not belong together. Check both and try again";

export default function SignInPage() {
  const { reviewName, ...page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <SignInFrame name={reviewName}>
      {reply && "need" in reply ? (
        <HeldBySession {...reply} />
      ) : (
        <SignInForm {...page} held={reply?.held} reply={reply} />
      )}
    </SignInFrame>
  );
}
