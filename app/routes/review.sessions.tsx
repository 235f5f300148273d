import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { sessionsAddress } from "#app/addresses.ts";
import type { StaffMember } from "#app/domain/accounts/accounts.ts";
import { selectActiveStaff } from "#app/domain/accounts/accounts.server.ts";
import { may } from "#app/domain/accounts/permissions.ts";
import {
  endSessions,
  findStaffSession,
  selectOpenSessions,
} from "#app/domain/accounts/sessions.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { sentField } from "#app/http/request/form-errors.server.ts";
import { refusal, requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { describeSession } from "#app/screens/review/sessions.ts";
import { SessionList } from "#app/ui/review/session-list.tsx";

const ownPath = sessionsAddress;
const known = knownFields(undefined, "session", "staff");

export const meta: MetaFunction = () => [
  { title: "Where you are signed in – Heard" },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, context, "keep-own-account");
  const { db } = context;
  const now = context.now();
  const current = await findCurrentSession(request, context);
  const { staffId } = staff;
  const own = await selectOpenSessions(db, { staffId, now });
  return {
    own: own.map((session) => ({
      ...describeSession(session),
      isCurrent: session.sessionId === current?.sessionId,
    })),
    colleagues: may(staff, "end-any-session")
      ? await describeColleagues(staff, context)
      : undefined,
  };
}

async function findCurrentSession(
  request: Request,
  { auth, db, now }: Pick<RequestContext, "auth" | "db" | "now">,
) {
  const of = { headers: request.headers, now: now() };
  return (await findStaffSession(auth, db, of))?.session;
}

/** Colleagues with a session that can still be used, by name. */
async function describeColleagues(
  { staffId: ownId }: StaffMember,
  { db, now }: Pick<RequestContext, "db" | "now">,
) {
  const sessions = await selectOpenSessions(db, { now: now() });
  const staff = await selectActiveStaff(db);
  return staff
    .filter(({ staffId }) => staffId !== ownId)
    .map(({ staffId, name }) => ({
      staffId,
      name,
      count: sessions.filter((one) => one.staffId === staffId).length,
    }))
    .filter(({ count }) => count > 0);
}

/** Ends one of one's own sessions, all of one's own but this, or, for those who lead, a colleague's. */
export async function action({ request, context }: ActionFunctionArgs) {
  const staff = await requireStaff(request, context, "keep-own-account");
  const { fields } = await readForm({ request, context }, known);
  const staffId = sentField(fields, "staff") || staff.staffId;
  if (staffId !== staff.staffId && !may(staff, "end-any-session"))
    throw refusal(context, staff, "end-any-session");
  const sessionId = sentField(fields, "session");
  const current = await findCurrentSession(request, context);
  const of = sessionId
    ? { sessionId }
    : staffId === staff.staffId && current
      ? { exceptId: current.sessionId }
      : {};
  const count = await endSessions(context.db, {
    staffId,
    ...of,
    endedBy: staff.staffId,
    now: context.now(),
  });
  return redirectWithFlash(context, ownPath, {
    kind: count > 0 ? "success" : "notice",
    text: count > 0 ? endedWords(count) : "There was no such session any more.",
  });
}

function endedWords(count: number): string {
  return count === 1 ? "1 session has ended." : `${count} sessions have ended.`;
}

export default function Sessions() {
  const { own, colleagues } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-l">Where you are signed in</h1>
      <p className="govuk-body">
        A session ends by itself after half an hour without use, and after 12
        hours in any case. End one that is not yours, or on a device that you
        have left, and tell whoever runs Heard for your team.
      </p>
      <SessionList action={ownPath} own={own} colleagues={colleagues} />
    </>
  );
}
