import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  idOfNewItem,
  pageOfAnother,
} from "#app/domain/calls/repeated-pages.ts";
import { addOwnGroupItem } from "#app/domain/revisions/own-groups.server.ts";
import {
  requireOwnForForm,
  requireOwnResponse,
} from "#app/http/request/own-response.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { onlySpeaks } from "#app/http/request/speaking-form.server.ts";
import { itemsAddress } from "#app/receipt-addresses.ts";
import type { ChangeReply } from "#app/screens/public/change-answer.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import {
  describeAdditionRefusal,
  describeAnotherItem,
  noRoom,
  type OwnGroup,
} from "#app/screens/public/own-groups.ts";
import { describeNoChange } from "#app/screens/public/own-items.ts";
import { lostPartErrors } from "#app/screens/public/page-reply.ts";
import { speaksByTypedIn } from "#app/ui/language.tsx";
import { OwnResponsePage } from "#app/ui/own-response-page.tsx";
import type { RouteHandle } from "#app/ui/route-handle.ts";
import { wordsIn } from "#app/words/words.ts";
import {
  changeFields,
  readLeftOut,
} from "../_public.receipt.change/change-fields.ts";
import { NoChange } from "../_public.receipt.change/no-change.tsx";
import { openGroup } from "../_public.receipt.item/own-items.server.ts";
import { referenceField } from "../_public.receipt.item/reference-field.ts";
import {
  fieldsOfPage,
  readTypedAnswers,
} from "../_public.respond.$call.$page/page-form.ts";
import { AddItemForm } from "./add-item-form.tsx";
import { itemField } from "./item-field.ts";
import { giveOwnForm } from "../_public.receipt.change/own-page.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "addOwnItem", data?.language);

export const handle: RouteHandle = {
  enhances: true,
  speaksBy: speaksByTypedIn("form"),
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = await requireOwnResponse(request, context);
  const { own, headers } = visit;
  const { open, reason } = await openGroup({ request, context }, own);
  const question = open?.group;
  const refusal = describeNoChange(own, { question, reason });
  const form = refusal || !open ? undefined : describeAnotherItem(own, open);
  // The list says that there is no room; what was typed meanwhile stays here.
  if (open && !refusal && !form && !context.hasFormErrors)
    throw redirect(itemsAddress(open.group.id), { status: 303, headers });
  const chance = Number.parseInt(context.randomBytes(4).toString("hex"), 16);
  const known = { items: open?.used ?? [], pageVersions: {} };
  return giveOwnForm(context, visit, {
    refusal: refusal ?? (open && noRoom(own, open)),
    form: form && {
      ...form,
      marks: {
        [referenceField]: own.reference,
        [itemField]: idOfNewItem(open?.page.id ?? "", known, chance),
      },
    },
  });
}

/** What was typed comes back, whatever stands against it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { own, headers } = await requireOwnForForm(request, context);
  const { open } = await openGroup({ request, context }, own);
  if (!open) throw data(null, { status: 404 });
  const sent = await readAddition({ request, context }, open);
  const { typed, itemId } = sent;
  const words = wordsIn(own.language);
  const refuse = (reply: ChangeReply, status: number) => {
    context.hasFormErrors = true;
    return data(reply, { status, headers });
  };
  const errors = lostPartErrors(sent, words);
  if (sent.reference !== own.reference)
    errors[""] = [words.receipt.items.ofAnother];
  if (Object.keys(errors).length > 0)
    return refuse({ answers: typed, errors }, 409);
  if (onlySpeaks(request))
    return data<ChangeReply>({ answers: typed, errors }, { headers });
  const { id: questionId } = open.group;
  const outcome = await addOwnGroupItem(context.db, {
    ...{ responseId: own.responseId, questionId, itemId, typed },
    leavesOut: sent.leavesOut,
    messages: words.questions,
    now: context.now(),
  });
  if (outcome.ok)
    return redirect(`${itemsAddress(questionId)}#item-${itemId}`, {
      ...{ status: 303, headers },
    });
  const adding = { own, open, typed };
  const { reply, status } = describeAdditionRefusal(outcome, adding);
  return refuse(reply, status);
}

async function readAddition(
  source: Parameters<typeof readForm>[0],
  { page: list, group, ids }: OwnGroup,
) {
  const page = pageOfAnother(list, group, ids.length + 1);
  const own = [referenceField, itemField, changeFields.leavesOut];
  const marks = own.map((name) => [name, 1] as const);
  const known = new Map([...fieldsOfPage(page), ...marks]);
  const { fields, refusedParts } = await readForm(source, known);
  const itemId = fields.get(itemField);
  if (typeof itemId !== "string" || !/^[1-9]\d{0,2}$/.test(itemId))
    throw data(null, { status: 400 });
  return {
    ...{ page, refusedParts, itemId },
    typed: readTypedAnswers(fields, page),
    reference: fields.get(referenceField),
    leavesOut: readLeftOut(fields),
  };
}

export default function AddItem() {
  const { language, form, refusal } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const words = wordsIn(language);
  return (
    <OwnResponsePage back={words.form.back}>
      {form ? (
        <AddItemForm view={form} reply={reply} words={words} />
      ) : (
        <NoChange refusal={refusal} reply={reply} words={words} />
      )}
    </OwnResponsePage>
  );
}
