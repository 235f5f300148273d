import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { tagListAddress } from "#app/addresses.ts";
import { newTagSchema } from "#app/domain/tagging/codebook-forms.ts";
import { findTagNamed } from "#app/domain/tagging/tag-names.server.ts";
import { defineTag, selectTagList } from "#app/domain/tagging/tags.server.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { describeCodebook } from "#app/screens/review/codebook.ts";
import { formProblems } from "#app/screens/review/form-problems.ts";
import {
  describeUnknownTag,
  tagRefusals,
} from "#app/screens/review/tag-refusals.ts";
import { Button } from "#app/ui/button.tsx";
import { PageLinks } from "#app/ui/codebook/page-links.tsx";
import { FindTag } from "#app/ui/codebook/find-tag.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { TagFields } from "#app/ui/reading/tag-fields.tsx";
import { TagTable } from "#app/ui/reading/tag-table.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

/** The codebook: all tags with what they mean and how often they are used. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "read-tags");
  const list = await selectTagList(context.db, viewer);
  const { searchParams } = new URL(request.url);
  return {
    title: staffPageTitle(context, "Tags"),
    partOf: searchParams.get("part")?.slice(0, 200) ?? "",
    ...describeCodebook(list, {
      find: searchParams.get("find")?.trim().slice(0, 200) ?? "",
      under: readWholeNumber(searchParams.get("under")),
    }),
  };
}

const known = knownFields(newTagSchema);

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const actor = await requireStaff(request, context, "edit-tags");
  const received = await readForm(args, known);
  const form = parseForm(received, newTagSchema, formProblems);
  if (form.status !== "success") return refuseForm(context, form);
  const { partOf, ...tag } = form.value;
  const parent =
    partOf === "" ? undefined : await findTagNamed(context.db, partOf);
  if (parent && !parent.ok)
    return refuseForm(context, form, {
      errors: { partOf: describeUnknownTag(parent) },
    });
  const outcome = await defineTag(context.db, {
    ...tag,
    parentId: parent?.tagId,
    actor,
    now: context.now(),
  });
  if (outcome.ok) return redirect(tagListAddress(outcome.tagId), 303);
  return refuseForm(context, form, { errors: tagRefusals[outcome.reason] });
}

export default function TagList() {
  const screen = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">Tags</h1>
      <PageLinks links={screen.links} />
      <div className="heard-reading heard-codebook">
        <div className="heard-reading__words">
          {screen.hasTags && <FindTag {...screen} action={tagListAddress()} />}
          {screen.hasTags ? (
            <TagTable
              caption={screen.caption}
              tags={screen.inUse}
              canHaveParts
            />
          ) : (
            <p className="govuk-body">
              There are no tags yet. Define the first one, or take in a
              codebook.
            </p>
          )}
          {screen.isCut && (
            <p className="govuk-body">
              There are more. Find a tag by its name.
            </p>
          )}
          {screen.retired.length > 0 && (
            <details className="govuk-details">
              <summary className="govuk-details__summary">
                <span className="govuk-details__summary-text">
                  {screen.retiredWords}
                </span>
              </summary>
              <TagTable caption="Retired tags" tags={screen.retired} />
            </details>
          )}
        </div>
        <div className="heard-reading__work heard-no-print">
          <form method="post" noValidate>
            <h2 className="govuk-heading-m">Define a tag</h2>
            <TagFields
              partOf={screen.partOf}
              names={screen.names}
              reply={reply}
            />
            <Button>Define the tag</Button>
          </form>
        </div>
      </div>
    </>
  );
}
