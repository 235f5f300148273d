import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { keptCallAddress, openingAddress } from "#app/call-addresses.ts";
import { selectStaffNames } from "#app/domain/accounts/accounts.server.ts";
import { hasChanges } from "#app/domain/calls/authoring/changes.ts";
import { openingFormSchema } from "#app/domain/calls/opening-form.ts";
import {
  approveOpening,
  findOpeningProposal,
  returnOpening,
} from "#app/domain/calls/openings.server.ts";
import { requireEditedCall } from "#app/http/request/edited-call.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { requireKeptCall } from "#app/http/request/kept-call.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import {
  describeOpening,
  openingProblems,
  openingWords,
} from "#app/screens/review/call-opening.ts";
import { CallSight } from "#app/ui/authoring/call-sight.tsx";
import { OpeningForm } from "#app/ui/authoring/opening-form.tsx";
import { ReturnedNote } from "#app/ui/authoring/returned-note.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, Part, TwoThirds } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** A call that is asked to be opened, as the public will see it, for the colleague who decides it. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const { db } = context;
  const { call, copy, published } = await requireEditedCall(
    context,
    params.call,
  );
  const screen = describeOpening(call, {
    proposal: await findOpeningProposal(db, call),
    names: await selectStaffNames(db),
    hasUnpublished: hasChanges(published, copy),
    ...{ staffId, now: context.now() },
  });
  const title = staffPageTitle(context, `Opening of ${screen.callTitle}`);
  return { title, screen };
}

const known = knownFields(openingFormSchema);

/** Opens it, sends it back, or takes it back. */
export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const received = await readForm(args, known);
  const form = parseForm(received, openingFormSchema, openingProblems);
  if (form.status !== "success") return refuseForm(context, form);
  const call = await requireKeptCall(context, params.call);
  const { step, seen: seal, note } = form.value;
  const of = { callId: call.id, staffId, now: context.now(), seal };
  const done = await (step === "approve"
    ? approveOpening(context.db, of)
    : returnOpening(context.db, { ...of, note }));
  return done.ok
    ? redirectWithFlash(context, keptCallAddress(call.slug), {
        ...{ kind: "success", text: openingWords[step] },
      })
    : redirectWithFlash(context, openingAddress(call.slug), {
        ...{ kind: "notice", text: openingWords.refusals[done.reason] },
      });
}

export default function Opening() {
  const { screen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>{screen.callTitle}</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{screen.callTitle}</span>
        Before it opens
      </h1>
      <p className="govuk-body">{screen.asked}</p>
      {screen.returned && <ReturnedNote {...screen.returned} />}
      {screen.seal === undefined && (
        <p className="govuk-body">
          Nobody asks for its opening as it stands.{" "}
          <a className="govuk-link" href={screen.againHref}>
            Ask that it be opened
          </a>
        </p>
      )}
      {screen.says && (
        <Part heading="When">
          <ul className="govuk-list govuk-list--bullet">
            {screen.times.map((line) => (
              <li key={line}>{line}</li>
            ))}
            <li>The call’s page will say: “{screen.says}”</li>
          </ul>
        </Part>
      )}
      {screen.unpublishedHref && screen.says && (
        <div className="govuk-inset-text">
          <p className="govuk-body">
            The working copy has changes that are not published. They do not go
            with it.
          </p>
          <a className="govuk-link" href={screen.unpublishedHref}>
            Look at what changes
          </a>
        </div>
      )}
      {screen.sights.map((sight) => (
        <CallSight key={sight.language} sight={sight} />
      ))}
      {screen.seal && (
        <OpeningForm seal={screen.seal} isOwn={screen.isOwn} reply={reply} />
      )}
    </TwoThirds>
  );
}
