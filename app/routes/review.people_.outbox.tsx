import {
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { peopleAddress } from "#app/people-addresses.ts";
import { openStaffOutbox } from "#app/domain/team/outbox.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { formatMoment } from "#app/words/review-en/times.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** Where no mail server is set: what people of the team would have been sent. Never what a respondent would. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff(request, context, "manage-people");
  const { db, env } = context;
  if (env.mail) throw data(null, { status: 404 });
  const of = { actor, secret: env.secret, now: context.now() };
  const letters = await openStaffOutbox(db, of);
  return {
    title: staffPageTitle(context, "Mail that waits"),
    letters: letters.map(({ createdAt, ...letter }) => ({
      ...letter,
      since: formatMoment(createdAt),
    })),
  };
}

export default function Outbox() {
  const { letters } = useLoaderData<typeof loader>();
  return (
    <TwoThirds>
      <BackLink to={peopleAddress}>People</BackLink>
      <h1 className="govuk-heading-l">Mail that waits</h1>
      <p className="govuk-body">
        No mail server is set, so nothing is sent. Pass each letter on to whom
        it is for, and to nobody else: its code lets them in. That you read them
        is in the log of events.
      </p>
      {letters.length === 0 && <p className="govuk-body">There is none.</p>}
      {letters.map(({ id, to, subject, text, since }) => (
        <section className="heard-letter" key={id}>
          <h2 className="govuk-heading-s">{subject}</h2>
          <p className="govuk-body-s">
            To {to}, since {since}
          </p>
          <p className="heard-letter__text">{text}</p>
        </section>
      ))}
    </TwoThirds>
  );
}
