import { evidenceAddress } from "#app/addresses.ts";
import type {
  EvidenceItem,
  EvidenceKind,
} from "#app/domain/calls/evidence-items/evidence-item.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import { evidenceListAddress } from "#app/screens/public/evidence.ts";
import { wordsIn } from "#app/words/words.ts";
import {
  evidenceOf,
  marksOf,
  type OpenEvidence,
  selectFilesOf,
} from "../_public.respond.$call.$page/open-evidence.server.ts";
import type { OpenPage } from "../_public.respond.$call.$page/open-page.server.ts";
import { formFields } from "../_public.respond.$call.$page/page-fields.ts";
import {
  type AskedItem,
  baseMarkOf,
  describeItemPage,
} from "./describe-item-page.server.ts";

/** The page of one item of a draft: first what it is, where that is not known, then all else. */
export async function viewItem(
  open: OpenPage,
  context: RequestContext,
  asked: AskedItem,
) {
  const evidence = evidenceOf(open);
  const { itemId } = asked;
  const { item, view } = await describeItemPage(
    { ...evidence, selectFiles: () => selectFilesOf(open, context) },
    asked,
    context,
  );
  const { isNew, kind, heading, language } = view;
  const newKind = isNew && kind !== "" ? kind : undefined;
  return {
    ...view,
    title: pageTitle(context, wordsIn(language), heading),
    ...pathsOf(evidence, { itemId, kind: newKind }),
    kept: {
      callSlug: evidence.answer.slug,
      /** What is kept of a new item is of one kind, as its form is. */
      pageId: `${evidence.pageId}:item:${itemId}${newKind ? `-${newKind}` : ""}`,
    },
    marks: writeMarks(marksOf(open, context), item),
  };
}

function pathsOf(
  { answer, pageId, parameters }: OpenEvidence,
  { itemId, kind }: { itemId: string; kind: EvidenceKind | undefined },
) {
  const own = new URLSearchParams(parameters);
  if (kind) own.set("kind", kind);
  const draft: [string, string][] = answer.draft
    ? [["draft", answer.draft]]
    : [];
  return {
    // A form that is sent by GET takes its parameters from its own fields.
    kindPath: evidenceAddress({ ...answer, draft: undefined }, pageId, [
      "item",
      "new",
    ]),
    kindParameters: [...draft, ...parameters],
    listPath: evidenceListAddress({ answer, pageId, parameters }),
    ownPath: evidenceAddress(answer, pageId, ["item", itemId], own),
  };
}

function writeMarks(
  { draftMark, rendering }: ReturnType<typeof marksOf>,
  item: EvidenceItem | undefined,
): Record<string, string> {
  return {
    [formFields.draftMark]: draftMark,
    [formFields.rendering]: rendering,
    ...baseMarkOf(item),
  };
}
