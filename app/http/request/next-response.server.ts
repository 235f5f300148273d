import { responseAddress } from "#app/addresses.ts";
import type { StaffMember } from "#app/domain/accounts/accounts.ts";
import { findCallBySlug } from "#app/domain/calls/calls.server.ts";
import { claimNextResponse } from "#app/domain/responses/claims.server.ts";
import type { RequestContext } from "./context.server.ts";
import { type Flash, redirectWithFlash } from "./flash.server.ts";
import { safeReturnPath } from "./guards.server.ts";

type Next = {
  staff: StaffMember;
  /** The list the person works through; its call is the one they are given from. */
  queuePath: string;
  /** What was just saved, told on the next page. */
  saved?: string;
};

const words = {
  held: "You have this response already. Decide it, hand it over or give it back before you take the next.",
  "nothing-left": "Nothing is left to take.",
  "all-claimed":
    "What is left is being read by colleagues or assigned to them. Try again in a few minutes.",
};

/** Takes the next response and goes to it; back to the list where there is none, saying why. */
export async function openNextResponse(
  context: Pick<RequestContext, "db" | "env" | "now">,
  { staff, queuePath, saved }: Next,
): Promise<Response> {
  const slug = parametersOf(queuePath).get("call");
  const call = slug ? await findCallBySlug(context.db, slug) : undefined;
  const next = await claimNextResponse(context.db, {
    ...staff,
    callId: call?.id,
    now: context.now(),
  });
  const told = next.ok
    ? next.isNewClaim
      ? undefined
      : words.held
    : words[next.reason];
  const flash: Flash | undefined =
    told === undefined && saved === undefined
      ? undefined
      : {
          kind: told === undefined ? "success" : "notice",
          text: [saved, told].filter(Boolean).join(" "),
        };
  const to = next.ok ? responsePath(next.reference, queuePath) : queuePath;
  return redirectWithFlash(context, to, flash);
}

/** A response's page, with the list to go back to. */
export function responsePath(reference: string, queuePath: string): string {
  return responseAddress(reference, new URLSearchParams({ from: queuePath }));
}

/** The list that a response's page was opened from. */
export function queuePathOf(returnTo: string): string {
  return safeReturnPath(parametersOf(returnTo).get("from"));
}

function parametersOf(path: string): URLSearchParams {
  return new URL(path, "http://localhost").searchParams;
}
