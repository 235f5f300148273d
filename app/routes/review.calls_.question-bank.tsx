import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { callsAddress } from "#app/call-addresses.ts";
import { selectBank } from "#app/domain/calls/bank/bank.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { describeBank } from "#app/screens/review/question-bank.ts";
import { BankList, FixedList } from "#app/ui/authoring/bank-list.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { BackLink, Part, TwoThirds } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** The questions that the review keeps for more than one call. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const screen = describeBank(await selectBank(context.db));
  return { title: staffPageTitle(context, "Question bank"), screen };
}

export default function QuestionBank() {
  const { screen } = useLoaderData<typeof loader>();
  return (
    <TwoThirds>
      <BackLink to={callsAddress}>Calls</BackLink>
      <h1 className="govuk-heading-l">Question bank</h1>
      <p className="govuk-body">
        Questions that the review asks in more than one call. A call takes a
        copy. When a question is changed here, each call says that there is a
        newer version, and somebody decides there whether to take it.
      </p>
      {screen.groups.map(({ heading, lines }) => (
        <Part key={heading} heading={heading}>
          <BankList lines={lines} />
        </Part>
      ))}
      {screen.groups.length === 0 && (
        <p className="govuk-body">
          Nothing is in the bank yet. Write a question here, or keep one of a
          call’s from the page on which it is changed.
        </p>
      )}
      <ButtonLink to={screen.newHref} kind="secondary">
        Write a question
      </ButtonLink>
      <FixedList lines={screen.fixed} />
      {screen.retired.length > 0 && (
        <Part heading="Retired: no call can take them">
          <BankList lines={screen.retired} />
        </Part>
      )}
    </TwoThirds>
  );
}
