import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { StaffMember } from "#app/domain/accounts/accounts.ts";
import { selectScans } from "#app/domain/entries/scans.server.ts";
import { readOwnResponse } from "#app/domain/responses/own-responses.server.ts";
import { withheldFrom } from "#app/domain/responses/withheld-words.server.ts";
import { changeOwnAnswer } from "#app/domain/revisions/change-answer.server.ts";
import { openOwnQuestion } from "#app/domain/revisions/own-question.server.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import { entryAddress } from "#app/entry-addresses.ts";
import { isIdentifying } from "#app/domain/calls/question-types/question-types.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { sentField } from "#app/http/request/form-errors.server.ts";
import { findKeyedEntry } from "#app/http/request/found-entry.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  correctionRefusals,
  describeKeyed,
} from "#app/screens/review/entries.ts";
import { describeScan } from "#app/screens/review/scan-pages.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink } from "#app/ui/page-parts.tsx";
import { BesideScans } from "#app/ui/review/entry-scans.tsx";
import { wordsIn } from "#app/words/words.ts";
import { KeyedQuestion } from "./review.entries_.new/keyed-question.tsx";
import {
  fieldsOfPage,
  readTypedAnswers,
} from "./_public.respond.$call.$page/page-form.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

type Asked = {
  request: Request;
  context: RequestContext;
  params: LoaderFunctionArgs["params"];
};

async function openQuestion(
  { request, context, params }: Asked,
  staff: StaffMember,
) {
  const entry = await findKeyedEntry(context, staff, params);
  const questionId = new URL(request.url).searchParams.get("question") ?? "";
  const of = { responseId: entry.responseId, questionId };
  const { question, answers } = await openOwnQuestion(context.db, of);
  const withheld = await withheldFrom(context.db, staff, [entry.responseId]);
  if (!question || withheld.isIn(entry.responseId, question.id))
    throw data(null, { status: 404 });
  const own = await readOwnResponse(context.db, entry.responseId);
  return { entry, question, answers, withheld, version: own?.version ?? 0 };
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, context, "enter-responses");
  const asked = { request, context, params };
  const opened = await openQuestion(asked, staff);
  const { entry, question, answers, withheld, version } = opened;
  const saved = isIdentifying(question) ? undefined : answers[question.id];
  const { responseId } = entry;
  const of = { responseId, withheld, viewer: staff, now: context.now() };
  const scans = await selectScans(context.db, context.attachmentStore, of);
  return {
    title: staffPageTitle(context, `Correct: ${entry.reference}`),
    backHref: entryAddress(entry.reference),
    sendPath: entryAddress(entry.reference, "correct", question.id),
    question: describeKeyed(question),
    value: saved,
    version,
    scans: scans.map(describeScan),
  };
}

/** Puts right what a colleague keyed in; what stood there before is kept. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireStaff(request, context, "enter-responses");
  const asked = { request, context, params };
  const { entry, question } = await openQuestion(asked, actor);
  const page = { id: question.id, questions: [question] };
  const known = new Map([...fieldsOfPage(page), ["version", 1] as const]);
  const { fields } = await readForm({ request, context }, known);
  const typed = readTypedAnswers(fields, page)[question.id];
  const outcome = await changeOwnAnswer(context.db, {
    ...{ responseId: entry.responseId, questionId: question.id, typed },
    version: readWholeNumber(sentField(fields, "version")) ?? 0,
    ...{ leavesOut: [], messages: wordsIn("en").questions },
    ...{ now: context.now(), by: actor },
  });
  if (outcome.ok)
    return redirectWithFlash(context, entryAddress(entry.reference), {
      kind: "success",
      text: "The answer is corrected. What stood there before is kept.",
    });
  context.hasFormErrors = true;
  const error =
    outcome.reason === "unfit"
      ? outcome.problem
      : correctionRefusals[outcome.reason];
  const reply = { sent: {}, errors: { [question.id]: error } };
  return data({ ...reply, value: typed }, { status: 400 });
}

export default function Correct() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <BackLink to={page.backHref}>Back to what was keyed in</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">Correct what was keyed in</h1>
      <BesideScans scans={page.scans}>
        <form
          className="heard-entry__form"
          method="post"
          action={page.sendPath}
          noValidate
        >
          <input type="hidden" name="version" value={page.version} />
          <KeyedQuestion
            question={page.question}
            value={reply ? reply.value : page.value}
            error={reply?.errors[page.question.id]}
          />
          <Button>Save the correction</Button>
        </form>
      </BesideScans>
    </>
  );
}
