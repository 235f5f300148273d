import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editedRuleAddress } from "#app/authoring-addresses.ts";
import {
  changeRule,
  removePart,
} from "#app/domain/calls/authoring/rule-edits.ts";
import {
  ruleFormSchema,
  toPath,
  writePath,
} from "#app/domain/calls/authoring/rule-forms.ts";
import { editWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import { requireEditedRule } from "#app/http/request/edited-call.server.ts";
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
import { ruleRefusals } from "#app/screens/review/call-rule-words.ts";
import { describeRuleForm } from "#app/screens/review/call-rules.ts";
import { RuleForm } from "#app/ui/authoring/rule-form.tsx";
import { RuleResults } from "#app/ui/authoring/rule-results.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** A rule by which pages are shown, and what it comes to. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const asked = new URL(request.url).searchParams.get("in") ?? "";
  const edited = await requireEditedRule(context, params);
  const screen = describeRuleForm(edited, toPath(asked));
  const heading = `${screen.heading} – ${screen.callTitle}`;
  return { title: staffPageTitle(context, heading), screen };
}

const known = knownFields(ruleFormSchema);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, ruleFormSchema, editProblems);
  if (submission.status !== "success")
    return refuseForm(context, submission, { also: { isConflict: false } });
  const { call, rule } = await requireEditedRule(context, params);
  const { in: path, remove, ...typed } = submission.value;
  const of = { ...typed, path, ruleId: rule.key };
  const saved = await editWorkingCopy(
    context.db,
    { callId: call.id, staffId, now: context.now() },
    (copy) =>
      remove === undefined
        ? changeRule(copy, of)
        : removePart(copy, { ...of, nth: remove }),
  );
  if (!saved.ok)
    return refuseForm(context, submission, {
      ...{ errors: ruleRefusals[saved.reason], status: 409 },
      also: { isConflict: saved.reason === "changed-meanwhile" },
    });
  const one = { callSlug: call.slug, ruleId: rule.key };
  const to = editedRuleAddress(one, undefined, writePath(path));
  return redirectWithFlash(context, to, {
    kind: "success",
    text: remove === undefined ? "The rule is saved." : "The part is removed.",
  });
}

export default function EditedRule() {
  const { screen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={screen.upHref ?? screen.backHref}>
        {screen.upHref ? "The level above" : "Words and questions"}
      </BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{screen.callTitle}</span>
        {screen.heading}
      </h1>
      <RuleResults {...screen} />
      <RuleForm rule={screen} reply={reply} />
      <p className="govuk-body">
        <a className="govuk-link" href={screen.removeHref}>
          Remove this rule
        </a>
      </p>
    </TwoThirds>
  );
}
