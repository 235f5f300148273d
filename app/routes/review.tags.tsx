import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { tagAddress, tagListAddress } from "#app/addresses.ts";
import { newTagSchema } from "#app/domain/tagging/tagging-forms.ts";
import { defineTag, selectTagList } from "#app/domain/tagging/tags.server.ts";
import { arrangeTags } from "#app/domain/tagging/tags.ts";
import { wholeQueue } from "#app/domain/triage/queue-filter.ts";
import { queueHref } from "#app/screens/review/queue-links.ts";
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
import { SelectField } from "#app/ui/choice-fields.tsx";
import { fieldProps, FormErrors } from "#app/ui/form-reply.tsx";
import { TagFields } from "#app/ui/reading/tag-fields.tsx";
import { TagTable } from "#app/ui/reading/tag-table.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "read-tags");
  const list = await selectTagList(context.db, viewer);
  const describe = (tag: (typeof list)[number]) => ({
    ...tag,
    href: tagAddress(tag.tagId),
    queueHref: queueHref(wholeQueue, { state: "all", tagId: tag.tagId }),
  });
  return {
    title: staffPageTitle(context, "Tags"),
    inUse: arrangeTags(list.filter((tag) => !tag.isRetired).map(describe)),
    retired: arrangeTags(list.filter((tag) => tag.isRetired).map(describe)),
  };
}

const known = knownFields(newTagSchema);

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const actor = await requireStaff(request, context, "edit-tags");
  const received = await readForm(args, known);
  const form = parseForm(received, newTagSchema, formProblems);
  if (form.status !== "success") return refuseForm(context, form);
  const outcome = await defineTag(context.db, {
    ...form.value,
    actor,
    now: context.now(),
  });
  if (outcome.ok) return redirect(tagListAddress(outcome.tagId), 303);
  return refuseForm(context, form, { errors: refusals[outcome.reason] });
}

const refusals: Record<
  "name-taken" | "parent-not-found",
  Record<string, string>
> = {
  "name-taken": {
    name: "There is a tag of this name already. Use it, or give this one another name",
  },
  "parent-not-found": {
    parentId: "This tag is not in use any more. Choose another",
  },
};

export default function TagList() {
  const { inUse, retired } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">Tags</h1>
      <div className="heard-reading">
        <div className="heard-reading__words">
          {inUse.length > 0 ? (
            <TagTable caption="Tags in use" tags={inUse} />
          ) : (
            <p className="govuk-body">
              There are no tags yet. Define the first one.
            </p>
          )}
          {retired.length > 0 && (
            <TagTable caption="Retired tags" tags={retired} />
          )}
        </div>
        <div className="heard-reading__work">
          <form method="post" noValidate>
            <h2 className="govuk-heading-m">Define a tag</h2>
            <TagFields reply={reply} />
            <SelectField
              {...fieldProps(reply, "parentId")}
              label="Part of (optional)"
              emptyLabel="No other tag"
              choices={inUse.map((tag) => ({
                value: String(tag.tagId),
                label: "\u2003".repeat(tag.depth) + tag.name,
              }))}
            />
            <Button>Define the tag</Button>
          </form>
        </div>
      </div>
    </>
  );
}
