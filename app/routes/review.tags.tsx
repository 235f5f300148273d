import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { newTagSchema } from "#app/domain/tagging/tagging-forms.ts";
import { defineTag, selectTagList } from "#app/domain/tagging/tags.server.ts";
import { arrangeTags } from "#app/domain/tagging/tags.ts";
import { wholeQueue } from "#app/domain/triage/queue-filter.ts";
import { queueHref } from "#app/screens/review/queue-links.ts";
import { firstErrors, sentText } from "#app/http/request/form-errors.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { parseForm } from "#app/http/request/refused-form.server.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/choice-fields.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TagFields, summariseTagWords } from "#app/ui/reading/tag-fields.tsx";
import { TagTable } from "#app/ui/reading/tag-table.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "read-tags");
  const list = await selectTagList(context.db, viewer);
  const describe = (tag: (typeof list)[number]) => ({
    ...tag,
    href: `/review/tags/${tag.tagId}`,
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
  const { fields } = received;
  const refuse = (errors: TagErrors) => {
    context.hasFormErrors = true;
    return data({ sent: readSentTag(fields), errors }, 400);
  };
  const form = parseForm(received, newTagSchema);
  if (form.status !== "success") return refuse(firstErrors(form));
  const outcome = await defineTag(context.db, {
    ...form.value,
    actor,
    now: context.now(),
  });
  if (outcome.ok) return redirect(`/review/tags#tag-${outcome.tagId}`, 303);
  return refuse(refusals[outcome.reason]);
}

function readSentTag(fields: FormData) {
  return {
    name: sentText(fields, "name"),
    definition: sentText(fields, "definition"),
    parentId: sentText(fields, "parentId"),
  };
}

const refusals: Record<"name-taken" | "parent-not-found", TagErrors> = {
  "name-taken": {
    name: "There is a tag of this name already. Use it, or give this one another name",
  },
  "parent-not-found": {
    parentId: "This tag is not in use any more. Choose another",
  },
};

type TagErrors = Record<string, string>;

export default function TagList() {
  const { inUse, retired } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const errors: TagErrors = reply?.errors ?? {};
  return (
    <>
      <ErrorSummary
        heading="There is a problem"
        errors={summariseTagWords(errors)}
      />
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
            <TagFields values={reply?.sent} errors={errors} />
            <SelectField
              name="parentId"
              label="Part of (optional)"
              emptyLabel="No other tag"
              choices={inUse.map((tag) => ({
                value: String(tag.tagId),
                label: "\u2003".repeat(tag.depth) + tag.name,
              }))}
              defaultValue={reply?.sent.parentId}
              error={errors.parentId}
            />
            <Button>Define the tag</Button>
          </form>
        </div>
      </div>
    </>
  );
}
