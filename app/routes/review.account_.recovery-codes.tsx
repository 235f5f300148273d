import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import {
  findSecondStep,
  renewRecoveryCodes,
} from "#app/domain/accounts/second-steps.server.ts";
import { ownPasswordSchema } from "#app/domain/team/team.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { doubtOwnPassword } from "#app/http/request/own-password.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import {
  accountAddress,
  recoveryCodesAddress,
  setUpSecondStepAddress,
} from "#app/people-addresses.ts";
import {
  passwordDoubt,
  peopleProblems,
} from "#app/screens/review/people-problems.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { RecoveryCodes } from "#app/ui/review/recovery-codes.tsx";
import { TextField } from "#app/ui/text-fields.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** New recovery codes for an app that is there. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, context, "keep-own-passkeys");
  if (!(await findSecondStep(context.db, staff.staffId)))
    throw redirect(setUpSecondStepAddress, 303);
  return { title: staffPageTitle(context, "Make new recovery codes") };
}

const known = knownFields(ownPasswordSchema);

/** Makes them for whoever gives their password again; those of before end. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-own-passkeys");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, ownPasswordSchema, peopleProblems);
  const refuse = (errors: Record<string, string>) =>
    refuseForm(context, submission, { errors, withheld: ["password"] });
  if (submission.status !== "success") return refuse({});
  const { password } = submission.value;
  const doubt = await doubtOwnPassword(context, { staffId, password });
  if (doubt) return refuse({ password: passwordDoubt(doubt) });
  const { db, env, randomBytes } = context;
  const of = { staffId, secret: env.secret, now: context.now(), randomBytes };
  const recoveryCodes = await renewRecoveryCodes(db, of);
  if (!recoveryCodes) return redirect(setUpSecondStepAddress, 303);
  return data({ recoveryCodes });
}

export default function NewRecoveryCodes() {
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      {reply && "recoveryCodes" in reply ? (
        <RecoveryCodes codes={reply.recoveryCodes} />
      ) : (
        <>
          <BackLink to={accountAddress}>Your account</BackLink>
          <FormErrors reply={reply} />
          <h1 className="govuk-heading-l">Make new recovery codes</h1>
          <p className="govuk-body">
            The codes that you have now stop working. Your app stays as it is.
          </p>
          <form method="post" action={recoveryCodesAddress} noValidate>
            <TextField
              name="password"
              label="Your password"
              type="password"
              autoComplete="current-password"
              error={reply?.errors.password}
            />
            <Button>Make new codes</Button>
          </form>
        </>
      )}
    </TwoThirds>
  );
}
