import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listEntries } from "#app/domain/entries/entries.server.ts";
import type { Entry } from "#app/domain/entries/entries.ts";
import {
  entryAddress,
  newEntryAddress,
  receivedEmailsAddress,
} from "#app/entry-addresses.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { describeEntry } from "#app/screens/review/entries.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EntryList } from "#app/ui/review/entry-list.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

const toLine = (entry: Entry) => ({
  ...describeEntry(entry),
  href: entryAddress(entry.reference),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, context, "enter-responses");
  const { unchecked, checked } = await listEntries(context.db, staff);
  return {
    title: staffPageTitle(context, "Letters and calls"),
    unchecked: unchecked.map(toLine),
    checked: checked.map(toLine),
  };
}

export default function Entries() {
  const { unchecked, checked } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-l">Letters and calls</h1>
      <p className="govuk-body">
        What came by letter, email or phone, or was said at a meeting, is keyed
        in here. It joins the queue at once, marked with the way it came, and a
        second person reads it beside what it was keyed from.
      </p>
      <div className="govuk-button-group">
        <ButtonLink to={newEntryAddress()}>Key something in</ButtonLink>
        <a className="govuk-link" href={receivedEmailsAddress}>
          Emails that came as files
        </a>
      </div>
      <EntryList
        heading="To be checked by a second person"
        none="Nothing waits to be checked."
        entries={unchecked}
      />
      <EntryList
        heading="Checked"
        none="Nothing was checked yet."
        entries={checked}
      />
    </>
  );
}
