import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { selectAllCalls } from "#app/domain/calls/calls.server.ts";
import {
  countHeldBack,
  heldBackPageRows,
  selectHeldBackPage,
} from "#app/domain/responses/held-back.server.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import {
  describeQuarantine,
  readStanding,
} from "#app/screens/review/quarantine.ts";
import { HeldBackList } from "#app/ui/review/held-back-list.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { StateLinks } from "#app/ui/review/state-links.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Quarantine: ${data.label} – Heard` : "Quarantine – Heard" },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "decide-held-back");
  const { db } = context;
  const { searchParams } = new URL(request.url);
  const standing = readStanding(searchParams);
  const counts = await countHeldBack(db, viewer);
  const total = counts.get(standing) ?? 0;
  const pageCount = Math.max(1, Math.ceil(total / heldBackPageRows));
  const asked = readWholeNumber(searchParams.get("page")) ?? 1;
  const page = Math.min(Math.max(1, asked), pageCount);
  const of = { viewer, standing, page };
  return describeQuarantine({
    standing,
    counts,
    responses: await selectHeldBackPage(db, of),
    calls: await selectAllCalls(db),
    pages: { page, pageCount },
  });
}

export default function Quarantine() {
  const screen = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-l">Quarantine</h1>
      <StateLinks links={screen.links} />
      <p className="govuk-body">{screen.lead}</p>
      {screen.emptyWords ? (
        <p className="heard-empty">{screen.emptyWords}</p>
      ) : (
        <HeldBackList lines={screen.lines} />
      )}
      <Pagination {...screen.pages} />
    </>
  );
}
