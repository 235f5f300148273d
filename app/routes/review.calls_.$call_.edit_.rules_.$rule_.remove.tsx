import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { editedRuleAddress, editorAddress } from "#app/authoring-addresses.ts";
import { removeRule } from "#app/domain/calls/authoring/rule-edits.ts";
import { removeRuleSchema } from "#app/domain/calls/authoring/rule-forms.ts";
import { editWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import { requireEditedRule } from "#app/http/request/edited-call.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { sentField } from "#app/http/request/form-errors.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { changedWhileLooking } from "#app/screens/review/call-editor-words.ts";
import { ruleNamed } from "#app/screens/review/call-rule-words.ts";
import { describeRuleRemoval } from "#app/screens/review/call-rules.ts";
import { RuleRemoval } from "#app/ui/authoring/rule-removal.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** Which pages everybody is asked without a rule, before it is removed. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const screen = describeRuleRemoval(await requireEditedRule(context, params));
  return { title: staffPageTitle(context, "Remove a rule"), screen };
}

const known = knownFields(removeRuleSchema);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const { fields } = await readForm({ request, context }, known);
  const { call, rule } = await requireEditedRule(context, params);
  const shown = fields.getAll("page").filter((one) => typeof one === "string");
  const of = { ruleId: rule.key, shown, seen: sentField(fields, "seen") };
  const saved = await editWorkingCopy(
    context.db,
    { callId: call.id, staffId, now: context.now() },
    (copy) => removeRule(copy, of),
  );
  if (saved.ok)
    return redirectWithFlash(context, `${editorAddress(call.slug)}#rules`, {
      ...{ kind: "success", text: "The rule is removed." },
    });
  const one = { callSlug: call.slug, ruleId: rule.key };
  return redirectWithFlash(context, editedRuleAddress(one), {
    kind: "notice",
    text: saved.reason === "rule-named" ? ruleNamed : changedWhileLooking,
  });
}

export default function RemoveRule() {
  const { screen } = useLoaderData<typeof loader>();
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>The rule</BackLink>
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{screen.callTitle}</span>
        {screen.naming.length > 0
          ? "This rule cannot be removed yet"
          : "Remove this rule"}
      </h1>
      <RuleRemoval {...screen} />
    </TwoThirds>
  );
}
