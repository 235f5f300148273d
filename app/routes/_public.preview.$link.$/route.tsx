import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { questionsOf } from "#app/domain/calls/asked-pages.ts";
import type { Language } from "#app/domain/calls/languages.ts";
import { londonDay } from "#app/domain/calls/london-time.ts";
import { takesFiles } from "#app/domain/calls/question-types/question-types.ts";
import { samplePerson } from "#app/domain/calls/routes/routes.ts";
import type { PreviewDraft } from "#app/domain/drafts/preview-draft.ts";
import { speakInPreview } from "#app/http/request/language.server.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import {
  findPreviewedCall,
  type PreviewedCall,
} from "#app/http/request/previewed-call.server.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import {
  describePreview,
  previewMark,
  previewWords,
  refusedPreviews,
} from "#app/screens/public/preview.ts";
import { PageBody, TwoThirds } from "#app/ui/page-parts.tsx";
import type { RouteHandle } from "#app/ui/route-handle.ts";
import { Unsent } from "#app/ui/unsent.ts";
import { wordsIn } from "#app/words/words.ts";
import { PreviewedPage } from "./preview-pages.tsx";
import { readLanguage, readPreviewForm } from "./read-preview.server.ts";
import {
  type PreviewPage,
  type PreviewPlace,
  showPlace,
  stoppedBy,
  walkOn,
} from "./walk-preview.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.shown.title, "preview", data?.shown.language);

export const handle: RouteHandle = { enhances: true };

const toNobodyElse = {
  "Cache-Control": "no-store",
  "X-Robots-Tag": "noindex",
};

export const headers: HeadersFunction = () => toNobodyElse;

/** A page of a call before the public sees it, without an answer: those of the form are in its action's reply. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const found = await findPreviewedCall(context, request, params.link);
  if (!found.ok) return refuse(found.reason, context);
  const { previewed } = found;
  const walked = walkedTo.get(context);
  const page = walked ?? beginAt(previewed, { request, context, params });
  if (!page) throw data(null, { status: 404 });
  return new Unsent({
    ...{ refused: undefined, band: describePreview(previewed), page },
    title: titleOf(page.heading, context),
    language: context.speech?.language,
  });
}

type At = Pick<LoaderFunctionArgs, "request" | "context" | "params">;

/** Nobody's answers, or those of the made-up person whose way the address names. */
function draftAs(
  as: string | null,
  { call: { definition } }: PreviewedCall,
  { language, now }: { language: Language; now: Date },
): PreviewDraft {
  if (as === null || !/^\d{1,6}$/.test(as))
    return { answers: {}, fileNames: {}, language };
  const answers = samplePerson(definition, Number(as), londonDay(now));
  const fileNames = Object.fromEntries(
    questionsOf(definition)
      .filter((question) => takesFiles(question) && question.required)
      .map(({ id }) => [id, [previewWords.sampleFile]]),
  );
  return { answers, fileNames, language };
}

function beginAt(previewed: PreviewedCall, { request, context, params }: At) {
  const { searchParams } = new URL(request.url);
  const { definition } = previewed.call;
  const now = context.now();
  const language = readLanguage(searchParams.get("language"), definition);
  const draft = draftAs(searchParams.get("as"), previewed, { language, now });
  speakInPreview(context, { definition, language });
  const at = placeOf(request, params["*"]);
  return showPlace({ previewed, draft, context }, at, searchParams.get("as"));
}

function refuse(reason: keyof typeof refusedPreviews, context: RequestContext) {
  const { status, ...refused } = refusedPreviews[reason];
  const title = titleOf(refused.heading, context);
  const nothing = { band: undefined, page: undefined, language: undefined };
  const view = { ...nothing, refused, title };
  return data(new Unsent(view), { status });
}

function titleOf(heading: string, context: RequestContext): string {
  return pageTitle(context, wordsIn("en"), `${previewMark} ${heading}`);
}

function placeOf(request: Request, place = ""): PreviewPlace {
  const { searchParams } = new URL(request.url);
  return { place, isChange: searchParams.get("from") === "check" };
}

/** What the action of a request came to, for the loader of the same. */
const walkedTo = new WeakMap<RequestContext, PreviewPage>();

/** Goes on from a page as the form would; the next page comes back with all answers in it, and nothing is stored. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const found = await findPreviewedCall(context, request, params.link);
  // The loader says why.
  if (!found.ok) return data(null, { status: 410 });
  const { previewed } = found;
  const at = placeOf(request, params["*"]);
  const { definition } = previewed.call;
  const of = { definition, pageId: at.place };
  const sent = await readPreviewForm({ request, context }, of);
  speakInPreview(context, { definition, language: sent.draft.language });
  const page = walkOn({ previewed, context }, sent, at);
  if (!page) throw data(null, { status: 404 });
  walkedTo.set(context, page);
  const isRefused = stoppedBy(page);
  context.hasFormErrors = isRefused;
  return data(new Unsent({ page }), { status: isRefused ? 400 : 200 });
}

export default function Preview() {
  const { shown } = useLoaderData<typeof loader>();
  if (shown.page) return <PreviewedPage band={shown.band} page={shown.page} />;
  const { heading, advice } = shown.refused;
  return (
    <PageBody>
      <TwoThirds>
        <h1 className="govuk-heading-l">{heading}</h1>
        <p className="govuk-body">{advice}</p>
      </TwoThirds>
    </PageBody>
  );
}
