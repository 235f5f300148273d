import { data, redirect } from "@remix-run/node";
import type { EvidenceQuestion } from "#app/domain/calls/question-types/evidence-items.ts";
import { saveOwnItem } from "#app/domain/revisions/own-items.server.ts";
import type { OwnResponse } from "#app/domain/responses/own-responses.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { requireOwnForForm } from "#app/http/request/own-response.server.ts";
import {
  readForm,
  type ReceivedForm,
} from "#app/http/request/received-form.server.ts";
import { onlySpeaks } from "#app/http/request/speaking-form.server.ts";
import { itemsAddress } from "#app/receipt-addresses.ts";
import {
  describeItemProblems,
  describeSavedItem,
} from "#app/screens/public/evidence-item.ts";
import { describeItemsRefusal } from "#app/screens/public/own-items.ts";
import { wordsIn } from "#app/words/words.ts";
import {
  changeFields,
  readLeftOut,
} from "../_public.receipt.change/change-fields.ts";
import { renderingOf } from "../_public.respond.$call.$page/open-evidence.server.ts";
import { formFields } from "../_public.respond.$call.$page/page-fields.ts";
import { baseField } from "../_public.respond.$call.$page_.item.$item/base-field.ts";
import {
  describeItemRefusal,
  type ItemReply,
  knownItemFields,
  asTyped,
  readItemForm,
  typedOf,
} from "../_public.respond.$call.$page_.item.$item/read-item.server.ts";
import { openItems } from "./own-items.server.ts";
import { referenceField } from "./reference-field.ts";

type OwnItemReply = ItemReply &
  Pick<ReturnType<typeof describeItemsRefusal>, "leavesOut"> & {
    /** What was typed, in words, where nothing can be changed any more. */
    typedLine?: string;
  };

const known = new Map([
  ...knownItemFields,
  [formFields.rendering, 1],
  [changeFields.leavesOut, 1],
  [referenceField, 1],
]);

type Sent = { request: Request; context: RequestContext };

/** Saves an item of a response as its form was sent, and leads back to the list; what cannot be saved comes back as it was typed. */
export async function saveOwnItemForm({ request, context }: Sent) {
  const { own, headers } = await requireOwnForForm(request, context);
  const { opened, itemId } = await openItems({ request, context }, own);
  const { question, items } = opened;
  if (!question || !/^(new|[0-9a-f]{16})$/.test(itemId))
    throw data(null, { status: 404 });
  const form = await readForm({ request, context }, known);
  const typed = typedOf(form.fields);
  const giveBack = (reply: Omit<OwnItemReply, "typed">, status: number) => {
    context.hasFormErrors = status !== 200;
    const all: OwnItemReply = { typed, ...reply };
    return data(all, { status, headers });
  };
  if (form.fields.get(referenceField) !== own.reference)
    return giveBack(ofAnother(own), 409);
  if (onlySpeaks(request)) return giveBack(asTyped(typed), 200);
  const id = itemId === "new" ? idOfNew(form, context) : itemId;
  const files = filesOf(own);
  const reading = readItemForm({ question, items }, { id, typed, files });
  if (!reading.ok) {
    const errors = describeItemProblems(reading.problems, own.language);
    return giveBack({ errors }, 400);
  }
  const { item } = reading;
  const outcome = await saveOwnItem(context.db, {
    ...{ responseId: own.responseId, questionId: question.id, item },
    base: typed[baseField]?.[0] ?? "",
    leavesOut: readLeftOut(form.fields),
    messages: wordsIn(own.language).questions,
    now: context.now(),
  });
  if (outcome.ok)
    return redirect(`${itemsAddress(question.id)}#item-${id}`, {
      ...{ status: 303, headers },
    });
  return giveBack(tell(outcome, { own, question, item }), 409);
}

/** The files that stand: an item may say which of them it is. */
export function filesOf({ answers }: OwnResponse) {
  return answers.flatMap(({ files }) => files);
}

function ofAnother({ language }: OwnResponse) {
  return { errors: { "": [wordsIn(language).receipt.items.ofAnother] } };
}

/** By its page, so that a form that is sent twice adds one item. */
function idOfNew(form: ReceivedForm, { randomBytes }: RequestContext): string {
  return (renderingOf(form) || randomBytes(16).toString("hex")).slice(0, 16);
}

type Refused = Extract<Awaited<ReturnType<typeof saveOwnItem>>, { ok: false }>;

type Changing = {
  own: OwnResponse;
  question: EvidenceQuestion;
  item: Parameters<typeof describeSavedItem>[0];
};

function tell(
  refused: Refused,
  { own, question, item }: Changing,
): Omit<OwnItemReply, "typed"> {
  const { language } = own;
  if (refused.reason === "item")
    return describeItemRefusal(refused.refusal, { question, language });
  const told = describeItemsRefusal(own, refused);
  const typedLine = describeSavedItem(item, question, language);
  return { ...told, typedLine };
}
