import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type AnswerAddress, formPlaceAddress } from "#app/addresses.ts";
import { selectDraftAttachments } from "#app/domain/attachments/attachments.server.ts";
import { progressOf, sectionOf } from "#app/domain/calls/asked-pages.ts";
import {
  findEvidenceQuestion,
  takesFiles,
} from "#app/domain/calls/question-types/question-types.ts";
import type { Draft } from "#app/domain/drafts/drafts.ts";
import { isLateCodeShared } from "#app/domain/drafts/late-codes.server.ts";
import { attachmentLimitsOf } from "#app/http/request/attachment-limits.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import {
  offerDraftHolder,
  keepDraftHolder,
} from "#app/http/request/draft-holder.server.ts";
import { listUnfinishedFiles } from "#app/http/gate/resumable/files-on-their-way.server.ts";
import { keptByThisBrowser } from "#app/http/request/page-copies.server.ts";
import { showOnly } from "#app/http/request/language.server.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import {
  describeConflict,
  describePageErrors,
  describeWrongParts,
} from "#app/screens/public/page-reply.ts";
import { quietTitle } from "#app/screens/public/care.ts";
import { describeQuestionPage } from "#app/screens/public/question-page.ts";
import { Exit } from "#app/ui/exit-page.tsx";
import { PageBody, TwoThirds } from "#app/ui/page-parts.tsx";
import type { RouteHandle } from "#app/ui/route-handle.ts";
import { Unsent } from "#app/ui/unsent.ts";
import { wordsIn } from "#app/words/words.ts";
import {
  giveBackUnsaved,
  refuseUntried,
  replyWith,
  whyNotSaved,
} from "./give-back.server.ts";
import { evidenceOf } from "./open-evidence.server.ts";
import {
  openPage,
  type OpenPage,
  pathAfter,
  pathsOfPage,
  redirectFromPage,
  wayBack,
} from "./open-page.server.ts";
import { readTypedAnswers } from "./page-form.ts";
import { formFields, intents, newDraftMark } from "./page-fields.ts";
import { PageBack, pageFormId } from "./page-back.tsx";
import { QuestionForm } from "./question-form.tsx";
import {
  readIntent,
  holderKeyOfPage,
  readPageForm,
  savePageForm,
} from "./read-page-form.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.shown.title, "question", data?.shown.language);

export const handle: RouteHandle = {
  enhances: true,
  asks: true,
  speaksBy: {
    form: pageFormId,
    saves: { name: formFields.intent, kind: intents.speak },
  },
};

export const headers: HeadersFunction = () => keptByThisBrowser;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const open = await openPage({ request, context, params });
  // A form that was just given back is shown wherever it is: it holds what was typed.
  const elsewhere = context.hasFormErrors
    ? undefined
    : await redirectFromPage(open, context);
  if (elsewhere) throw elsewhere;
  const view = new Unsent(await viewPage(open, context));
  return data(view, { headers: offerDraftHolder(context, open.holderKey) });
}

async function viewPage(open: OpenPage, context: RequestContext) {
  const { db, env, randomBytes } = context;
  const { draft, definition, page } = open;
  const { title, care } = definition;
  showOnly(context, [page, title, care]);
  const hasFiles = draft !== undefined && page.questions.some(takesFiles);
  const view = describeQuestionPage({
    ...open,
    progress: open.isAsked
      ? progressOf(definition, draft?.answers ?? {}, page)
      : undefined,
    section: sectionOf(definition, page),
    ...pathsOfPage(open),
    parameters: wayBack(open),
    now: context.now(),
    isCodeShared:
      draft !== undefined && (await isLateCodeShared(db, draft, context.now())),
    files: hasFiles ? await selectDraftAttachments(db, draft.id) : {},
    unfinished: hasFiles ? await listUnfinishedFiles(context, open) : [],
    limits: attachmentLimitsOf(definition, env),
    evidence: findEvidenceQuestion(page.questions) && evidenceOf(open),
    draftMark: draft?.publicId ?? newDraftMark,
    rendering: randomBytes(16).toString("hex"),
  });
  const words = wordsIn(view.language);
  const heading = quietTitle(view.care, {
    heading: view.pageHeading,
    progress: view.progress,
  });
  return { ...view, title: pageTitle(context, words, heading) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { open, form } = await readPageForm({ request, context, params });
  const sent = { open, form, context };
  const refusal = refuseUntried(sent);
  if (refusal) return refusal;
  const holderKey = await holderKeyOfPage(open, form, context);
  const setCookie = keepDraftHolder(context, holderKey);
  const intent = readIntent(form.fields);
  const page = { ...open, holderKey };
  const outcome = await savePageForm(page, form, { context, intent }).catch(
    whyNotSaved(context),
  );
  if (!outcome.ok && outcome.reason !== "saved-elsewhere")
    return giveBackUnsaved(sent, outcome, setCookie);
  const answer = addressOfSaved(open, outcome, context);
  const limits = attachmentLimitsOf(open.definition, context.env);
  const typed = readTypedAnswers(form.fields, open.page);
  const saved = { ...open, refusedParts: form.refusedParts, limits, typed };
  if (!outcome.ok) {
    const reply = describeConflict({ ...saved, outcome });
    return replyWith(context, { reply, status: 409, setCookie });
  }
  const headers = { "Set-Cookie": setCookie };
  if (!open.answering.ok) {
    const path = formPlaceAddress(answer, "draft", "saved");
    return redirect(path, { status: 303, headers });
  }
  const errors = describePageErrors({ ...saved, outcome });
  if (Object.keys(errors).length > 0) {
    const wrong = describeWrongParts({ ...saved, outcome }, context.now());
    const { version } = outcome;
    const reply = { answers: typed, errors, version, ...wrong };
    return replyWith(context, { reply, status: 400, setCookie });
  }
  const path = pathAfter({ ...open, answer }, intent, typed);
  return redirect(path, { status: 303, headers });
}

/** The draft that was saved has an address of its own, also where it began with this page. */
function addressOfSaved(
  { answer }: OpenPage,
  { draft }: { draft: Draft | undefined },
  context: RequestContext,
): AnswerAddress {
  if (!draft) return answer;
  context.draftName = { publicId: draft.publicId };
  return { ...answer, draft: draft.publicId };
}

export default function QuestionPage() {
  const { shown: view } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const words = wordsIn(view.language);
  return (
    <PageBody
      before={
        <>
          {view.care && <Exit care={view.care} />}
          <PageBack words={words} />
        </>
      }
    >
      <TwoThirds>
        <QuestionForm view={view} reply={reply} />
      </TwoThirds>
    </PageBody>
  );
}
