import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editedRuleAddress } from "#app/authoring-addresses.ts";
import { selectGivenRules } from "#app/domain/calls/authoring/given-ids.server.ts";
import { addRule } from "#app/domain/calls/authoring/rule-edits.ts";
import { rulePartSchema } from "#app/domain/calls/authoring/rule-forms.ts";
import { editWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import { requireEditedCall } from "#app/http/request/edited-call.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { editProblems } from "#app/screens/review/call-editor-words.ts";
import {
  describeRuleSteps,
  readRuleSteps,
} from "#app/screens/review/call-rule-steps.ts";
import { ruleRefusals } from "#app/screens/review/call-rule-words.ts";
import { RuleSteps } from "#app/ui/authoring/rule-steps.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** The first part of a new rule is chosen, and the rule is made of it. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const edited = await requireEditedCall(context, params.call);
  const chosen = readRuleSteps(request.url);
  const screen = describeRuleSteps({ ...edited, chosen });
  return {
    title: staffPageTitle(context, screen.heading),
    ...{ screen, seen: chosen.seen },
  };
}

const known = knownFields(rulePartSchema);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, rulePartSchema, editProblems);
  if (submission.status !== "success")
    return refuseForm(context, submission, { also: { isConflict: false } });
  const { call } = await requireEditedCall(context, params.call);
  const taken = await selectGivenRules(context.db, call.id);
  const of = { ...submission.value, taken };
  const saved = await editWorkingCopy(
    context.db,
    { callId: call.id, staffId, now: context.now() },
    (copy) => addRule(copy, of),
  );
  if (!saved.ok)
    return refuseForm(context, submission, {
      ...{ errors: ruleRefusals[saved.reason], status: 409 },
      also: { isConflict: saved.reason === "changed-meanwhile" },
    });
  const ruleId = saved.copy.conditions.at(-1)?.key ?? "";
  const to = editedRuleAddress({ callSlug: call.slug, ruleId });
  return redirectWithFlash(context, to, {
    kind: "success",
    text:
      of.pageId === undefined
        ? "The rule is made."
        : "The rule is made, and the page is shown by it.",
  });
}

export default function NewRule() {
  const { screen, seen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>Back</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{screen.caption}</span>
        {screen.heading}
      </h1>
      <RuleSteps screen={screen} seen={seen} reply={reply} />
    </TwoThirds>
  );
}
