import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { tagAddress } from "#app/addresses.ts";
import { changedTagSchema } from "#app/domain/tagging/codebook-forms.ts";
import {
  previewRedefinition,
  redefineTag,
  type SavedTag,
} from "#app/domain/tagging/redefining.server.ts";
import { findTagNamed } from "#app/domain/tagging/tag-names.server.ts";
import {
  findTag,
  selectTagList,
  selectTagsInUse,
} from "#app/domain/tagging/tags.server.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { namesToOffer } from "#app/screens/review/codebook.ts";
import {
  changeDone,
  describeRedefinition,
} from "#app/screens/review/codebook-changes.ts";
import { formProblems } from "#app/screens/review/form-problems.ts";
import { describeTagConflict } from "#app/screens/review/refusals.ts";
import {
  describeUnknownTag,
  tagRefusals,
} from "#app/screens/review/tag-refusals.ts";
import { Button } from "#app/ui/button.tsx";
import { ChangePreview } from "#app/ui/codebook/change-preview.tsx";
import { FormErrors, sentText } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { TagFields } from "#app/ui/reading/tag-fields.tsx";
import { ConflictNotice } from "#app/ui/review/conflict-notice.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "edit-tags");
  const tag = await findTag(context.db, readWholeNumber(params.tag) ?? 0);
  if (!tag || tag.isRetired) throw data(null, { status: 404 });
  const names = namesToOffer(await selectTagsInUse(context.db));
  return {
    title: staffPageTitle(context, `Change the tag: ${tag.name}`),
    tag,
    names,
  };
}

type Besides = { saved?: SavedTag; preview?: string[] };

const known = knownFields(changedTagSchema);

export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const actor = await requireStaff(request, context, "edit-tags");
  const received = await readForm(args, known);
  const form = parseForm(received, changedTagSchema, formProblems);
  if (form.status !== "success") return refuseForm<Besides>(context, form);
  const { db } = context;
  const { partOf, step, ...words } = form.value;
  const parent = partOf === "" ? undefined : await findTagNamed(db, partOf);
  if (parent && !parent.ok)
    return refuseForm<Besides>(context, form, {
      errors: { partOf: describeUnknownTag(parent) },
    });
  const tagId = readWholeNumber(params.tag) ?? 0;
  const parentId = parent?.tagId ?? null;
  const change = { ...words, tagId, parentId, actor, now: context.now() };
  const isPreview = step === "preview";
  const outcome = await (isPreview ? previewRedefinition : redefineTag)(
    db,
    change,
  );
  if (outcome.ok && !isPreview)
    return redirectWithFlash(context, tagAddress(tagId), changeDone(outcome));
  if (outcome.ok) {
    const counted = (await selectTagList(db, actor)).find(
      (one) => one.tagId === tagId,
    );
    const preview = describeRedefinition(outcome.difference, counted, partOf);
    const errors = {};
    return refuseForm<Besides>(context, form, {
      ...{ errors, status: 200, also: { preview } },
    });
  }
  return refuseRedefinition(context, form, outcome);
}

function refuseRedefinition(
  context: ActionFunctionArgs["context"],
  form: Parameters<typeof refuseForm>[1],
  outcome: Extract<Awaited<ReturnType<typeof redefineTag>>, { ok: false }>,
) {
  if (outcome.reason === "stale")
    return refuseForm<Besides>(context, form, {
      status: 409,
      also: { saved: outcome.saved },
    });
  const { reason } = outcome;
  if (reason === "not-found") throw data(null, { status: 404 });
  return refuseForm<Besides>(context, form, { errors: tagRefusals[reason] });
}

export default function ChangeTag() {
  const { tag, names } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const saved = reply?.saved;
  const rowVersion =
    saved?.rowVersion ?? sentText(reply, "rowVersion", String(tag.rowVersion));
  const form = (
    <form method="post" noValidate>
      <input type="hidden" name="rowVersion" value={rowVersion} />
      {reply?.preview && <ChangePreview lines={reply.preview} />}
      {reply?.preview && (
        <Button name="step" value="confirm">
          Change the tag
        </Button>
      )}
      <TagFields
        tag={tag}
        partOf={tag.parentName}
        names={names}
        reply={reply}
      />
      <Button
        kind={reply?.preview ? "secondary" : "primary"}
        name="step"
        value="preview"
      >
        {saved ? "Show what saving mine over it changes" : "Show what changes"}
      </Button>
    </form>
  );
  const written = {
    name: sentText(reply, "name"),
    definition: sentText(reply, "definition"),
  };
  return (
    <TwoThirds>
      <BackLink to={tagAddress(tag.tagId)}>Back to the tag</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">Change the tag {tag.name}</h1>
      {saved ? (
        <ConflictNotice
          {...describeTagConflict(written, saved)}
          subject="this tag"
          keepHref={tagAddress(tag.tagId)}
        >
          {form}
        </ConflictNotice>
      ) : (
        form
      )}
    </TwoThirds>
  );
}
