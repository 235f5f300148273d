import type { ActionFunctionArgs } from "@remix-run/node";
import { takeSecondStepOff } from "#app/domain/accounts/second-steps.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { showPersonInstead } from "#app/http/request/shown-person.server.ts";
import { staffPosting } from "#app/http/request/staff-posting.server.ts";
import { personAddress } from "#app/people-addresses.ts";
import { secondStepOffLetter } from "#app/screens/review/staff-letters.ts";

export const loader = showPersonInstead;

/** Takes the second step off somebody who has lost it. Of one's own another admin decides. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId: ownId } = await requireStaff(
    request,
    context,
    "manage-people",
  );
  const { person: staffId = "" } = params;
  const { reviewName } = context.env;
  const isOff =
    staffId !== ownId &&
    (await takeSecondStepOff(context.db, {
      ...{ ...staffPosting(context), staffId },
      actor: { kind: "staff", staffId: ownId },
      write: ({ name }) => secondStepOffLetter({ reviewName, name }),
    }));
  return redirectWithFlash(context, personAddress(staffId), {
    kind: isOff ? "success" : "notice",
    text: isOff
      ? "The second step is off. They are signed out, and told by mail."
      : "Nothing was changed: there was no second step to take off.",
  });
}

/** Never shown, but with a page of its own a refusal is told in the review side's words, not as JSON. */
export default function TakeSecondStepOff() {
  return null;
}
