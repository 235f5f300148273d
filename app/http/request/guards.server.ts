import { data, redirect } from "@remix-run/node";
import { queueAddress, signInAddress } from "#app/addresses.ts";
import type { StaffMember } from "#app/domain/accounts/accounts.ts";
import { may, type Permission } from "#app/domain/accounts/permissions.ts";
import {
  neededSecondStep,
  type SecondStepNeed,
} from "#app/domain/accounts/second-steps.ts";
import { findStaffSession } from "#app/domain/accounts/sessions.server.ts";
import {
  secondStepPath,
  setUpSecondStepAddress,
} from "#app/people-addresses.ts";
import { queueNumbersPath } from "#app/queue-addresses.ts";
import type { RequestContext } from "./context.server.ts";
import { holdForm, isReviewPath } from "./held-form.server.ts";

/**
 * The first line of every staff loader and action: a layout's loader guards
 * nothing for its children (docs/decisions/002).
 *
 * @param permission what the page or the form lets a person do; whose role has not got it gets a 403.
 * @throws a redirect to the sign-in page; for a post a 401 with the form held,
 * which the review side's error boundary shows with a sign-in form; or a 403.
 */
export async function requireStaff(
  request: Request,
  context: Pick<
    RequestContext,
    "auth" | "db" | "env" | "now" | "receivedForm" | "logger" | "requestId"
  >,
  permission: Permission,
): Promise<StaffMember> {
  const { staff, need } = await findReader(request, context);
  if (!staff || !opensBefore(need, permission)) {
    const from = returnPathOf(request);
    const held = await holdForm(request, context);
    if (held)
      throw data({ held, from, name: context.env.reviewName }, { status: 401 });
    throw redirect(wayIn(staff ? need : "nothing", from), 303);
  }
  if (!may(staff, permission)) throw refusal(context, staff, permission);
  return staff;
}

/** What a session opens that still needs something: the way out, and, to set up what it needs, one's own account. */
function opensBefore(need: SecondStepNeed, permission: Permission): boolean {
  if (need === "nothing" || permission === "sign-out") return true;
  return (
    need === "set-up" &&
    (permission === "open-review-side" || permission === "keep-own-account")
  );
}

function wayIn(need: SecondStepNeed, from: string): string {
  if (need === "set-up") return setUpSecondStepAddress;
  return need === "code" ? secondStepPath(from) : signInAddress(from);
}

type Asking = Pick<RequestContext, "auth" | "db" | "env" | "now">;

export type Reader = {
  staff: StaffMember | undefined;
  /** What their session needs before it opens more than the way out. */
  need: SecondStepNeed;
  sessionId: string | undefined;
};

/** Who reads, by the context of their request: the loaders of one page run side by side, each with its guard. */
const readers = new WeakMap<Asking, Promise<Reader>>();

/**
 * Who sends a request, and what their session still needs. It refuses nobody:
 * that is a guard's to do.
 *
 * An action is asked for by itself: what it does may end the session of those
 * who read after it.
 */
export function findReader(request: Request, context: Asking): Promise<Reader> {
  const known = request.method === "GET" ? readers.get(context) : undefined;
  const found = known ?? readSession(request, context);
  if (request.method === "GET") readers.set(context, found);
  return found;
}

async function readSession(
  { headers, url }: Request,
  { auth, db, env, now }: Asking,
): Promise<Reader> {
  // What an open page asks for by itself is nobody's use of their session.
  const isUse = new URL(url).pathname !== queueNumbersPath;
  const asked = { headers, now: now(), isUse };
  const found = await findStaffSession(auth, db, asked);
  if (!found?.member)
    return { staff: undefined, need: "nothing", sessionId: undefined };
  return {
    staff: found.member,
    need: neededSecondStep(found.secondStep, env.secondStep),
    sessionId: found.session.sessionId,
  };
}

/**
 * A 403 to be thrown, written into the log first: what was asked for and with
 * which role. Not by whom and not where: an address names a response.
 */
export function refusal(
  { logger, requestId }: Pick<RequestContext, "logger" | "requestId">,
  { role }: Pick<StaffMember, "role">,
  permission: Permission,
): Response {
  logger.warn({ requestId, role, permission }, "A permission was missing");
  return new Response("Your account does not open this page", { status: 403 });
}

/** The page that was asked for; after a post, the page that its form stood on. */
function returnPathOf(request: Request): string {
  const own = new URL(request.url);
  if (request.method === "GET")
    return own.pathname.replace(/\.data$/, "") + own.search;
  const sent = request.headers.get("Referer") ?? "";
  const referer = URL.canParse(sent) ? new URL(sent) : undefined;
  return referer?.host === own.host
    ? referer.pathname + referer.search
    : queueAddress();
}

/** A place to go after a form: only a path of the review side, whatever was asked for. */
export function safeReturnPath(
  asked: string | null | undefined,
  fallback = queueAddress(),
): string {
  return asked &&
    /^\/review\/[\w/.?=&%+*:-]*$/.test(asked) &&
    isReviewPath(asked)
    ? asked
    : fallback;
}
