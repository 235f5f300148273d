import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { tagListAddress } from "#app/addresses.ts";
import {
  readTagPairs,
  readTagTable,
  tableKinds,
} from "#app/domain/tagging/tables.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import {
  describePairs,
  describeTables,
  describeTagTable,
} from "#app/screens/review/tag-tables.ts";
import { CountTable } from "#app/ui/codebook/count-table.tsx";
import { PageLinks } from "#app/ui/codebook/page-links.tsx";
import { PairTable } from "#app/ui/codebook/pair-table.tsx";
import { TagPicture } from "#app/ui/codebook/tag-picture.tsx";
import { UnusedTags } from "#app/ui/codebook/unused-tags.tsx";
import { BackLink } from "#app/ui/page-parts.tsx";
import { Unsent } from "#app/ui/unsent.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.shown.heading ?? "Tables of tags"} – Heard` },
];

/** Tags against who speaks, questions, weeks and each other. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "read-responses");
  const { db } = context;
  const { searchParams } = new URL(request.url);
  const isExact = searchParams.get("exact") === "yes";
  const by = searchParams.get("by");
  if (by === "pairs")
    return new Unsent({
      ...describeTables("pairs", isExact),
      table: undefined,
      pairs: describePairs(await readTagPairs(db, viewer), isExact),
    });
  const kind = tableKinds.find((one) => one === by) ?? "speaker";
  const table = await readTagTable(db, viewer, kind);
  return new Unsent({
    ...describeTables(kind, isExact),
    table: describeTagTable(table, kind, isExact),
    pairs: [],
  });
}

export default function TagTables() {
  const { shown: screen } = useLoaderData<typeof loader>();
  const { heading, table, pairs } = screen;
  return (
    <>
      <BackLink to={tagListAddress()}>Back to the tags</BackLink>
      <h1 className="govuk-heading-l">{heading}</h1>
      <PageLinks links={screen.links} />
      <p className="govuk-inset-text heard-notice">{screen.note}</p>
      <PageLinks links={[screen.other]} />
      {screen.picture && table && table.rows.length > 0 && (
        <TagPicture picture={screen.picture} />
      )}
      {table && table.rows.length > 0 && table.columns.length > 0 && (
        <CountTable caption={heading} {...table} />
      )}
      {table && <UnusedTags {...table} />}
      {pairs.length > 0 && <PairTable caption={heading} pairs={pairs} />}
      {pairs.length === 0 && !table?.rows.length && !table?.unused.length && (
        <p className="heard-empty">There is nothing to count yet.</p>
      )}
    </>
  );
}
