import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
} from "@remix-run/node";
import { joinAddress, peopleAddress } from "#app/people-addresses.ts";
import {
  inviteAgain,
  withdrawInvitation,
} from "#app/domain/team/invitations.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { sentField } from "#app/http/request/form-errors.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  letterPlace,
  staffPosting,
} from "#app/http/request/staff-posting.server.ts";
import { tellLetter } from "#app/screens/review/people.ts";
import { invitationLetter } from "#app/screens/review/staff-letters.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "manage-people");
  return redirect(peopleAddress, 303);
}

const known = knownFields(undefined, "intent");

/** Sends an invitation again, or withdraws it. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff(request, context, "manage-people");
  const { fields } = await readForm({ request, context }, known);
  const intent = sentField(fields, "intent");
  const { invitation: invitationId = "" } = params;
  if (intent === "withdraw") {
    const of = { invitationId, actor, now: context.now() };
    const isWithdrawn = await withdrawInvitation(context.db, of);
    return redirectWithFlash(context, peopleAddress, {
      kind: isWithdrawn ? "success" : "notice",
      text: isWithdrawn
        ? "The invitation is withdrawn: its code opens nothing any more."
        : "This invitation could not be used any more.",
    });
  }
  if (intent !== "again") throw data(null, { status: 400 });
  const posting = staffPosting(context);
  const place = letterPlace(context, joinAddress);
  const invited = await inviteAgain(context.db, {
    ...{ ...posting, invitationId, actor },
    write: (code) => invitationLetter(code, place),
  });
  if (!invited.ok && invited.reason === "not-found")
    throw data(null, { status: 404 });
  return redirectWithFlash(context, peopleAddress, {
    kind: invited.ok ? "success" : "notice",
    text: invited.ok
      ? tellLetter("Another invitation", posting)
      : "Nothing was sent: there is an account for that address already.",
  });
}

/** Never shown, but with a page of its own a refusal is told in the review side's words, not as JSON. */
export default function OneInvitation() {
  return null;
}
