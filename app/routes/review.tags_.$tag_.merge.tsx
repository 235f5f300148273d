import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { tagAddress } from "#app/addresses.ts";
import { mergeSchema } from "#app/domain/tagging/codebook-forms.ts";
import { mergeTags, previewMerge } from "#app/domain/tagging/merging.server.ts";
import { findTagNamed } from "#app/domain/tagging/tag-names.server.ts";
import { findTag, selectTagsInUse } from "#app/domain/tagging/tags.server.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
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
import { formProblems } from "#app/screens/review/form-problems.ts";
import {
  changedMeanwhile,
  describeMerge,
  reshapingRefusals,
} from "#app/screens/review/reshaping.ts";
import { describeUnknownTag } from "#app/screens/review/tag-refusals.ts";
import { Button } from "#app/ui/button.tsx";
import { ConfirmChange } from "#app/ui/codebook/confirm-change.tsx";
import { fieldProps, FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { TagNameField } from "#app/ui/reading/tag-fields.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "reshape-codebook");
  const tag = await findTag(context.db, readWholeNumber(params.tag) ?? 0);
  if (!tag || tag.isRetired) throw data(null, { status: 404 });
  return {
    title: staffPageTitle(context, `Merge the tag: ${tag.name}`),
    tag,
    names: namesToOffer(await selectTagsInUse(context.db)),
  };
}

const known = knownFields(mergeSchema);

/** Shows what a merge comes to; then does it, if that is still so. */
export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const actor = await requireStaff(request, context, "reshape-codebook");
  const received = await readForm(args, known);
  const form = parseForm(received, mergeSchema, formProblems);
  if (form.status !== "success")
    return refuseForm<PreviewedChange>(context, form);
  const { db } = context;
  const { into, step, seen: seal } = form.value;
  const named = await findTagNamed(db, into);
  if (!named.ok)
    return refuseForm<PreviewedChange>(context, form, {
      errors: { into: describeUnknownTag(named) },
    });
  const fromTagId = readWholeNumber(params.tag) ?? 0;
  const merge = { fromTagId, toTagId: named.tagId, actor, now: context.now() };
  const outcome =
    step === "preview"
      ? await previewMerge(db, merge)
      : await mergeTags(db, { ...merge, seal });
  if (outcome.ok && "changeId" in outcome)
    return redirectWithFlash(
      context,
      tagAddress(named.tagId),
      tellDone("merged"),
    );
  if ("preview" in outcome) {
    const { preview } = outcome;
    const shown = { lines: describeMerge(preview), seal: preview.seal };
    const changed = outcome.ok ? undefined : changedMeanwhile;
    return showPreview(context, form, shown, changed);
  }
  const { reason } = outcome;
  if (reason === "not-found" || reason === "not-allowed")
    throw data(null, { status: 404 });
  const errors = { into: reshapingRefusals[reason] };
  return refuseForm<PreviewedChange>(context, form, { status: 409, errors });
}

export default function MergeTag() {
  const { tag, names } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const preview = reply?.preview;
  return (
    <TwoThirds>
      <BackLink to={tagAddress(tag.tagId)}>Back to the tag</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">Merge {tag.name} into another tag</h1>
      <form method="post" noValidate>
        {preview && <ConfirmChange preview={preview} label="Merge the tags" />}
        <TagNameField
          {...fieldProps(reply, "into")}
          label={`The tag that ${tag.name} is merged into`}
          names={names.filter((name) => name !== tag.name)}
        />
        <Button
          kind={preview ? "secondary" : "primary"}
          name="step"
          value="preview"
        >
          Show what changes
        </Button>
      </form>
    </TwoThirds>
  );
}
