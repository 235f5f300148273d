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
import { signInAddress } from "#app/addresses.ts";
import { takeSecondStepCode } from "#app/domain/accounts/second-steps.server.ts";
import { passSecondStep } from "#app/domain/accounts/sessions.server.ts";
import { sentField } from "#app/http/request/form-errors.server.ts";
import { findReader, safeReturnPath } from "#app/http/request/guards.server.ts";
import {
  countGuess,
  forgetGuesses,
} from "#app/http/request/guess-throttle.server.ts";
import { readHeldForm } from "#app/http/request/held-form.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { waitWords } from "#app/screens/review/people-problems.ts";
import { SecondStepForm } from "#app/ui/review/second-step-form.tsx";
import { SendHeldForm } from "#app/ui/review/held-form.tsx";
import { SignInFrame } from "#app/ui/review/sign-in-form.tsx";
import stylesheet from "#app/ui/review.scss?url";

const missing = "Enter the code from your app, or a recovery code";
const wrong =
  "This code is not right, or it was used already. Wait for your app to show the next one, and check that the clock of its device is right";

const codeSchema = z.object({ code: z.string(missing).max(100, missing) });

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
];

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** Where somebody with a right password shows that they have their app too. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const from = safeReturnPath(new URL(request.url).searchParams.get("from"));
  const { staff, need } = await findReader(request, context);
  // After its own form the cookie that the request came with may open nothing any more.
  if (context.urlencodedBody === undefined) {
    if (!staff) throw redirect(signInAddress(from), 303);
    if (need !== "code") throw redirect(from, 303);
  }
  return {
    title: staffPageTitle(context, "Your second step"),
    reviewName: context.env.reviewName,
    from,
  };
}

const known = knownFields(codeSchema, "from", "held");

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm({ request, context }, known);
  const { fields } = form;
  const submission = parseForm(form, codeSchema);
  const from = safeReturnPath(sentField(fields, "from"));
  const held = readHeldForm(sentField(fields, "held"));
  const refuse = (errors: Record<string, string>, status = 400) =>
    refuseForm(context, submission, {
      ...{ errors, status, withheld: ["code", "held"] },
      also: { held, from },
    });
  if (submission.status !== "success") return refuse({});
  const { staff, need, sessionId } = await findReader(request, context);
  if (!staff || sessionId === undefined)
    throw redirect(signInAddress(from), 303);
  if (need !== "code") return redirect(from, 303);
  const { staffId } = staff;
  const guess = { context, to: "second-step" as const, at: staffId };
  const counted = await countGuess(guess);
  if (!counted.ok) return refuse({ code: waitWords(counted.waitSeconds) }, 429);
  const { auth, db, env, randomBytes } = context;
  const now = context.now();
  const { code } = submission.value;
  const taking = { staffId, code, secret: env.secret, now };
  if (!(await takeSecondStepCode(db, taking)))
    return refuse({ code: wrong }, 401);
  await forgetGuesses(guess);
  const cookie = await passSecondStep(auth, db, {
    sessionId,
    now,
    randomBytes,
  });
  if (cookie === undefined) throw redirect(signInAddress(from), 303);
  const headers = { "Set-Cookie": cookie };
  if (!held) return redirect(from, { status: 303, headers });
  return data({ isPassed: true as const, held, from }, { headers });
}

export default function SecondStep() {
  const { reviewName, from } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <SignInFrame name={reviewName}>
      {reply && "isPassed" in reply ? (
        <SendHeldForm held={reply.held} />
      ) : (
        <SecondStepForm
          from={reply?.from ?? from}
          held={reply?.held}
          reply={reply}
        />
      )}
    </SignInFrame>
  );
}
