import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { sessionsAddress } from "#app/addresses.ts";
import { passkeysAddress, passwordAddress } from "#app/people-addresses.ts";
import { isToldOfHandOvers } from "#app/domain/accounts/hand-over-notices.server.ts";
import { findPerson } from "#app/domain/accounts/people.server.ts";
import { findSecondStep } from "#app/domain/accounts/second-steps.server.ts";
import {
  findStaffSession,
  selectOpenSessions,
} from "#app/domain/accounts/sessions.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { describeAccount } from "#app/screens/review/account.ts";
import { describeSession } from "#app/screens/review/sessions.ts";
import { TwoThirds } from "#app/ui/page-parts.tsx";
import { NoticesForm } from "#app/ui/review/notices-form.tsx";
import { SessionList } from "#app/ui/review/session-list.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** One's own account: who one is here, how one signs in, and where one is signed in. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-own-account");
  const { auth, db } = context;
  const now = context.now();
  const { headers } = request;
  const current = await findStaffSession(auth, db, { headers, now });
  const sessions = await selectOpenSessions(db, { staffId, now });
  const secondStep = await findSecondStep(db, staffId);
  const person = await findPerson(db, staffId);
  const isTold = await isToldOfHandOvers(db, staffId);
  return {
    title: staffPageTitle(context, "Your account"),
    isTold,
    rows: person ? describeAccount(person, secondStep) : [],
    own: sessions.map((session) => ({
      ...describeSession(session),
      isCurrent: session.sessionId === current?.session.sessionId,
    })),
  };
}

export default function Account() {
  const { rows, own, isTold } = useLoaderData<typeof loader>();
  return (
    <TwoThirds>
      <h1 className="govuk-heading-l">Your account</h1>
      <SummaryList rows={rows} />
      <p className="govuk-body">
        <a className="govuk-link" href={passwordAddress}>
          Change your password
        </a>
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={passkeysAddress}>
          Passkeys: sign in with your device
        </a>
      </p>
      <NoticesForm isTold={isTold} />
      <h2 className="govuk-heading-m">Where you are signed in</h2>
      <p className="govuk-body">
        A session ends by itself after half an hour without use, and after 12
        hours in any case.
      </p>
      <SessionList action={sessionsAddress} own={own} colleagues={undefined} />
    </TwoThirds>
  );
}
