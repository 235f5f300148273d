import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { retireTagAddress, tagAddress } from "#app/addresses.ts";
import { changedTagSchema } from "#app/domain/tagging/tagging-forms.ts";
import { describeTagConflict } from "#app/screens/review/refusals.ts";
import {
  findTag,
  redefineTag,
  type SavedTag,
} from "#app/domain/tagging/tags.server.ts";
import { may } from "#app/domain/accounts/permissions.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { formProblems } from "#app/screens/review/form-problems.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors, sentText } from "#app/ui/form-reply.tsx";
import { BackLink, StatusTag, TwoThirds } from "#app/ui/page-parts.tsx";
import { TagFields } from "#app/ui/reading/tag-fields.tsx";
import { ConflictNotice } from "#app/ui/review/conflict-notice.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, context, "edit-tags");
  const tag = await findTag(context.db, readWholeNumber(params.tag) ?? 0);
  if (!tag) throw data(null, { status: 404 });
  return {
    title: staffPageTitle(context, `Tag: ${tag.name}`),
    tag,
    mayRetire: may(staff, "retire-tags") && !tag.isRetired,
  };
}

type SavedMeanwhile = { saved?: SavedTag };

const known = knownFields(changedTagSchema);

export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const actor = await requireStaff(request, context, "edit-tags");
  const received = await readForm(args, known);
  const form = parseForm(received, changedTagSchema, formProblems);
  if (form.status !== "success")
    return refuseForm<SavedMeanwhile>(context, form);
  const outcome = await redefineTag(context.db, {
    ...form.value,
    tagId: readWholeNumber(params.tag) ?? 0,
    actor,
    now: context.now(),
  });
  if (outcome.ok)
    return redirect(tagAddress(readWholeNumber(params.tag) ?? 0), 303);
  if (outcome.reason === "stale")
    return refuseForm<SavedMeanwhile>(context, form, {
      status: 409,
      also: { saved: outcome.saved },
    });
  const { reason } = outcome;
  if (reason === "not-found") throw data(null, { status: 404 });
  return refuseForm<SavedMeanwhile>(context, form, {
    errors: { name: refusals[reason] },
  });
}

const refusals = {
  "name-taken":
    "There is another tag of this name already. Give this one a different name",
  retired:
    "This tag was retired while you were writing. It stays as it is on what is tagged with it",
};

export default function TagPage() {
  const { tag, mayRetire } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const saved = reply?.saved;
  const rowVersion =
    saved?.rowVersion ?? sentText(reply, "rowVersion", String(tag.rowVersion));
  const written = {
    name: sentText(reply, "name"),
    definition: sentText(reply, "definition"),
  };
  const form = !tag.isRetired && (
    <form method="post" noValidate>
      <input type="hidden" name="rowVersion" value={rowVersion} />
      <TagFields tag={tag} reply={reply} />
      <Button>{saved ? "Save mine over it" : "Save the tag"}</Button>
    </form>
  );
  return (
    <TwoThirds>
      <BackLink to={tagAddress(tag.tagId)}>Back to the tag</BackLink>
      <FormErrors reply={reply} />
      {tag.parentName && (
        <span className="govuk-caption-l">Part of {tag.parentName}</span>
      )}
      <h1 className="govuk-heading-l">{tag.name}</h1>
      {tag.isRetired && <RetiredTag definition={tag.definition} />}
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
      {mayRetire && <RetireTag tagId={tag.tagId} />}
    </TwoThirds>
  );
}

function RetiredTag({ definition }: { definition: string }) {
  return (
    <>
      <p className="govuk-body">
        <StatusTag colour="grey">Retired</StatusTag>
      </p>
      <p className="govuk-body">{definition}</p>
      <p className="govuk-body">
        It can no longer be chosen. What was tagged with it still is.
      </p>
    </>
  );
}

function RetireTag({ tagId }: { tagId: number }) {
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Retire this tag</span>
      </summary>
      <div className="govuk-details__text">
        <p className="govuk-body">
          Nobody can choose a retired tag. It stays on every response and
          passage that has it, and its name is free for a new tag.
        </p>
        <form method="post" action={retireTagAddress(tagId)}>
          <Button kind="warning">Retire the tag</Button>
        </form>
      </div>
    </details>
  );
}
