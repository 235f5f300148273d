import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personAddress } from "#app/people-addresses.ts";
import {
  disablePerson,
  enablePerson,
  previewDisabling,
} from "#app/domain/team/access.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { sentField } from "#app/http/request/form-errors.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  describeDisabling,
  tellDisabled,
} from "#app/screens/review/disabling.ts";
import { accountRefusals } from "#app/screens/review/people.ts";
import { Button } from "#app/ui/button.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** What shutting somebody's account does, before it is done. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "manage-people");
  const { person: staffId = "" } = params;
  const of = { staffId, viewer, now: context.now() };
  const preview = await previewDisabling(context.db, of);
  if (!preview) throw data(null, { status: 404 });
  if (preview.disabledAt !== null || staffId === viewer.staffId)
    throw redirect(personAddress(staffId), 303);
  const { name } = preview;
  return {
    title: staffPageTitle(context, `Shut the account of ${name}`),
    staffId,
    name,
    lines: describeDisabling(preview),
  };
}

const known = knownFields(undefined, "intent");

/** Shuts somebody's account, or opens it again. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId: ownId } = await requireStaff(
    request,
    context,
    "manage-people",
  );
  const { fields } = await readForm({ request, context }, known);
  const intent = sentField(fields, "intent");
  const { person: staffId = "" } = params;
  const actor = { kind: "staff" as const, staffId: ownId };
  const of = { staffId, actor, now: context.now() };
  const tell = (text: string, kind: "success" | "notice" = "success") =>
    redirectWithFlash(context, personAddress(staffId), { kind, text });
  if (intent !== "disable" && intent !== "enable")
    throw data(null, { status: 400 });
  const outcome =
    intent === "disable"
      ? await disablePerson(context.db, of)
      : await enablePerson(context.db, of);
  if (!outcome.ok && outcome.reason === "not-found")
    throw data(null, { status: 404 });
  if (!outcome.ok) return tell(accountRefusals[outcome.reason], "notice");
  return tell(
    outcome.handedBack
      ? tellDisabled(outcome)
      : `${outcome.name} can sign in again.`,
  );
}

export default function Disable() {
  const { staffId, name, lines } = useLoaderData<typeof loader>();
  return (
    <TwoThirds>
      <BackLink to={personAddress(staffId)}>{name}</BackLink>
      <h1 className="govuk-heading-l">Shut the account of {name}</h1>
      <ul className="govuk-list govuk-list--bullet">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <form method="post" action={personAddress(staffId, "disable")}>
        <div className="govuk-button-group">
          <Button kind="warning" name="intent" value="disable">
            Shut the account
          </Button>
          <a className="govuk-link" href={personAddress(staffId)}>
            Leave it open
          </a>
        </div>
      </form>
    </TwoThirds>
  );
}
