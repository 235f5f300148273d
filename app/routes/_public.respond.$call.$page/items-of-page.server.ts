import { data } from "@remix-run/node";
import { itemPagesOf } from "#app/domain/calls/asked-pages.ts";
import { itemLine } from "#app/domain/calls/evidence-items/describe-item.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import {
  findEvidenceQuestion,
  findGroupQuestion,
} from "#app/domain/calls/question-types/question-types.ts";
import { groupWithDropped } from "#app/domain/calls/repeated-pages.ts";
import { removeGroupItem } from "#app/domain/drafts/group-items.server.ts";
import { removeEvidenceItem } from "#app/domain/evidence/draft-items.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { wordsIn } from "#app/words/words.ts";
import { evidenceOf } from "./open-evidence.server.ts";
import type { OpenPage } from "./open-page.server.ts";

/* A page's list of items, be they pieces of evidence or a group's: what is the same of both. */

/** One of a page's items, and the words in which it is asked whether to remove it; undefined where it is gone. @throws a 404 where the page has none. */
export function findItem(open: OpenPage, itemId: string) {
  const { draft, definition, language, page } = open;
  const words = wordsIn(language);
  if (!findGroupQuestion(page.questions)) {
    const item = evidenceOf(open).items.find(({ id }) => id === itemId);
    const { removeHeading, removeLead, removeConfirm, removeKeep, backToList } =
      words.evidence;
    return (
      item && {
        line: itemLine(item),
        words: {
          ...{ heading: removeHeading, lead: removeLead },
          ...{ confirm: removeConfirm, keep: removeKeep, back: backToList },
        },
      }
    );
  }
  const items = itemPagesOf(definition, draft?.answers ?? {}, page.id);
  const title = items.find(({ itemOf }) => itemOf?.itemId === itemId)?.title;
  if (!title) return undefined;
  const name = inLanguage(title, language);
  const { group } = words;
  return {
    line: undefined,
    words: {
      ...{ heading: group.removeHeading(name), lead: group.removeLead },
      ...{ confirm: group.removeConfirm(name), keep: group.removeKeep },
      back: group.backToList,
    },
  };
}

/** Removes an item of a page from its draft. @throws a 404 where the page has none. */
export async function removeItem(
  { draft, page }: OpenPage,
  itemId: string,
  { db, now }: RequestContext,
) {
  const group = findGroupQuestion(page.questions);
  const evidence = findEvidenceQuestion(page.questions);
  if (!group && !evidence) throw data(null, { status: 404 });
  if (!draft) return;
  const place = { draftId: draft.id, pageId: page.id, itemId, now: now() };
  if (group)
    await removeGroupItem(db, {
      ...{ ...place, group: groupWithDropped(page, group) },
    });
  if (evidence)
    await removeEvidenceItem(db, { ...place, questionId: evidence.id });
}
