import type { ActionFunctionArgs } from "@remix-run/node";
import { unlinkProvider } from "#app/domain/accounts/provider-links.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { showPersonInstead } from "#app/http/request/shown-person.server.ts";
import { staffPosting } from "#app/http/request/staff-posting.server.ts";
import { personAddress } from "#app/people-addresses.ts";
import { providerNameOr } from "#app/screens/review/provider-words.ts";
import { providerUnlinkedLetter } from "#app/screens/review/staff-letters.ts";

export const loader = showPersonInstead;

/** Unlinks somebody from their account with the identity provider, where they were given another there. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId: ownId } = await requireStaff(
    request,
    context,
    "manage-people",
  );
  const { person: staffId = "" } = params;
  const { reviewName } = context.env;
  const provider = providerNameOr(context.env.provider?.name);
  const isUnlinked = await unlinkProvider(context.db, {
    ...{ ...staffPosting(context), staffId },
    actor: { kind: "staff", staffId: ownId },
    write: ({ name }) => providerUnlinkedLetter({ reviewName, name, provider }),
  });
  return redirectWithFlash(context, personAddress(staffId), {
    kind: isUnlinked ? "success" : "notice",
    text: isUnlinked
      ? "Their account is unlinked. They are signed out, and told by mail."
      : "Nothing was changed: there was nothing to unlink.",
  });
}

/** Never shown, but with a page of its own a refusal is told in the review side's words, not as JSON. */
export default function UnlinkProvider() {
  return null;
}
