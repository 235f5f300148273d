import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { dueAddress } from "#app/due-addresses.ts";
import { dueSchema } from "#app/domain/calls/dues.ts";
import { findDueRule, setDueRule } from "#app/domain/calls/dues.server.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
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
  describeDueForm,
  dueProblems,
  dueSaved,
} from "#app/screens/review/dues.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldProps, FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { TextField } from "#app/ui/text-fields.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

/** By when the responses of a call should be read. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "oversee-work");
  const { id, slug, definition } = await requireKeptCall(context, params.call);
  const title = inLanguage(definition.title, "en");
  const rule = await findDueRule(context.db, id);
  return {
    title: staffPageTitle(context, `When responses are due: ${title}`),
    screen: describeDueForm({ slug, title }, rule),
  };
}

const known = knownFields(dueSchema);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "oversee-work");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, dueSchema, dueProblems);
  if (submission.status !== "success") return refuseForm(context, submission);
  const call = await requireKeptCall(context, params.call);
  await setDueRule(context.db, {
    ...{ callId: call.id, rule: submission.value.rule },
    ...{ actor: { kind: "staff", staffId }, now: context.now() },
  });
  return redirectWithFlash(context, dueAddress(call.slug), {
    ...{ kind: "success", text: dueSaved },
  });
}

export default function DuePage() {
  const { screen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>The ledger of {screen.callTitle}</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">When responses are due</h1>
      <p className="govuk-body">
        By when the team should have read what comes in to {screen.callTitle}.
        Rows of the queue tell it, and what is late is counted. Leave both empty
        where nobody has to hurry.
      </p>
      <form method="post" noValidate>
        <TextField
          {...fieldProps(reply, "withinDays", screen.withinDays)}
          label="Days after each response came"
          inputMode="numeric"
          autoComplete="off"
          widthCharacters={4}
        />
        <TextField
          {...fieldProps(reply, "by", screen.by)}
          label="Or one day for all of them"
          hint="Such as 31 January 2027, or 31/1/2027"
          autoComplete="off"
          widthCharacters={20}
        />
        <Button>Save</Button>
      </form>
    </TwoThirds>
  );
}
