import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  casesShown,
  countCases,
  readLane,
} from "#app/domain/responses/safeguarding/reading-cases.server.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import {
  describeLane,
  nextStepWords,
} from "#app/screens/review/safeguarding.ts";
import { Pagination } from "#app/ui/pagination.tsx";
import { CaseCards, NextStep } from "#app/ui/review/safeguarding-lane.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** Everything that is flagged, for those who decide about it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "decide-safeguarding");
  const { db } = context;
  const { hours, nextStep } = context.env.safeguarding;
  const clock = { hours, now: context.now() };
  const counts = await countCases(db, viewer, clock);
  const pageCount = Math.max(1, Math.ceil(counts.open / casesShown));
  const { searchParams } = new URL(request.url);
  const asked = readWholeNumber(searchParams.get("page")) ?? 1;
  const page = Math.min(Math.max(1, asked), pageCount);
  const lane = await readLane(db, viewer, page);
  return {
    title: staffPageTitle(context, "Safeguarding"),
    nextStep: nextStepWords(nextStep),
    ...describeLane(lane, { counts, page, pageCount }, clock),
  };
}

export default function Safeguarding() {
  const { open, openCount, closed, nextStep, overdueCount, pages } =
    useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-l">Safeguarding</h1>
      <p className="govuk-body">
        What is flagged is frozen: it is in no list and no search, and nothing
        is made of it until two of you have closed its case.
      </p>
      {overdueCount > 0 && (
        <p className="govuk-inset-text heard-notice">
          {overdueCount === 1
            ? "One case is overdue: nobody took it up in time."
            : `${overdueCount} cases are overdue: nobody took them up in time.`}
        </p>
      )}
      <NextStep words={nextStep} heading="What readers are told" level={2} />
      <h2 className="govuk-heading-m">Open ({openCount})</h2>
      {open.length === 0 ? (
        <p className="heard-empty">No case is open.</p>
      ) : (
        <CaseCards cases={open} />
      )}
      <Pagination {...pages} />
      {closed.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Closed</h2>
          <CaseCards cases={closed} />
        </>
      )}
    </>
  );
}
