import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  holderKeyToBegin,
  issueDraftHolder,
  keepDraftHolder,
} from "#app/http/request/draft-holder.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import {
  type ReceivedForm,
  readForm,
} from "#app/http/request/received-form.server.ts";
import { keptByThisBrowser } from "#app/http/request/page-copies.server.ts";
import { BackLink, PageBody, TwoThirds } from "#app/ui/page-parts.tsx";
import { wordsIn } from "#app/words/words.ts";
import { describePage } from "./describe-page.server.ts";
import {
  openPage,
  type OpenPage,
  redirectFromPage,
} from "./open-page.server.ts";
import { fieldsOfPage, readTypedAnswers } from "./page-form.ts";
import { QuestionForm } from "./question-form.tsx";
import {
  formFields,
  type PageErrors,
  type PageReply,
} from "./question-page.ts";
import { savePage } from "./save-page.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

export const headers: HeadersFunction = () => keptByThisBrowser;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const open = await openPage({ request, context, params });
  // A form that was just given back is shown wherever it is: it holds what was typed.
  const elsewhere = context.hasFormErrors ? undefined : redirectFromPage(open);
  if (elsewhere) throw elsewhere;
  const view = await describePage(open, context);
  if (open.holderKey) return data(view);
  // The cookie comes before the first post, so that a post without it tells of a browser that keeps none.
  const { setCookie } = issueDraftHolder(context);
  return data(view, { headers: { "Set-Cookie": setCookie } });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const open = await openPage({ request, context, params });
  const form = await readForm({ request, context }, fieldsOfPage(open.page));
  const words = wordsIn("en");
  if (!open.holderKey && form.fields.has(formFields.draftMark)) {
    const { setCookie } = issueDraftHolder(context);
    const errors = { "": [words.page.noCookie] };
    return giveBack({ open, form, context, errors, setCookie });
  }
  if (context.mustWaitSeconds !== undefined) {
    const errors = { "": [words.page.mustWait(context.mustWaitSeconds)] };
    return giveBack({ open, form, context, errors, status: 429 });
  }
  if (!open.mayAnswer && !open.draft) {
    const errors = { "": [words.page.notTaken] };
    return giveBack({ open, form, context, errors, status: 409 });
  }
  const holderKey = await holderKeyToBegin(context, open.holderKey);
  const setCookie = keepDraftHolder(context, holderKey);
  const saved = await savePage({ ...open, holderKey }, form, context);
  if (saved.outcome === "already-sent") {
    const errors = { "": [words.page.alreadySent] };
    return giveBack({ open, form, context, errors, setCookie, status: 409 });
  }
  const headers = { "Set-Cookie": setCookie };
  if (!open.mayAnswer) {
    const path = `/respond/${open.call.slug}/draft?saved=1`;
    return redirect(path, { status: 303, headers });
  }
  if (saved.outcome === "has-errors")
    return giveBack({ open, form, context, errors: saved.errors, setCookie });
  const path = saved.outcome === "in-order" ? open.nextPath : open.ownPath;
  return redirect(path, { status: 303, headers });
}

type GivenBack = {
  open: OpenPage;
  form: ReceivedForm;
  context: RequestContext;
  errors: PageErrors;
  setCookie?: string;
  status?: 400 | 409 | 429;
};

/** The form as it was sent, with what to do about it. */
function giveBack({ open, form, context, ...reply }: GivenBack) {
  context.hasFormErrors = true;
  const answers = readTypedAnswers(form.fields, open.page);
  const { errors, setCookie, status = 400 } = reply;
  return data({ answers, errors } satisfies PageReply, {
    status,
    headers: setCookie === undefined ? {} : { "Set-Cookie": setCookie },
  });
}

export default function QuestionPage() {
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const words = wordsIn(view.language);
  return (
    <PageBody before={<BackLink to={view.backTo}>{words.form.back}</BackLink>}>
      <TwoThirds>
        <QuestionForm view={view} reply={reply} />
      </TwoThirds>
    </PageBody>
  );
}
