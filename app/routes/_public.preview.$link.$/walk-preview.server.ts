import { previewAddress } from "#app/preview-addresses.ts";
import { findPage } from "#app/domain/calls/asked-pages.ts";
import type { Answers, CallPage } from "#app/domain/calls/definition.ts";
import {
  findEvidenceQuestion,
  findGroupQuestion,
} from "#app/domain/calls/question-types/question-types.ts";
import { findNewlyAsked } from "#app/domain/drafts/draft-answers.ts";
import {
  countEvidence,
  type PreviewDraft,
  sampleEvidence,
  withGroupItem,
  withoutFile,
  withoutGroupItem,
} from "#app/domain/drafts/preview-draft.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import type { PreviewedCall } from "#app/http/request/previewed-call.server.ts";
import { previewWords } from "#app/screens/public/preview.ts";
import { readIntent } from "../_public.respond.$call.$page/read-page-form.server.ts";
import { formFields } from "../_public.respond.$call.$page/page-fields.ts";
import { checkPreview, judgePreviewPage } from "./judge-preview.server.ts";
import { previewIntents } from "./preview-fields.ts";
import type { SentPreview } from "./read-preview.server.ts";
import {
  showCheck,
  showLeftOut,
  showPage,
  showSent,
  showTasks,
} from "./show-preview.server.ts";
import { showStart } from "./show-start.server.ts";

type Walk = {
  previewed: PreviewedCall;
  draft: PreviewDraft;
  context: RequestContext;
};

export type PreviewPlace = { place: string; isChange: boolean };

/** What stands at a place of a preview; undefined where the form has no such page. */
export function showPlace(
  walk: Walk,
  { place, isChange }: PreviewPlace,
  as: string | null = null,
) {
  if (place === "") return showStart(walk, as);
  if (place === "check") return showCheck(walk);
  if (place === "tasks") return showTasks(walk);
  if (place === "sent") return showSent(walk);
  const page = showPage(walk, { pageId: place, isChange });
  if (page) return page;
  const [pageId = ""] = place.split("/");
  const { definition } = walk.previewed.call;
  const isBelow = findPage(definition, walk.draft.answers, pageId);
  if (!isBelow && !leftOut.has(place)) return undefined;
  return showLeftOut(walk, backTo(walk, isBelow?.page.id));
}

/** Of the form, where it keeps, finds again or deletes what is answered. */
const leftOut = new Set([
  "save",
  "somebody-else",
  "delete",
  "draft",
  "answers",
]);

function backTo({ previewed }: Walk, pageId?: string): string {
  return previewAddress(previewed.link, pageId ?? "check");
}

/** Where a press leads, with what the form itself would say. */
export function walkOn(
  walk: Omit<Walk, "draft">,
  sent: SentPreview,
  at: PreviewPlace,
) {
  const written = sent.fields.get(formFields.intent);
  const whole = { ...walk, draft: sent.draft };
  if (written === previewIntents.send) return send(whole);
  const [pageId = "", below, itemId = ""] = at.place.split("/");
  const found = findPage(
    walk.previewed.call.definition,
    sent.draft.answers,
    pageId,
  );
  if (found && below === "item") {
    const answers = changeItems(found.page, sent.draft.answers, itemId);
    const draft = { ...sent.draft, answers };
    return showPlace({ ...whole, draft }, { ...at, place: pageId });
  }
  if (written === previewIntents.show || !found || below !== undefined)
    return showPlace(whole, at);
  return walkOnFromPage(whole, sent, { ...at, found });
}

function send(walk: Walk) {
  const { previewed, draft, context } = walk;
  const { definition } = previewed.call;
  const problems = checkPreview(draft, definition, context.now());
  if (problems.length === 0) return showSent(walk);
  return { ...showCheck(walk), isStopped: true };
}

/** Puts a made-up piece of evidence into a page's list, or takes an item out of it. */
function changeItems(
  page: CallPage,
  answers: Answers,
  itemId: string,
): Answers {
  const group = findGroupQuestion(page.questions);
  if (group) return withoutGroupItem(answers, group, itemId);
  const evidence = findEvidenceQuestion(page.questions);
  if (!evidence) return answers;
  const count =
    countEvidence(answers, evidence.id) + (itemId === "new" ? 1 : -1);
  const samples = sampleEvidence(count, previewWords.sampleTitle);
  return { ...answers, [evidence.id]: samples };
}

type FoundPage = NonNullable<ReturnType<typeof findPage>>;

function walkOnFromPage(
  walk: Walk,
  sent: SentPreview,
  { found, place, isChange }: PreviewPlace & { found: FoundPage },
) {
  const intent = readIntent(sent.fields);
  const { definition } = walk.previewed.call;
  const { page, isAsked, previous } = found;
  if (intent.kind === "later")
    return showPlace(walk, { place: "save", isChange });
  if (intent.kind === "remove") {
    const draft = withoutFile(walk.draft, intent.publicId);
    return showPlace({ ...walk, draft }, { place, isChange });
  }
  const draft = keepItem(walk.draft, found);
  const on = { ...walk, draft };
  if (intent.kind === "back")
    return showPlace(on, {
      ...{
        isChange,
        place: isChange ? "check" : (previous?.id ?? startOf(on)),
      },
    });
  const judging = { page, isAsked, definition, intent };
  const reply = judgePreviewPage({ ...sent, draft }, judging, walk.context);
  if (reply || intent.kind === "upload")
    return showPage(on, { pageId: place, isChange }, reply);
  return showPlace(on, { isChange, place: placeAfter(on, found, isChange) });
}

/** An item comes into the list of its group when its page is sent. */
function keepItem(draft: PreviewDraft, { page, previous }: FoundPage) {
  const group =
    page.itemOf && previous && findGroupQuestion(previous.questions);
  if (!group || !page.itemOf) return draft;
  const answers = withGroupItem(draft.answers, group, page.itemOf.itemId);
  return { ...draft, answers };
}

const startOf = ({ previewed }: Walk) =>
  previewed.call.definition.navigation === "task-list" ? "tasks" : "";

/** As the form leads on: a change back to the check, by way of what is asked for the first time because of it. */
function placeAfter(
  walk: Walk,
  { page }: FoundPage,
  isChange: boolean,
): string {
  const { answers } = walk.draft;
  const { definition } = walk.previewed.call;
  const found = findPage(definition, answers, page.id);
  const next = isChange
    ? findNewlyAsked(found?.later ?? [], { answers, draft: undefined })
    : found?.next;
  return next?.id ?? (isChange ? "check" : startOf(walk) || "check");
}

/** A page of a preview. */
export type PreviewPage = NonNullable<ReturnType<typeof showPlace>>;

/** Whether the form itself would not have let somebody go on. */
export function stoppedBy(page: PreviewPage): boolean {
  if (page.kind === "page") return page.reply !== undefined;
  return page.kind === "check" && page.isStopped;
}
