import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { tagAddress } from "#app/addresses.ts";
import { tagPlaceAddress } from "#app/codebook-addresses.ts";
import { retireSchema } from "#app/domain/tagging/codebook-forms.ts";
import { setTagRetired } from "#app/domain/tagging/redefining.server.ts";
import { findTag, selectTagList } from "#app/domain/tagging/tags.server.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { refusal, requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import {
  describeRetirement,
  retirementRefusals,
  tellDone,
} from "#app/screens/review/codebook-changes.ts";
import { Button } from "#app/ui/button.tsx";
import { ChangePreview } from "#app/ui/codebook/change-preview.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

/** What retiring a tag, or taking it back into use, would come to. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, context, "read-tags");
  const { db } = context;
  const tag = await findTag(db, readWholeNumber(params.tag) ?? 0);
  if (!tag) throw data(null, { status: 404 });
  const list = await selectTagList(db, staff);
  const verb = tag.isRetired ? "Take back into use" : "Retire";
  return {
    title: staffPageTitle(context, `${verb}: ${tag.name}`),
    heading: `${verb}: ${tag.name}`,
    tag,
    lines: describeRetirement(tag, list),
    href: tagAddress(tag.tagId),
  };
}

const known = knownFields(retireSchema);

/** Takes a tag out of use or back into it; for those who lead. */
export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const actor = await requireStaff(request, context, "retire-tags");
  const form = parseForm(await readForm(args, known), retireSchema);
  if (form.status !== "success") return refuseForm(context, form);
  const tagId = readWholeNumber(params.tag) ?? 0;
  const { to, rowVersion } = form.value;
  const isRetired = to === "retired";
  const outcome = await setTagRetired(context.db, {
    ...{ tagId, isRetired, rowVersion, actor, now: context.now() },
  });
  if (outcome.ok)
    return redirectWithFlash(
      context,
      tagAddress(tagId),
      tellDone(isRetired ? "retired" : "unretired"),
    );
  const { reason } = outcome;
  if (reason === "not-found") throw data(null, { status: 404 });
  if (reason === "not-allowed") throw refusal(context, actor, "retire-tags");
  return redirectWithFlash(context, tagPlaceAddress(tagId, "retire"), {
    kind: "notice",
    text: retirementRefusals[reason],
  });
}

export default function RetireTag() {
  const { heading, tag, lines, href } = useLoaderData<typeof loader>();
  return (
    <TwoThirds>
      <BackLink to={href}>Back to the tag</BackLink>
      <h1 className="govuk-heading-l">{heading}</h1>
      <ChangePreview lines={lines} />
      <form method="post">
        <input type="hidden" name="rowVersion" value={tag.rowVersion} />
        <input
          type="hidden"
          name="to"
          value={tag.isRetired ? "in-use" : "retired"}
        />
        <Button kind={tag.isRetired ? "primary" : "warning"}>
          {tag.isRetired ? "Take it back into use" : "Retire the tag"}
        </Button>
      </form>
    </TwoThirds>
  );
}
