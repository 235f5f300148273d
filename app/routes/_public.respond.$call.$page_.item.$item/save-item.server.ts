import { data, redirect } from "@remix-run/node";
import { saveEvidenceItem } from "#app/domain/evidence/draft-items.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import type { ReceivedForm } from "#app/http/request/received-form.server.ts";
import { evidenceListAddress } from "#app/screens/public/evidence.ts";
import { describeItemProblems } from "#app/screens/public/evidence-item.ts";
import { wordsIn } from "#app/words/words.ts";
import {
  beginEvidence,
  evidenceOf,
  renderingOf,
  selectFilesOf,
} from "../_public.respond.$call.$page/open-evidence.server.ts";
import { baseField } from "./base-field.ts";
import {
  describeItemRefusal,
  type ItemReply,
  readItemForm,
  typedOf,
} from "./read-item.server.ts";
import type { OpenPage } from "../_public.respond.$call.$page/open-page.server.ts";

type SentItem = {
  open: OpenPage;
  form: ReceivedForm;
  context: RequestContext;
  itemId: string;
};

/** Saves an item as its form was sent, and leads back to the list; what cannot be saved comes back as it was typed. */
export async function saveItemForm({ open, form, context, itemId }: SentItem) {
  const { question, language, pageId, parameters } = evidenceOf(open);
  const typed = typedOf(form.fields);
  const giveBack = (reply: Omit<ItemReply, "typed">, init: ResponseInit) => {
    context.hasFormErrors = true;
    return data({ typed, ...reply }, init);
  };
  const begun = await beginEvidence(open, form, context);
  const headers = begun.setCookie ? { "Set-Cookie": begun.setCookie } : {};
  if (!begun.ok) {
    const { message, status } = begun;
    return giveBack({ errors: { "": [message] } }, { status, headers });
  }
  const id = itemId === "new" ? renderingOf(form).slice(0, 16) : itemId;
  const files = await selectFilesOf(open, context);
  const reading = readItemForm(evidenceOf(open), { id, typed, files });
  if (!reading.ok) {
    const errors = describeItemProblems(reading.problems, language);
    return giveBack({ errors }, { status: 400, headers });
  }
  const outcome = await saveEvidenceItem(context.db, {
    draftId: begun.draft.id,
    pageId,
    questionId: question.id,
    now: context.now(),
    item: reading.item,
    base: typed[baseField]?.[0] ?? "",
  });
  if (outcome.ok) {
    const path = evidenceListAddress(
      { answer: begun.answer, pageId, parameters },
      id,
    );
    return redirect(path, { status: 303, headers });
  }
  const told = describeRefusal(outcome, { question, language });
  return giveBack(told, { status: 409, headers });
}

type Refused = Extract<
  Awaited<ReturnType<typeof saveEvidenceItem>>,
  { ok: false }
>;

function describeRefusal(
  refused: Refused,
  of: Pick<ReturnType<typeof evidenceOf>, "question" | "language">,
): Omit<ItemReply, "typed"> {
  const { page } = wordsIn(of.language);
  if (refused.reason !== "refused") {
    const isSent = refused.reason === "already-sent";
    return { errors: { "": [isSent ? page.alreadySent : page.draftGone] } };
  }
  return describeItemRefusal(refused.refusal, of);
}
