import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { decisionOnCaseSchema } from "#app/domain/responses/safeguarding/case-forms.ts";
import {
  answerProposal,
  proposeOutcome,
} from "#app/domain/responses/safeguarding/deciding.server.ts";
import { readWholeCase } from "#app/domain/responses/safeguarding/reading-cases.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireResponse } from "#app/http/request/found-response.server.ts";
import { refusal, requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { caseAddress } from "#app/safeguarding-addresses.ts";
import { formProblems } from "#app/screens/review/form-problems.ts";
import {
  choicesOf,
  endingWords,
  outcomeWords,
} from "#app/screens/review/safeguarding.ts";
import {
  caseRefusals,
  describeProposal,
} from "#app/screens/review/safeguarding-case.ts";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import {
  AnswerForm,
  ProposalForm,
} from "#app/ui/review/safeguarding-forms.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** The first of two named decisions, or the second, as the case stands. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "decide-safeguarding");
  const response = await requireResponse(context, viewer, params.reference);
  const { responseId, reference } = response;
  const whole = await readWholeCase(context.db, { responseId, viewer });
  const caseHref = caseAddress(reference);
  const waiting = whole?.proposals.find((one) => one.answer === undefined);
  const isOwn = waiting?.proposedById === viewer.staffId;
  if (!whole || whole.closedAt !== undefined || isOwn)
    throw redirect(caseHref, 303);
  return {
    title: staffPageTitle(context, `How the case of ${reference} ends`),
    caseHref,
    proposal: waiting && describeProposal(waiting),
    outcomes: choicesOf(outcomeWords),
    endings: choicesOf(endingWords),
  };
}

const known = knownFields(decisionOnCaseSchema);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff(request, context, "decide-safeguarding");
  const response = await requireResponse(context, actor, params.reference);
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, decisionOnCaseSchema, formProblems);
  if (submission.status !== "success") return refuseForm(context, submission);
  const { responseId, reference } = response;
  const about = { responseId, actor, now: context.now() };
  const { value } = submission;
  const decided =
    value.intent === "propose"
      ? await proposeOutcome(context.db, { ...about, ...value })
      : await answerProposal(context.db, { ...about, ...value });
  const tell = (text: string, kind: "success" | "notice" = "success") =>
    redirectWithFlash(context, caseAddress(reference), { kind, text });
  if (decided.ok) return tell(toldOf(value));
  if (decided.reason === "not-allowed")
    throw refusal(context, actor, "decide-safeguarding");
  if (decided.reason === "words-needed") {
    const errors = { words: formProblems["case-words-missing"] };
    return refuseForm(context, submission, { errors });
  }
  return tell(caseRefusals[decided.reason], "notice");
}

function toldOf(value: { intent: string; answer?: string }): string {
  if (value.intent === "propose")
    return "It is proposed. Somebody else who decides about cases agrees or sends it back.";
  return value.answer === "agreed"
    ? "The case is closed."
    : "It is sent back to whoever proposed it.";
}

export default function Decide() {
  const { caseHref, proposal, ...choices } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={caseHref}>Back to the case</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        {proposal ? "Agree, or send back" : "Propose how the case ends"}
      </h1>
      {proposal ? (
        <AnswerForm reply={reply} proposal={proposal} />
      ) : (
        <ProposalForm reply={reply} {...choices} />
      )}
    </TwoThirds>
  );
}
