import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { StagedFile } from "#app/domain/attachments/attachments.ts";
import { dropHeldFiles } from "#app/domain/attachments/held-files.server.ts";
import { type Call, selectAllCalls } from "#app/domain/calls/calls.server.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import { acceptedExtensions } from "#app/domain/files/accepted-types.ts";
import {
  entrySchema,
  questionsToKey,
  readReceivedOn,
} from "#app/domain/entries/entries.ts";
import { enterForSender } from "#app/domain/entries/entries.server.ts";
import { addScans } from "#app/domain/entries/scans.server.ts";
import {
  entriesAddress,
  entryAddress,
  newEntryAddress,
} from "#app/entry-addresses.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { refusal, requireStaff } from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import {
  describeKeyedQuestions,
  entryChannelChoices,
  entryProblems,
  noAnswerKeyed,
} from "#app/screens/review/entries.ts";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { ChooseCall } from "#app/ui/review/choose-call.tsx";
import { BesideScans, type ScanBeside } from "#app/ui/review/entry-scans.tsx";
import { EntryForm } from "#app/ui/review/entry-form.tsx";
import { wordsIn } from "#app/words/words.ts";
import { readEntryForm, refuseEntry } from "./entry-form.server.ts";
import { holdScans, readScans } from "./entry-scans.server.ts";
import { KeyedQuestion } from "./keyed-question.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

async function listCalls({ db }: RequestContext) {
  const calls = await selectAllCalls(db);
  return calls.filter(({ state }) => !["archived", "draft"].includes(state));
}

/** The call that the address names; undefined where it names none that takes anything. */
async function chosenCall(request: Request, context: RequestContext) {
  const slug = new URL(request.url).searchParams.get("call");
  const calls = await listCalls(context);
  return { calls, call: calls.find((call) => call.slug === slug) };
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "enter-responses");
  const { calls, call } = await chosenCall(request, context);
  return {
    title: staffPageTitle(context, "Key something in"),
    calls: calls.map(({ slug, definition }) => ({
      name: inLanguage(definition.title, "en"),
      href: newEntryAddress(slug),
    })),
    call: call && {
      name: inLanguage(call.definition.title, "en"),
      questions: describeKeyedQuestions(call.definition),
      sendPath: newEntryAddress(call.slug),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const actor = await requireStaff(request, context, "enter-responses");
  const { call } = await chosenCall(request, context);
  if (!call) throw data(null, { status: 404 });
  const page = { id: "entry", questions: questionsToKey(call.definition) };
  const of = { page, schema: entrySchema, says: entryProblems };
  const sent = await readEntryForm(args, of);
  const { form, typed } = sent;
  const { files, error: scan } = await readScans(context, sent, actor);
  const refuse = async (errors: Record<string, string>, wrongParts = {}) => {
    const held = await holdScans(context, files, actor);
    return refuseEntry(context, sent, { errors, wrongParts, held });
  };
  if (form.status !== "success" || scan) return refuse(scan ? { scan } : {});
  const now = context.now();
  const { channel, receivedOn } = form.value;
  const received = readReceivedOn(receivedOn, now);
  if (!received.ok)
    return refuse({ receivedOn: entryProblems[received.problem] });
  const { db, env, randomBytes } = context;
  const entered = await enterForSender(db, {
    ...{ call, actor, now, typed, randomBytes, secret: env.secret },
    ...{ channel, receivedAt: received.receivedAt },
    ...{ hasScan: files.length > 0, messages: wordsIn("en").questions },
  });
  if (entered.ok) return keepScans(context, { ...entered, call, files });
  if (entered.reason === "unfit")
    return refuse(entered.problems, entered.wrongParts);
  if (entered.reason === "no-answer") return refuse({ "": noAnswerKeyed });
  throw refusal(context, actor, "enter-responses");
}

async function keepScans(
  context: RequestContext,
  entered: {
    responseId: number;
    reference: string;
    call: Call;
    files: StagedFile[];
  },
) {
  const { reference, call } = entered;
  const now = context.now();
  const of = { ...entered, definition: call.definition, now };
  const lost = await addScans(context.db, context.attachmentStore, of);
  const isKept = lost.length === 0;
  if (isKept) await dropHeldFiles(entered.files, context.attachmentStore);
  return redirectWithFlash(context, entryAddress(reference), {
    kind: isKept ? "success" : "notice",
    text: isKept
      ? `${reference} is in the queue. Somebody else has to check it now.`
      : `${reference} is in, but its scan could not be kept.`,
  });
}

export default function NewEntry() {
  const { call } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const scans: ScanBeside[] = reply?.scans ?? [];
  const isBeside = scans.some(({ pictures }) => pictures.length > 0);
  return (
    <>
      <TwoThirds>
        <BackLink to={call ? newEntryAddress() : entriesAddress}>
          {call ? "Choose another call" : "Letters and calls"}
        </BackLink>
        <FormErrors reply={reply} />
        <h1 className="govuk-heading-l">Key something in</h1>
        {!isBeside && <KeyIn />}
      </TwoThirds>
      {isBeside && (
        <BesideScans scans={scans}>
          <KeyIn />
        </BesideScans>
      )}
    </>
  );
}

function KeyIn() {
  const { call, calls } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (!call) return <ChooseCall calls={calls} />;
  return (
    <EntryForm
      {...call}
      channels={entryChannelChoices}
      extensions={acceptedExtensions}
      reply={reply}
      held={reply?.held ?? []}
    >
      {call.questions.map((question) => (
        <KeyedQuestion
          key={question.id}
          question={question}
          value={reply?.typed[question.id]}
          error={reply?.errors[question.id]}
          wrongParts={reply?.wrongParts[question.id]}
        />
      ))}
    </EntryForm>
  );
}
