import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { responseAddress } from "#app/addresses.ts";
import type { StaffMember } from "#app/domain/accounts/accounts.ts";
import type { VisibleResponse } from "#app/domain/responses/visible-responses.ts";
import { saveKeptWorkAlong } from "#app/domain/tagging/unsaved-work.server.ts";
import { readConflict } from "#app/domain/triage/conflict.server.ts";
import { decideTriage } from "#app/domain/triage/decisions.server.ts";
import { readTriageDesk } from "#app/domain/triage/panel.server.ts";
import { decisionSchema } from "#app/domain/triage/triage-forms.ts";
import { describeConflict } from "#app/screens/review/decision-conflict.ts";
import { refusalErrors } from "#app/screens/review/decision-refusals.ts";
import { describeSaved } from "#app/screens/review/saved-decision.ts";
import { describeTriageForm } from "#app/screens/review/triage-panel.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireResponse } from "#app/http/request/found-response.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import {
  openNextResponse,
  queuePathOf,
} from "#app/http/request/next-response.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import {
  readPageWork,
  tellKeptParts,
  withPageFields,
} from "#app/http/request/page-work.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { formProblems } from "#app/screens/review/form-problems.ts";
import { describeWithdrawal } from "#app/screens/review/withdrawn.ts";
import { asKept, FormErrors, sentText } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { ConflictNotice } from "#app/ui/review/conflict-notice.tsx";
import { NoteForm } from "#app/ui/review/notes-list.tsx";
import { WithdrawnNotice } from "#app/ui/review/withdrawn.tsx";
import { TriageForm } from "#app/ui/review/triage-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, context, "triage-responses");
  const response = await requireResponse(context, staff, params.reference);
  return {
    title: staffPageTitle(context, `Triage ${response.reference}`),
    reference: response.reference,
    path: responseAddress(response.reference),
    rowVersion: response.rowVersion,
    withdrawal: describeWithdrawal(response),
    form: describeTriageForm(
      await readTriageDesk(context.db, { response, staff }),
    ),
  };
}

type Also = {
  returnTo: string;
  /** Both sides, where a colleague saved meanwhile. */
  conflict?: ReturnType<typeof describeConflict>;
};

const known = withPageFields(knownFields(decisionSchema, "returnTo"));

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const actor = await requireStaff(request, context, "triage-responses");
  const work = { actor, known, saving: "decision" as const };
  const { response, form, returnTo } = await readPageWork(args, work);
  const submission = parseForm(form, decisionSchema, formProblems);
  if (submission.status !== "success")
    return refuseForm<Also>(context, submission, { also: { returnTo } });
  const { takesNext, ...decision } = submission.value;
  const outcome = await decideTriage(context.db, {
    ...decision,
    responseId: response.responseId,
    actor,
    now: context.now(),
  });
  if (outcome.ok) {
    const { standing } = outcome;
    const done = { actor, standing, returnTo, before: response };
    return leaveSaved(context, { ...done, takesNext });
  }
  if (outcome.reason !== "stale")
    return refuseForm<Also>(context, submission, {
      errors: refusalErrors(outcome),
      also: { returnTo },
    });
  const { saved } = outcome;
  const conflict = describeConflict(
    await readConflict(context.db, decision, saved),
  );
  const also = { returnTo, conflict };
  return refuseForm<Also>(context, submission, { status: 409, also });
}

type Saved = {
  actor: StaffMember;
  before: VisibleResponse;
  standing: VisibleResponse;
  returnTo: string;
  takesNext: boolean;
};

/** Saves along what stood beside the decision; what could not be is shown again before the next is taken. */
async function leaveSaved(
  context: ActionFunctionArgs["context"],
  { actor, before, standing, returnTo, takesNext }: Saved,
) {
  const kept = await saveKeptWorkAlong(context.db, {
    ...standing,
    actor,
    now: context.now(),
  });
  const { reference } = standing;
  const text = describeSaved({ before, standing, staffId: actor.staffId });
  const done =
    standing.rowVersion > before.rowVersion ? { undo: reference } : {};
  if (kept.length > 0)
    return redirectWithFlash(context, returnTo, {
      ...{ ...done, kind: "notice" },
      text: `${text} ${tellKeptParts(kept)}`,
    });
  const next = {
    ...{ staff: actor, queuePath: queuePathOf(returnTo), after: standing },
    done: { ...done, text },
  };
  return takesNext
    ? openNextResponse(context, next)
    : redirectWithFlash(context, `${returnTo}#notes`, {
        ...{ ...done, kind: "success", text },
      });
}

export default function Triage() {
  const screen = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { path, form } = screen;
  const returnTo = reply?.returnTo ?? path;
  const conflict = reply?.conflict;
  const triageForm = (
    <TriageForm
      {...form}
      reference={screen.reference}
      returnTo={returnTo}
      // A late save is sent again over what is saved now; a refused one as it was.
      rowVersion={
        conflict
          ? screen.rowVersion
          : sentText(reply, "rowVersion", String(screen.rowVersion))
      }
      reply={reply}
      saveLabel={conflict ? "Save mine over it" : undefined}
    />
  );
  return (
    <TwoThirds>
      <BackLink to={returnTo}>Back to {screen.reference}</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">Triage {screen.reference}</h1>
      {screen.withdrawal ? (
        <>
          <WithdrawnNotice withdrawal={screen.withdrawal} />
          <NoteForm
            reference={screen.reference}
            returnTo={returnTo}
            reply={asKept(reply && { body: sentText(reply, "note") })}
          />
        </>
      ) : conflict ? (
        <ConflictNotice {...conflict} keepHref={returnTo}>
          {triageForm}
        </ConflictNotice>
      ) : (
        triageForm
      )}
    </TwoThirds>
  );
}
