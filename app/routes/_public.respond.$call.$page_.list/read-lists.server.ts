import { data } from "@remix-run/node";
import type { Language } from "#app/domain/calls/languages.ts";
import {
  importLists,
  type ListSource,
} from "#app/domain/evidence/import-lists.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import type { ReceivedForm } from "#app/http/request/received-form.server.ts";
import { describeCards } from "#app/screens/public/evidence.ts";
import {
  describeImported,
  describeListRefusal,
} from "#app/screens/public/reference-list.ts";
import { wordsIn } from "#app/words/words.ts";
import {
  beginEvidence,
  evidenceOf,
  renderingOf,
} from "../_public.respond.$call.$page/open-evidence.server.ts";
import { listFields } from "./list-fields.ts";
import type { OpenPage } from "../_public.respond.$call.$page/open-page.server.ts";

export const knownListFields = new Map(
  Object.values(listFields).map((name) => [name, 1]),
);

type SentList = { open: OpenPage; form: ReceivedForm; context: RequestContext };

type Imported = ReturnType<typeof describeImported>;

export type ListReply = {
  /** As it was pasted, where something of it is still to be done. */
  text: string;
  /** The page it was sent from: sent again from it, nothing is added twice. */
  rendering: string;
  errors: string[];
  result?: Imported & { cards: ReturnType<typeof describeCards> };
};

/** What was pasted, as it was: nothing of it is read yet. */
export function showTyped(form: ReceivedForm): ListReply {
  return { text: textOf(form), rendering: renderingOf(form), errors: [] };
}

/** Reads what was pasted and chosen, adds what is good of it, and tells what became of each record. */
export async function readListForm(sent: SentList) {
  const { open, form, context } = sent;
  const { question, language, pageId, parameters } = evidenceOf(open);
  const text = textOf(form);
  const rendering = renderingOf(form);
  const refuse = (message: string, init: ResponseInit) => {
    context.hasFormErrors = true;
    const reply: ListReply = { text, rendering, errors: [message] };
    return data(reply, init);
  };
  const begun = await beginEvidence(open, form, context);
  const headers = begun.setCookie ? { "Set-Cookie": begun.setCookie } : {};
  if (!begun.ok)
    return refuse(begun.message, { status: begun.status, headers });
  const sources = sourcesOf(form, text);
  const problem = findListProblem(form, sources, language);
  if (problem) return refuse(problem, { status: 400, headers });
  const outcome = await importLists(context.db, {
    draftId: begun.draft.id,
    pageId,
    questionId: question.id,
    now: context.now(),
    sources,
    rendering,
  });
  if (!outcome.ok) {
    const message = describeListRefusal(outcome, language);
    return refuse(message, { status: 400, headers });
  }
  const { items, added } = outcome;
  const held = { items, language, answer: begun.answer, pageId, parameters };
  const result = describeImported(outcome, language);
  const reply: ListReply = {
    text: result.broken.length > 0 ? text : "",
    rendering,
    errors: [],
    result: { ...result, cards: describeCards(held, added) },
  };
  return data(reply, { headers });
}

/** Why nothing of a form is read; undefined where it can be. */
function findListProblem(
  form: ReceivedForm,
  sources: ListSource[],
  language: Language,
): string | undefined {
  const words = wordsIn(language).evidence;
  const lost = whatIsLost(form);
  if (lost === "text") return words.textCut;
  if (lost) return describeListRefusal({ reason: lost }, language);
  return sources.length === 0 ? words.nothingSent : undefined;
}

function textOf({ fields }: ReceivedForm): string {
  const text = fields.get(listFields.text);
  return typeof text === "string" ? text.replaceAll("\u0000", "") : "";
}

/** What of the form did not arrive, or not whole. */
function whatIsLost({ refusedParts }: ReceivedForm) {
  if (refusedParts.some(({ reason }) => reason === "text-too-long"))
    return "text";
  if (refusedParts.some(({ reason }) => reason === "too-big"))
    return "too-many-bytes";
  if (refusedParts.some(({ reason }) => reason === "busy")) return "busy";
  return refusedParts.length > 0 ? "not-received" : undefined;
}

/** The box and one input; what else was sent along is no list of this page's. */
function sourcesOf({ stagedFiles }: ReceivedForm, text: string): ListSource[] {
  const [file] = stagedFiles.filter(
    ({ questionId }) => questionId === listFields.file,
  );
  return [
    ...(file ? [{ ...file, name: file.originalName.slice(0, 200) }] : []),
    ...(text.trim() === "" ? [] : [{ text }]),
  ];
}
