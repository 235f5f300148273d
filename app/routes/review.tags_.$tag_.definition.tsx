import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { tagAddress } from "#app/addresses.ts";
import { tagPlaceAddress } from "#app/codebook-addresses.ts";
import { recheckSchema } from "#app/domain/tagging/codebook-forms.ts";
import { markLookedAtAgain } from "#app/domain/tagging/rechecking.server.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { readTagEvidence } from "#app/http/request/tag-evidence.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { plural } from "#app/screens/review/counted.ts";
import { describeEvidence } from "#app/screens/review/evidence.ts";
import { formProblems } from "#app/screens/review/form-problems.ts";
import { describeTag } from "#app/screens/review/tag.ts";
import { Button } from "#app/ui/button.tsx";
import { EvidenceList } from "#app/ui/codebook/evidence-list.tsx";
import { KeyPages } from "#app/ui/codebook/key-pages.tsx";
import { TagHeading } from "#app/ui/codebook/tag-heading.tsx";
import { FormErrors, sentList } from "#app/ui/form-reply.tsx";
import { BackLink } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

/** What was tagged before its tag was defined anew, and was not looked at again since. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "read-responses");
  const asked = { request, context, params, viewer };
  const read = await readTagEvidence(asked, ({ definedAnewAt }) => ({
    isOwnOnly: true,
    // A tag that never meant anything else has nothing before the first moment.
    notSeenSince: definedAnewAt ?? new Date(0).toISOString(),
  }));
  const { items, pages, heading } = describeEvidence(read, "definition");
  return {
    title: staffPageTitle(
      context,
      `Coded under the old definition: ${read.tag.name}`,
    ),
    tag: describeTag(read.tag),
    ...{ items, pages, heading },
  };
}

const known = knownFields(recheckSchema);

/** Ticks off what was looked at again and stays. */
export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const actor = await requireStaff(request, context, "tag-responses");
  const form = parseForm(
    await readForm(args, known),
    recheckSchema,
    formProblems,
  );
  if (form.status !== "success") return refuseForm(context, form);
  const tagId = readWholeNumber(params.tag) ?? 0;
  const count = await markLookedAtAgain(context.db, {
    ...{ tagId, ...form.value, actor, now: context.now() },
  });
  return redirectWithFlash(context, tagPlaceAddress(tagId, "definition"), {
    kind: "success",
    text: `${plural(count, "passage or response was", "passages or responses were")} looked at again.`,
  });
}

export default function OldDefinition() {
  const { tag, items, pages, heading } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <BackLink to={tagAddress(tag.tagId)}>Back to the tag</BackLink>
      <FormErrors reply={reply} />
      <TagHeading tag={tag} />
      <h2 className="govuk-heading-m">Coded under the old definition</h2>
      {items.length === 0 ? (
        <p className="heard-empty">
          All that is tagged with this was tagged, or looked at again, since it
          means what it means now.
        </p>
      ) : (
        <form method="post" noValidate>
          <p className="govuk-body">
            {heading}. Choose what still fits. What does not fit any more is
            changed in its text.
          </p>
          <EvidenceList items={items} chosen={sentList(reply, "items")} />
          <Button>Looked at again: it stays</Button>
        </form>
      )}
      <KeyPages {...pages} />
    </>
  );
}
