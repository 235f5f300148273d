import {
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  optionsOf,
  selectReaderChoices,
  selectReaderPage,
} from "#app/domain/tagging/retrieval.server.ts";
import {
  maxReaderRows,
  readReaderFilter,
} from "#app/domain/tagging/retrieval.ts";
import { findTag } from "#app/domain/tagging/tags.server.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { describeCut, describeEvidence } from "#app/screens/review/evidence.ts";
import { describeTag } from "#app/screens/review/tag.ts";
import { EvidenceList } from "#app/ui/codebook/evidence-list.tsx";
import { TagHeading } from "#app/ui/codebook/tag-heading.tsx";
import { BackLink } from "#app/ui/page-parts.tsx";
import { Unsent } from "#app/ui/unsent.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `Tag: ${page.shown.tag.name} – Heard` : "Tags – Heard" },
];

/** A tag's evidence on one page, for paper. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "read-responses");
  const { db } = context;
  const tag = await findTag(db, readWholeNumber(params.tag) ?? 0);
  if (!tag) throw data(null, { status: 404 });
  const { tagId } = tag;
  const choices = await selectReaderChoices(db, tagId);
  const { searchParams } = new URL(request.url);
  const { filter } = readReaderFilter(searchParams, optionsOf(choices));
  const page = await selectReaderPage(db, {
    ...{ tagId, filter, choices, viewer, now: context.now() },
    limit: maxReaderRows,
  });
  return new Unsent({
    tag: describeTag(tag),
    cut: describeCut(page),
    ...describeEvidence({ tag, page, filter, ignored: [], choices }),
  });
}

export default function PrintedTag() {
  const { shown: screen } = useLoaderData<typeof loader>();
  const filters = screen.activeFilters.map(({ label }) => label);
  return (
    <>
      <BackLink to={screen.tag.href}>Back to the tag</BackLink>
      <TagHeading tag={screen.tag} />
      <h2 className="govuk-heading-s">{screen.heading}</h2>
      {filters.length > 0 && (
        <p className="govuk-body-s">Narrowed to: {filters.join(", ")}</p>
      )}
      {screen.cut && <p className="govuk-body-s">{screen.cut}</p>}
      <p className="govuk-body-s heard-no-print">
        Print this page with your browser. Each passage says whether it may be
        quoted: paper cannot be taken back.
      </p>
      {screen.emptyWords ? (
        <p className="heard-empty">{screen.emptyWords}</p>
      ) : (
        <EvidenceList items={screen.items} />
      )}
    </>
  );
}
