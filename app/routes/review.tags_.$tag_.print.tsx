import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { redactionsOf } from "#app/domain/exports/redactions.server.ts";
import { releaseEvidence } from "#app/domain/exports/release-evidence.server.ts";
import { printedRows } from "#app/domain/tagging/retrieval.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { readTagEvidence } from "#app/http/request/tag-evidence.server.ts";
import { describePrinted } from "#app/screens/review/evidence.ts";
import { describeWithheld } from "#app/screens/review/evidence-file.ts";
import { describeTag } from "#app/screens/review/tag.ts";
import { exportWords } from "#app/words/review-en/exports.ts";
import { EvidenceList } from "#app/ui/codebook/evidence-list.tsx";
import { KeyPages } from "#app/ui/codebook/key-pages.tsx";
import { TagHeading } from "#app/ui/codebook/tag-heading.tsx";
import { BackLink } from "#app/ui/page-parts.tsx";
import { Unsent } from "#app/ui/unsent.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `Tag: ${page.shown.tag.name} – Heard` : "Tags – Heard" },
];

/** A tag's evidence for paper, many on a page. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "read-responses");
  const asked = { request, context, params, viewer };
  const read = await readTagEvidence(asked, () => ({ limit: printedRows }));
  const items = await releaseEvidence(
    context.db,
    {
      ...{ kind: "analysis", viewer, meanings: read.choices.meanings },
      ...{ redactionsOf, markOf: exportWords.redacted },
    },
    read.page.items,
  );
  return new Unsent({
    leftOut: describeWithheld(read.page.items.length - items.length),
    tag: describeTag(read.tag),
    ...describePrinted({ ...read, ignored: [] }, items),
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
      {screen.place && <p className="govuk-body-s">{screen.place}</p>}
      {screen.leftOut && <p className="govuk-body-s">{screen.leftOut}</p>}
      <p className="govuk-body-s heard-no-print">
        Print this page with your browser. Each passage says whether it may be
        quoted: paper cannot be taken back.
      </p>
      <KeyPages {...screen.pages} />
      {screen.emptyWords ? (
        <p className="heard-empty">{screen.emptyWords}</p>
      ) : (
        <EvidenceList items={screen.items} />
      )}
    </>
  );
}
