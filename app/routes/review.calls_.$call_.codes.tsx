import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { lateCodeSchema } from "#app/domain/drafts/late-code-form.ts";
import {
  issueLateCode,
  selectIssuedCodes,
} from "#app/domain/drafts/late-codes.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { requireKeptCall } from "#app/http/request/kept-call.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import {
  codeProblems,
  describeLateCodes,
  lateCodePlace,
  newCodeWords,
} from "#app/screens/review/late-codes.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldProps, FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { LateCodeTable, NewLateCode } from "#app/ui/review/late-codes.tsx";
import type { RouteHandle } from "#app/ui/route-handle.ts";
import { TextField } from "#app/ui/text-fields.tsx";

export const handle: RouteHandle = { enhances: true };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

/** The codes for late answers to a call: how many are left, and for whom each was made. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const { db } = context;
  const call = await requireKeptCall(context, params.call);
  const codes = await selectIssuedCodes(db, call.id);
  const screen = describeLateCodes(call, codes, context.now());
  return {
    title: staffPageTitle(context, `Late answers: ${screen.callTitle}`),
    screen,
    mayIssue: call.state !== "archived",
  };
}

const known = knownFields(lateCodeSchema);

/** Makes a code, which the answer to this very post shows and nothing else ever does. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, lateCodeSchema, codeProblems);
  if (submission.status !== "success")
    return refuseForm<{ made?: undefined }>(context, submission);
  const call = await requireKeptCall(context, params.call);
  if (call.state === "archived") throw data(null, { status: 404 });
  const { db, env, randomBytes } = context;
  const { code } = await issueLateCode(db, {
    ...{ callId: call.id, secret: env.secret, note: submission.value.note },
    ...{ actor: { kind: "staff", staffId }, now: context.now(), randomBytes },
  });
  const place = lateCodePlace(call.slug, env.publicBaseUrl);
  return { sent: {}, errors: {}, made: { code, place } };
}

export default function LateCodes() {
  const { screen, mayIssue } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <BackLink to={screen.backHref}>{screen.callTitle}</BackLink>
      <TwoThirds>
        <FormErrors reply={reply} />
        <span className="govuk-caption-l">{screen.callTitle}</span>
        <h1 className="govuk-heading-l">Codes for late answers</h1>
        {reply?.made && <NewLateCode {...reply.made} words={newCodeWords} />}
        <p className="govuk-body">{screen.standing}</p>
        <p className="govuk-body">{screen.left}</p>
        {mayIssue && (
          <form method="post" noValidate>
            <TextField
              {...fieldProps(reply, "note")}
              label="For whom"
              hint="Only the team sees it. A role or an organisation is enough."
              autoComplete="off"
            />
            <Button>{reply?.made ? "Make another code" : "Make a code"}</Button>
          </form>
        )}
      </TwoThirds>
      {screen.codes.length > 0 && <LateCodeTable codes={screen.codes} />}
    </>
  );
}
