import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import {
  type ClientActionFunctionArgs,
  useActionData,
  useLoaderData,
} from "@remix-run/react";
import { responseFormAddress } from "#app/addresses.ts";
import {
  readReadingView,
  responseHref,
  writeReadingView,
} from "#app/screens/review/reading-view.ts";
import { tagsRefusalWords } from "#app/screens/review/refusals.ts";
import {
  saveResponseTags,
  selectResponseTags,
} from "#app/domain/tagging/response-tags.server.ts";
import { responseTagsSchema } from "#app/domain/tagging/tagging-forms.ts";
import { selectTagsInUse } from "#app/domain/tagging/tags.server.ts";
import { arrangeTags } from "#app/domain/tagging/tags.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireResponse } from "#app/http/request/found-response.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import {
  readPageWork,
  withPageFields,
} from "#app/http/request/page-work.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { formProblems } from "#app/screens/review/form-problems.ts";
import { FormErrors, sentList, sentText } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { sendOrGiveBack } from "#app/ui/reading/unsent-passage.ts";
import { ResponseTagsForm } from "#app/ui/reading/response-tags-form.tsx";
import { describeWithdrawal } from "#app/screens/review/withdrawn.ts";
import { TypedInVain, WithdrawnNotice } from "#app/ui/review/withdrawn.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "tag-responses");
  const response = await requireResponse(context, viewer, params.reference);
  const view = readReadingView(new URL(request.url).searchParams);
  return {
    title: staffPageTitle(context, `Tags on ${response.reference}`),
    reference: response.reference,
    answersVersion: response.answersVersion,
    withdrawal: describeWithdrawal(response),
    view: writeReadingView(view),
    responseTags: await selectResponseTags(context.db, response.responseId),
    tags: arrangeTags(await selectTagsInUse(context.db)),
  };
}

const known = withPageFields(knownFields(responseTagsSchema, "view"));

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const actor = await requireStaff(request, context, "tag-responses");
  const work = { actor, known, saving: "tags" as const };
  const { response, form: received } = await readPageWork(args, work);
  const form = parseForm(received, responseTagsSchema, formProblems);
  if (form.status !== "success") return refuseForm(context, form);
  const { responseId, reference } = response;
  const outcome = await saveResponseTags(context.db, {
    ...form.value,
    responseId,
    actor,
    now: context.now(),
  });
  if (!outcome.ok)
    return refuseForm(context, form, {
      errors: tagsRefusalWords[outcome.reason],
      status: outcome.reason === "words-changed" ? 409 : 400,
    });
  const view = readReadingView(received.fields.get("view"));
  const to = responseHref(reference, view, "tags");
  const text = `The tags of ${reference} are saved.`;
  return redirectWithFlash(context, to, { kind: "success", text });
}

export const clientAction = ({
  request,
  serverAction,
}: ClientActionFunctionArgs) => sendOrGiveBack(request, serverAction);

export default function TagsOfResponse() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const chosen = chooseFrom(page, reply && sentList(reply, "tagIds"));
  const view = sentText(reply, "view", page.view);
  const back = responseHref(page.reference, readReadingView(view), "tags");
  const form = (
    <ResponseTagsForm
      action={responseFormAddress(page.reference, "tags")}
      seenTagIds={
        reply
          ? sentList(reply, "seenTagIds")
          : page.responseTags.map(({ tagId }) => tagId)
      }
      answersVersion={page.answersVersion}
      view={view}
      options={page.tags}
      lastUsedIds={[]}
      chosen={chosen}
      reply={reply}
      isMainForm
    />
  );
  return (
    <TwoThirds>
      <BackLink to={back}>Back to {page.reference}</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">Tags on {page.reference}</h1>
      {page.withdrawal ? (
        <>
          <WithdrawnNotice withdrawal={page.withdrawal} />
          <TypedInVain reply={reply} />
        </>
      ) : (
        form
      )}
    </TwoThirds>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

/** The tags the form starts with: those that were sent, else those that are saved. */
function chooseFrom(page: Page, sent: string[] | undefined) {
  const known = new Map(page.responseTags.map((tag) => [tag.tagId, tag]));
  if (!sent) return page.responseTags;
  const choosable = new Map(page.tags.map((tag) => [tag.tagId, tag]));
  return [...new Set(sent.map(Number))].flatMap((tagId) => {
    const tag = choosable.get(tagId);
    if (tag) return [{ tagId, name: tag.name, isRetired: false }];
    return known.get(tagId) ?? [];
  });
}
