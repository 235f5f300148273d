import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findPerson } from "#app/domain/accounts/people.server.ts";
import {
  findSecondStep,
  offerSecondStep,
  readOffer,
  setUpSecondStep,
} from "#app/domain/accounts/second-steps.server.ts";
import { noteSecondStep } from "#app/domain/accounts/sessions.server.ts";
import { setUpSchema } from "#app/domain/team/team.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { findReader, requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { doubtOwnPassword } from "#app/http/request/own-password.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { accountAddress } from "#app/people-addresses.ts";
import { describeKey } from "#app/screens/review/account.ts";
import {
  passwordDoubt,
  peopleProblems,
  setUpRefusals,
} from "#app/screens/review/people-problems.ts";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { RecoveryCodes } from "#app/ui/review/recovery-codes.tsx";
import { SetUpForm } from "#app/ui/review/set-up-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** A key for one's app, which is written down nowhere until a code of it comes back. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-own-account");
  const { db, env, now, randomBytes } = context;
  const of = { staffId, secret: env.secret, now: now(), randomBytes };
  const { key, offer } = offerSecondStep(of);
  return {
    title: staffPageTitle(context, "Your second step"),
    isReplacing: (await findSecondStep(db, staffId)) !== undefined,
    isRequired: env.secondStep === "required",
    offer,
    ...(await tellKey(context, staffId, key)),
  };
}

async function tellKey(
  { db, env }: Pick<RequestContext, "db" | "env">,
  staffId: string,
  key: Buffer,
) {
  const person = await findPerson(db, staffId);
  const account = person?.email ?? "";
  return describeKey(key, { reviewName: env.reviewName, account });
}

const known = knownFields(setUpSchema);

/** Sets the second step up, where a code shows that the app has the key. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-own-account");
  const { sessionId } = await findReader(request, context);
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, setUpSchema, peopleProblems);
  const { db, env, randomBytes } = context;
  const now = context.now();
  const of = { staffId, secret: env.secret, now };
  const { offer } = setUpSchema.pick({ offer: true }).parse(submission.payload);
  const key = readOffer(offer, of);
  const again = key && { offer, ...(await tellKey(context, staffId, key)) };
  const refuse = (errors: Record<string, string>, status = 400) =>
    refuseForm(context, submission, {
      ...{ errors, status, withheld: ["code", "password", "offer"] },
      also: { again },
    });
  if (submission.status !== "success") return refuse({});
  const { code, password } = submission.value;
  const isReplacing = (await findSecondStep(db, staffId)) !== undefined;
  const doubt =
    isReplacing && (await doubtOwnPassword(context, { staffId, password }));
  if (doubt) return refuse({ password: passwordDoubt(doubt) });
  const setUp = { ...of, offer, code, randomBytes };
  const outcome = await setUpSecondStep(db, setUp);
  if (!outcome.ok) return refuse({ code: setUpRefusals[outcome.reason] });
  if (sessionId) await noteSecondStep(db, { sessionId, now });
  return data({ recoveryCodes: outcome.recoveryCodes });
}

export default function SetUpSecondStep() {
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      {reply && "recoveryCodes" in reply ? (
        <RecoveryCodes codes={reply.recoveryCodes} />
      ) : (
        <>
          <BackLink to={accountAddress}>Your account</BackLink>
          <SetUpForm {...view} {...reply?.again} reply={reply} />
        </>
      )}
    </TwoThirds>
  );
}
