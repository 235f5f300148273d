import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { formPlaceAddress } from "#app/addresses.ts";
import { selectDraftAttachments } from "#app/domain/attachments/attachments.server.ts";
import { takesFiles } from "#app/domain/calls/question-types/question-types.ts";
import type { PageIntent } from "#app/domain/drafts/save-question-page.ts";
import { attachmentLimitsOf } from "#app/http/request/attachment-limits.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import {
  issueDraftHolder,
  keepDraftHolder,
} from "#app/http/request/draft-holder.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { keptByThisBrowser } from "#app/http/request/page-copies.server.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import {
  describeConflict,
  describePageErrors,
} from "#app/screens/public/page-reply.ts";
import { describeQuestionPage } from "#app/screens/public/question-page.ts";
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
import {
  openPage,
  type OpenPage,
  redirectFromPage,
} from "./open-page.server.ts";
import { fieldsOfPage, readTypedAnswers } from "./page-form.ts";
import { newDraftMark } from "./page-fields.ts";
import { PageBack } from "./page-back.tsx";
import { QuestionForm } from "./question-form.tsx";
import {
  readIntent,
  holderKeyOfPage,
  savePageForm,
} from "./read-page-form.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.shown.title },
];

export const handle: RouteHandle = { enhances: true };

export const headers: HeadersFunction = () => keptByThisBrowser;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const open = await openPage({ request, context, params });
  // A form that was just given back is shown wherever it is: it holds what was typed.
  const elsewhere = context.hasFormErrors ? undefined : redirectFromPage(open);
  if (elsewhere) throw elsewhere;
  const view = new Unsent(await viewPage(open, context));
  if (open.holderKey) return data(view);
  // The cookie comes before the first post, so that a post without it tells of a browser that keeps none.
  const { setCookie } = issueDraftHolder(context);
  return data(view, { headers: { "Set-Cookie": setCookie } });
}

async function viewPage(open: OpenPage, context: RequestContext) {
  const { db, env, randomBytes } = context;
  const { draft, definition, page } = open;
  const hasFiles = draft !== undefined && page.questions.some(takesFiles);
  const view = describeQuestionPage({
    ...open,
    files: hasFiles ? await selectDraftAttachments(db, draft.id) : {},
    limits: attachmentLimitsOf(definition, env),
    draftMark: draft?.publicId ?? newDraftMark,
    rendering: randomBytes(16).toString("hex"),
  });
  const words = wordsIn(view.language);
  return { ...view, title: pageTitle(context, words, view.pageHeading) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const open = await openPage({ request, context, params });
  const form = await readForm({ request, context }, fieldsOfPage(open.page));
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
  const limits = attachmentLimitsOf(open.definition, context.env);
  const saved = { page: open.page, refusedParts: form.refusedParts, limits };
  if (!outcome.ok) {
    const typed = readTypedAnswers(form.fields, open.page);
    const reply = describeConflict({ ...saved, outcome, typed });
    return replyWith(context, { reply, status: 409, setCookie });
  }
  const headers = { "Set-Cookie": setCookie };
  if (!open.answering.ok) {
    const path = formPlaceAddress(open.call.slug, "draft", "saved");
    return redirect(path, { status: 303, headers });
  }
  const errors = describePageErrors({ ...saved, outcome });
  if (Object.keys(errors).length === 0)
    return redirect(pathAfter(open, intent), { status: 303, headers });
  const answers = readTypedAnswers(form.fields, open.page);
  const reply = { answers, errors, version: outcome.version };
  return replyWith(context, { reply, status: 400, setCookie });
}

function pathAfter(open: OpenPage, { kind }: PageIntent): string {
  if (kind === "continue") return open.nextPath;
  return kind === "back" ? open.backPath : open.ownPath;
}

export default function QuestionPage() {
  const { shown: view } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const words = wordsIn(view.language);
  return (
    <PageBody before={<PageBack words={words} />}>
      <TwoThirds>
        <QuestionForm view={view} reply={reply} />
      </TwoThirds>
    </PageBody>
  );
}
