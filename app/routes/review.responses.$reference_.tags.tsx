import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readReadingView, responseHref } from "#app/domain/tagging/reading.ts";
import {
  describeTagsConflict,
  tagsRefusalWords,
} from "#app/domain/tagging/refusal-words.ts";
import {
  saveResponseTags,
  selectResponseTags,
} from "#app/domain/tagging/response-tags.server.ts";
import type { SavedResponseTags } from "#app/domain/tagging/response-tags.ts";
import { responseTagsSchema } from "#app/domain/tagging/tagging-forms.ts";
import { selectTagsInUse } from "#app/domain/tagging/tags.server.ts";
import { arrangeTags } from "#app/domain/tagging/tags.ts";
import { findTriageStanding } from "#app/domain/triage/standing.server.ts";
import { firstErrors, sentText } from "#app/http/form-errors.server.ts";
import { requireStaff } from "#app/http/guards.server.ts";
import { readForm } from "#app/http/received-form.server.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import {
  ResponseTagsForm,
  summariseTagErrors,
  type TagFormErrors,
} from "#app/ui/reading/response-tags-form.tsx";
import { ConflictNotice } from "#app/ui/review/conflict-notice.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Tags on ${page?.reference ?? "a response"} – Heard` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context);
  const response = await findResponse({ context, params });
  const view = readReadingView(new URL(request.url).searchParams);
  return {
    reference: response.reference,
    rowVersion: response.rowVersion,
    back: responseHref(response.reference, view, "tags"),
    responseTags: await selectResponseTags(context.db, response.responseId),
    tags: arrangeTags(await selectTagsInUse(context.db)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const actor = await requireStaff(request, context);
  const { fields } = await readForm(args);
  const response = await findResponse(args);
  const form = parseWithZod(fields, { schema: responseTagsSchema });
  if (form.status !== "success")
    return data(replyTo(fields, firstErrors(form)), 400);
  const outcome = await saveResponseTags(context.db, {
    ...form.value,
    responseId: response.responseId,
    actor,
    now: context.now(),
  });
  const view = readReadingView(fields.get("view"));
  if (outcome.ok)
    return redirect(responseHref(response.reference, view, "tags"), 303);
  if (outcome.reason === "stale")
    return data(replyTo(fields, {}, outcome.saved), 409);
  return data(replyTo(fields, tagsRefusalWords[outcome.reason]), 400);
}

async function findResponse(
  of: Pick<LoaderFunctionArgs, "context" | "params">,
) {
  const { db, now } = of.context;
  const response = await findTriageStanding(
    db,
    of.params.reference ?? "",
    now(),
  );
  if (!response) throw data(null, { status: 404 });
  return response;
}

/** The form as it was sent, with what stands against saving it. */
function replyTo(
  fields: FormData,
  errors: TagFormErrors,
  saved?: SavedResponseTags,
) {
  return {
    tagIds: fields.getAll("tagIds").map(Number),
    view: sentText(fields, "view"),
    newTag: {
      newTagName: sentText(fields, "responseNewTagName"),
      newTagDefinition: sentText(fields, "responseNewTagDefinition"),
    },
    errors,
    saved,
  };
}

export default function TagsOfResponse() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const errors = reply?.errors ?? {};
  const saved = reply?.saved;
  const chosen = chooseFrom(page, reply?.tagIds);
  const form = (
    <ResponseTagsForm
      action={`/review/responses/${page.reference}/tags`}
      rowVersion={page.rowVersion}
      view={reply?.view ?? ""}
      options={page.tags}
      chosen={chosen}
      errors={errors}
      newTag={reply?.newTag}
      saveLabel={saved ? "Save my choice over it" : "Save tags"}
    />
  );
  const names = chosen.map(({ name }) => name);
  return (
    <TwoThirds>
      <BackLink to={page.back}>Back to {page.reference}</BackLink>
      <ErrorSummary
        heading="There is a problem"
        errors={summariseTagErrors(errors)}
      />
      <h1 className="govuk-heading-l">Tags on {page.reference}</h1>
      {saved ? (
        <ConflictNotice
          {...describeTagsConflict(names, saved)}
          keepHref={page.back}
        >
          {form}
        </ConflictNotice>
      ) : (
        form
      )}
    </TwoThirds>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

/** The tags the form starts with: those that were sent, else those that are saved. */
function chooseFrom(page: Page, tagIds: number[] | undefined) {
  const known = new Map(page.responseTags.map((tag) => [tag.tagId, tag]));
  if (!tagIds) return page.responseTags;
  const choosable = new Map(page.tags.map((tag) => [tag.tagId, tag]));
  return [...new Set(tagIds)].flatMap((tagId) => {
    const tag = choosable.get(tagId);
    if (tag) return [{ tagId, name: tag.name, isRetired: false }];
    return known.get(tagId) ?? [];
  });
}
