import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { selectExports } from "#app/domain/exports/exports.server.ts";
import { exportsAddress, newExportAddress } from "#app/export-addresses.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { describeExport } from "#app/screens/review/exports.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { ExportList } from "#app/ui/review/export-list.tsx";
import { useFreshness } from "#app/ui/review/use-freshness.ts";

export const handle = { hydrates: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** What was taken out as files, by whom and what for. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "take-out-passages");
  const exports = await selectExports(context.db);
  return {
    title: staffPageTitle(context, "Exports"),
    lines: exports.map(describeExport),
  };
}

export default function Exports() {
  const { lines } = useLoaderData<typeof loader>();
  const isUnderWay = lines.some((line) => line.isUnderWay);
  useFreshness(isUnderWay);
  return (
    <>
      <h1 className="govuk-heading-l">Exports</h1>
      <p className="govuk-body heard-exports__about">
        Words of people as files, out of Heard. What was taken back or is
        flagged for safeguarding is in none of them, and nobody is named. Each
        file is deleted after 7 days.
      </p>
      <div className="govuk-button-group">
        <ButtonLink to={newExportAddress()}>Ask for a file</ButtonLink>
        {isUnderWay && (
          <a className="govuk-link" href={exportsAddress}>
            Show how far they are now
          </a>
        )}
      </div>
      {lines.length === 0 ? (
        <p className="heard-empty">Nothing was taken out yet.</p>
      ) : (
        <ExportList lines={lines} />
      )}
    </>
  );
}
