import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { tagAddress } from "#app/addresses.ts";
import { recodeSchema } from "#app/domain/tagging/codebook-forms.ts";
import {
  previewRecoding,
  recodeChosen,
  type RecodingRefusal,
} from "#app/domain/tagging/recoding.server.ts";
import { selectTagsInUse } from "#app/domain/tagging/tags.server.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { readTagEvidence } from "#app/http/request/tag-evidence.server.ts";
import { type Goal, readGoal } from "#app/http/request/recoding-goal.server.ts";
import {
  type PreviewedChange,
  showPreview,
} from "#app/http/request/previewed-change.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { namesToOffer } from "#app/screens/review/codebook.ts";
import { tellDone } from "#app/screens/review/codebook-changes.ts";
import { describeEvidence } from "#app/screens/review/evidence.ts";
import { formProblems } from "#app/screens/review/form-problems.ts";
import {
  changedMeanwhile,
  describeRecoding,
  reshapingRefusals,
} from "#app/screens/review/reshaping.ts";
import { describeUnknownTag } from "#app/screens/review/tag-refusals.ts";
import { ConfirmChange } from "#app/ui/codebook/confirm-change.tsx";
import { EvidenceList } from "#app/ui/codebook/evidence-list.tsx";
import { KeyPages } from "#app/ui/codebook/key-pages.tsx";
import { RecodeFields } from "#app/ui/codebook/recode-fields.tsx";
import { FormErrors, sentList } from "#app/ui/form-reply.tsx";
import { BackLink } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

/** What is tagged with a tag and not with its parts, to be chosen from. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "reshape-codebook");
  const asked = { request, context, params, viewer };
  const read = await readTagEvidence(asked, () => ({ isOwnOnly: true }));
  const { items, pages, heading } = describeEvidence(read, "recode");
  return {
    title: staffPageTitle(context, `Tag anew: ${read.tag.name}`),
    name: read.tag.name,
    href: tagAddress(read.tag.tagId),
    names: namesToOffer(await selectTagsInUse(context.db)),
    ...{ items, pages, heading },
  };
}

const known = knownFields(recodeSchema);

/** Shows what taking the chosen to another tag comes to; then does it, if that is still so. */
export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const actor = await requireStaff(request, context, "reshape-codebook");
  const form = parseForm(
    await readForm(args, known),
    recodeSchema,
    formProblems,
  );
  if (form.status !== "success")
    return refuseForm<PreviewedChange>(context, form);
  const { db } = context;
  const { items, step, seen: seal } = form.value;
  const goal = await readGoal(db, form.value);
  if (!goal.ok) return refuseGoal(context, form, goal);
  const fromTagId = readWholeNumber(params.tag) ?? 0;
  const recoding = {
    ...{ fromTagId, items, to: goal.to, actor, now: context.now() },
  };
  const outcome =
    step === "preview"
      ? await previewRecoding(db, recoding)
      : await recodeChosen(db, { ...recoding, seal });
  if (outcome.ok && "changeId" in outcome)
    return redirectWithFlash(
      context,
      tagAddress(fromTagId),
      tellDone("newTag" in goal.to ? "split" : "recoded"),
    );
  if ("preview" in outcome) {
    const { preview } = outcome;
    const lines = describeRecoding(preview, goal.name);
    const changed = outcome.ok ? undefined : changedMeanwhile;
    return showPreview(context, form, { lines, seal: preview.seal }, changed);
  }
  return refuseRecoding(context, form, goal, outcome.reason);
}

function refuseRecoding(
  context: ActionFunctionArgs["context"],
  form: Parameters<typeof refuseForm>[1],
  goal: Extract<Goal, { ok: true }>,
  reason: RecodingRefusal,
) {
  if (reason === "not-found" || reason === "not-allowed")
    throw data(null, { status: 404 });
  const field = "newTag" in goal.to ? "newName" : "to";
  const errors = { [field]: reshapingRefusals[reason] };
  return refuseForm<PreviewedChange>(context, form, { status: 409, errors });
}

function refuseGoal(
  context: ActionFunctionArgs["context"],
  form: Parameters<typeof refuseForm>[1],
  goal: Extract<Goal, { ok: false }>,
) {
  const says: Record<string, string> = formProblems;
  const errors = goal.named
    ? { to: describeUnknownTag(goal.named) }
    : Object.fromEntries(
        Object.entries(goal.errors).map(([field, problem]) => [
          field,
          says[problem] ?? problem,
        ]),
      );
  return refuseForm<PreviewedChange>(context, form, { errors });
}

export default function Recode() {
  const { name, href, names, items, pages, heading } =
    useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const preview = reply?.preview;
  return (
    <>
      <BackLink to={href}>Back to the tag</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        Take passages from {name} to another tag
      </h1>
      <form method="post" noValidate>
        {preview && <ConfirmChange preview={preview} label="Tag them anew" />}
        <RecodeFields names={names} reply={reply} isPreviewed={!!preview} />
        <h2 className="govuk-heading-s">{heading}</h2>
        <EvidenceList items={items} chosen={sentList(reply, "items")} />
      </form>
      <KeyPages {...pages} />
    </>
  );
}
