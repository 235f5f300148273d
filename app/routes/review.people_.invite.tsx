import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import {
  inviteAddress,
  joinAddress,
  peopleAddress,
} from "#app/people-addresses.ts";
import { invitePerson } from "#app/domain/team/invitations.server.ts";
import { inviteSchema } from "#app/domain/team/team.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import {
  letterPlace,
  staffPosting,
} from "#app/http/request/staff-posting.server.ts";
import { peopleProblems } from "#app/screens/review/people-problems.ts";
import { roleChoices, tellLetter } from "#app/screens/review/people.ts";
import { invitationLetter } from "#app/screens/review/staff-letters.ts";
import { Button } from "#app/ui/button.tsx";
import { RadiosField } from "#app/ui/choice-fields.tsx";
import { fieldProps, FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { TextField } from "#app/ui/text-fields.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "manage-people");
  return { title: staffPageTitle(context, "Invite somebody") };
}

const known = knownFields(inviteSchema);

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStaff(request, context, "manage-people");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, inviteSchema, peopleProblems);
  if (submission.status !== "success") return refuseForm(context, submission);
  const posting = staffPosting(context);
  const place = letterPlace(context, joinAddress);
  const invited = await invitePerson(context.db, {
    ...{ ...posting, ...submission.value, actor },
    write: (code) => invitationLetter(code, place),
  });
  if (!invited.ok)
    return refuseForm(context, submission, { errors: { email: takenWords } });
  return redirectWithFlash(context, peopleAddress, {
    kind: "success",
    text: tellLetter("The invitation", posting),
  });
}

const takenWords =
  "Somebody has this address already. If they have left, open their account again from the list of people";

export default function Invite() {
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={peopleAddress}>People</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">Invite somebody</h1>
      <form method="post" action={inviteAddress} noValidate>
        <TextField
          {...fieldProps(reply, "email")}
          label="Email address"
          hint="A code is sent there, with which they choose a name and a password. It can be used once, within 7 days."
          type="email"
          autoComplete="off"
          spellCheck={false}
        />
        <RadiosField
          {...fieldProps(reply, "role")}
          label="What they are on the team"
          choices={roleChoices}
        />
        <Button>Send the invitation</Button>
      </form>
    </TwoThirds>
  );
}
