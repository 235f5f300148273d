import { type ActionFunctionArgs, data } from "@remix-run/node";
import { personAddress, resetAddress } from "#app/people-addresses.ts";
import { sendReset } from "#app/domain/team/resets.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { showPersonInstead } from "#app/http/request/shown-person.server.ts";
import {
  letterPlace,
  staffPosting,
} from "#app/http/request/staff-posting.server.ts";
import { tellLetter } from "#app/screens/review/people.ts";
import { resetLetter } from "#app/screens/review/staff-letters.ts";

export const loader = showPersonInstead;

/** Sends somebody a code for another password. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId: ownId } = await requireStaff(
    request,
    context,
    "manage-people",
  );
  const { person: staffId = "" } = params;
  const posting = staffPosting(context);
  const place = letterPlace(context, resetAddress);
  const sent = await sendReset(context.db, {
    ...{ ...posting, staffId, actor: { kind: "staff", staffId: ownId } },
    write: (code, { name }) => resetLetter(code, { ...place, name }),
  });
  if (!sent) throw data(null, { status: 404 });
  return redirectWithFlash(context, personAddress(staffId), {
    kind: "success",
    text: tellLetter(`The code for ${sent.name}`, posting),
  });
}

/** Never shown, but with a page of its own a refusal is told in the review side's words, not as JSON. */
export default function SendReset() {
  return null;
}
