import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { redactAddress } from "#app/redaction-addresses.ts";
import { proposeRedaction } from "#app/domain/redaction/propose.server.ts";
import { readLook } from "#app/domain/redaction/looks.server.ts";
import { readToRedact } from "#app/domain/redaction/reading.server.ts";
import { withheldFrom } from "#app/domain/responses/withheld-words.server.ts";
import {
  redactionSchema,
  tickedSchema,
  withholdSchema,
} from "#app/domain/redaction/redaction-forms.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireResponse } from "#app/http/request/found-response.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { formProblems } from "#app/screens/review/form-problems.ts";
import { describeRedacting } from "#app/screens/review/redacting.ts";
import {
  describeRedactionRefusal,
  tellProposed,
} from "#app/screens/review/redaction-outcomes.ts";
import { describeWithdrawal } from "#app/screens/review/withdrawn.ts";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink } from "#app/ui/page-parts.tsx";
import type { PlaceChoice } from "#app/ui/reading/passage-form.tsx";
import { SelectionFollower } from "#app/ui/reading/passage-tagger.tsx";
import { RedactedWords } from "#app/ui/redaction/redacted-words.tsx";
import { RedactionWork } from "#app/ui/redaction/redaction-work.tsx";
import { WithdrawnNotice } from "#app/ui/review/withdrawn.tsx";
import { workOnTicked } from "./ticked.server.ts";
import { withholdFile } from "./withhold.server.ts";

/** Words are selected where there is JavaScript; all else is links and forms. */
export const handle = { hydrates: true };

export const meta: MetaFunction<typeof loader> = ({ data: screen }) => [
  { title: screen?.title },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, context, "redact-responses");
  const response = await requireResponse(context, staff, params.reference);
  const { db } = context;
  const withheld = await withheldFrom(db, staff, [response.responseId]);
  const page = await readToRedact(db, response, withheld);
  const look = await readLook(db, response);
  const { staffId } = staff;
  const title = `Redact ${response.reference}`;
  return {
    title: staffPageTitle(context, title),
    withdrawal: describeWithdrawal(response),
    ...describeRedacting({ ...response, page, look, staffId }),
  };
}

type PlacesToChoose = { places?: PlaceChoice[] | undefined };

const known = new Map([
  ...knownFields(redactionSchema),
  ...knownFields(tickedSchema),
  ...knownFields(withholdSchema),
]);

export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const actor = await requireStaff(request, context, "redact-responses");
  const response = await requireResponse(context, actor, params.reference);
  const received = await readForm(args, known);
  if (received.fields.has("move"))
    return workOnTicked(context, received, { response, actor });
  if (received.fields.has("fileReason"))
    return withholdFile(context, received, { response, actor });
  const form = parseForm(received, redactionSchema, formProblems);
  if (form.status !== "success")
    return refuseForm<PlacesToChoose>(context, form);
  const { source, ...words } = form.value;
  const { responseId, reference } = response;
  const outcome = await proposeRedaction(context.db, {
    responseId,
    answerId: "answerId" in source ? source.answerId : 0,
    ...words,
    actor,
    now: context.now(),
    randomBytes: context.randomBytes,
  });
  if (!outcome.ok) {
    const { errors, places } = describeRedactionRefusal(outcome);
    return refuseForm(context, form, {
      errors,
      status: outcome.reason === "words-changed" ? 409 : 400,
      also: { places } satisfies PlacesToChoose,
    });
  }
  const told = tellProposed(outcome.added);
  return redirectWithFlash(context, redactAddress(reference), told);
}

export default function RedactResponse() {
  const screen = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { reference, withdrawal } = screen;
  return (
    <>
      <BackLink to={screen.backHref}>Back to {reference}</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l heard-redact-heading">
        Redact {reference}
      </h1>
      {withdrawal && <WithdrawnNotice withdrawal={withdrawal} />}
      {!withdrawal && (
        <p className="govuk-body heard-redact-lead">
          What waits stays readable for the review team. What a second person
          approved is read by leads alone, found by no search, and never leaves
          the review.{" "}
          <a className="govuk-link" href={screen.previewHref}>
            See it as it will leave
          </a>{" "}
          or{" "}
          <a className="govuk-link" href={screen.listHref}>
            all that wait for a second person
          </a>
          .
        </p>
      )}
      {screen.stale && (
        <p className="govuk-inset-text heard-notice">{screen.stale}</p>
      )}
      <SelectionFollower tagged="" isOff={withdrawal !== undefined}>
        <div className="heard-reading">
          <div className="heard-reading__words">
            <RedactedWords {...screen} />
          </div>
          {!withdrawal && (
            <div className="heard-reading__work">
              <RedactionWork {...screen} reply={reply} />
            </div>
          )}
        </div>
      </SelectionFollower>
    </>
  );
}
