import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { tagAddress, tagListAddress } from "#app/addresses.ts";
import { may } from "#app/domain/accounts/permissions.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { readTagEvidence } from "#app/http/request/tag-evidence.server.ts";
import { describeEvidence } from "#app/screens/review/evidence.ts";
import { takingReasonWords } from "#app/screens/review/evidence-file.ts";
import { describeTag, tagLinks } from "#app/screens/review/tag.ts";
import { EvidenceFilters } from "#app/ui/codebook/evidence-filters.tsx";
import { EvidenceList } from "#app/ui/codebook/evidence-list.tsx";
import { KeyPages } from "#app/ui/codebook/key-pages.tsx";
import { PageLinks } from "#app/ui/codebook/page-links.tsx";
import { TagHeading } from "#app/ui/codebook/tag-heading.tsx";
import { TakeOutEvidence } from "#app/ui/codebook/take-out-evidence.tsx";
import { BackLink } from "#app/ui/page-parts.tsx";
import { ActiveFilters } from "#app/ui/review/active-filters.tsx";
import { Unsent } from "#app/ui/unsent.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `Tag: ${page.shown.tag.name} – Heard` : "Tags – Heard" },
];

/** A tag's page: all that is tagged with it, to be read as evidence. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "read-responses");
  const read = await readTagEvidence({ request, context, params, viewer });
  const { tag, page } = read;
  return new Unsent({
    tag: describeTag(tag),
    ...describeEvidence(read),
    links: tagLinks(tag, {
      reshape: may(viewer, "reshape-codebook"),
      retire: may(viewer, "retire-tags"),
    }),
    mayTakeOut: may(viewer, "take-out-passages") && page.items.length > 0,
    here: tagAddress(tag.tagId),
  });
}

export default function TagPage() {
  const { shown: screen } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink to={tagListAddress()}>Back to the tags</BackLink>
      <TagHeading tag={screen.tag}>
        <PageLinks
          links={[
            ...screen.links,
            { label: "To print", href: screen.printHref },
          ]}
        />
      </TagHeading>
      <EvidenceFilters
        action={screen.here}
        hasParts={screen.hasParts}
        {...screen.filters}
      />
      {screen.notices.map((notice) => (
        <p className="govuk-inset-text heard-notice" key={notice}>
          {notice}
        </p>
      ))}
      <div className="heard-queue-summary">
        <h2 className="govuk-heading-s">{screen.heading}</h2>
        {screen.place && <p className="govuk-body-s">{screen.place}</p>}
        <ActiveFilters
          filters={screen.activeFilters}
          clearHref={screen.clearHref}
        />
      </div>
      {screen.emptyWords ? (
        <p className="heard-empty">{screen.emptyWords}</p>
      ) : (
        <EvidenceList items={screen.items} />
      )}
      <KeyPages {...screen.pages} />
      {screen.mayTakeOut && (
        <TakeOutEvidence
          action={screen.csvAction}
          reasons={takingReasonWords}
        />
      )}
    </>
  );
}
