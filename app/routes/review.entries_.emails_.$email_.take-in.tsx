import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type Call, findCall } from "#app/domain/calls/calls.server.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import { addFilesOfEmail } from "#app/domain/entries/emails/originals.server.ts";
import {
  dayToKey,
  exactMoment,
  prefillAnswers,
  questionsForWords,
  takeInSchema,
} from "#app/domain/entries/emails/prefilling.ts";
import { questionsToKey, readReceivedOn } from "#app/domain/entries/entries.ts";
import { enterForSender } from "#app/domain/entries/entries.server.ts";
import { entryAddress, receivedEmailAddress } from "#app/entry-addresses.ts";
import { findEmailToSettle } from "#app/http/request/found-email.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { refusal, requireStaff } from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import {
  describeKeyedQuestions,
  entryProblems,
} from "#app/screens/review/entries.ts";
import {
  describeEmail,
  emailWords,
  tellDay,
  tellTakenIn,
} from "#app/screens/review/received-emails.ts";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { TakeInForm } from "#app/ui/review/take-in-form.tsx";
import { wordsIn } from "#app/words/words.ts";
import {
  readEntryForm,
  refuseEntry,
} from "./review.entries_.new/entry-form.server.ts";
import { KeyedQuestion } from "./review.entries_.new/keyed-question.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

/** Which question takes its words, and whether the earlier emails below stand with them. */
function readChosen(request: Request, { definition }: Call) {
  const asked = new URL(request.url).searchParams;
  const questions = questionsForWords(definition);
  const chosen = questions.find(({ id }) => id === asked.get("question"));
  const questionId = (chosen ?? questions[0])?.id ?? "";
  return { questionId, withQuoted: asked.get("quoted") !== "leave" };
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "enter-responses");
  const email = await findEmailToSettle(context, params);
  const { emailId, facts } = email;
  const call = await findCall(context.db, email.callId);
  const chosen = readChosen(request, call);
  const { answers, asksWhoSent } = prefillAnswers(
    call.definition,
    facts,
    chosen,
  );
  const now = context.now();
  return {
    title: staffPageTitle(context, "Take an email in"),
    backHref: receivedEmailAddress(emailId),
    sendPath: receivedEmailAddress(emailId, "take-in", {
      question: chosen.questionId,
      quoted: chosen.withQuoted ? "keep" : "leave",
    }),
    callName: inLanguage(call.definition.title, "en"),
    subject: describeEmail(email).subject,
    ...{ files: describeEmail(email).files, asksWhoSent, answers },
    receivedOn: dayToKey(facts.receivedAt, now),
    dayHint: tellDay(facts, now),
    questions: describeKeyedQuestions(call.definition),
  };
}

/** Makes an entry of an email: its words and files are a response from then on. */
export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const actor = await requireStaff(request, context, "enter-responses");
  const email = await findEmailToSettle(context, params);
  const call = await findCall(context.db, email.callId);
  const page = { id: "entry", questions: questionsToKey(call.definition) };
  const of = { page, schema: takeInSchema, says: entryProblems };
  const sent = await readEntryForm(args, of);
  const refuse = (errors: Record<string, string>, wrongParts = {}) =>
    refuseEntry(context, sent, { errors, wrongParts });
  if (sent.form.status !== "success") return refuse({});
  const { receivedOn, emailFiles: places } = sent.form.value;
  const now = context.now();
  const received = readReceivedOn(receivedOn, now);
  if (!received.ok)
    return refuse({ receivedOn: entryProblems[received.problem] });
  const { db, env, randomBytes } = context;
  const entered = await enterForSender(db, {
    ...{ call, actor, now, randomBytes, secret: env.secret },
    ...{ channel: "email", typed: sent.typed, emailId: email.emailId },
    receivedAt: exactMoment(received.receivedAt, email.facts, now),
    ...{ hasScan: true, messages: wordsIn("en").questions },
  });
  if (!entered.ok) {
    if (entered.reason === "unfit")
      return refuse(entered.problems, entered.wrongParts);
    if (entered.reason === "settled") return refuse({ "": emailWords.settled });
    throw refusal(context, actor, "enter-responses");
  }
  const { reference, responseId } = entered;
  const { definition } = call;
  const lost = await addFilesOfEmail(db, context.attachmentStore, {
    ...{ email, places, responseId, definition, now },
  });
  return redirectWithFlash(context, entryAddress(reference), {
    kind: lost.length === 0 ? "success" : "notice",
    text: tellTakenIn(reference, lost.length),
  });
}

export default function TakeIn() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={page.backHref}>Back to the email</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l heard-imports__heading">
        Take in: <bdi>{page.subject}</bdi>
      </h1>
      <TakeInForm {...page} reply={reply}>
        {page.questions.map((question) => (
          <KeyedQuestion
            key={question.id}
            question={question}
            value={reply ? reply.typed[question.id] : page.answers[question.id]}
            error={reply?.errors[question.id]}
            wrongParts={reply?.wrongParts[question.id]}
          />
        ))}
      </TakeInForm>
    </TwoThirds>
  );
}
