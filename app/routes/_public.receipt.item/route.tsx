import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { OwnResponse } from "#app/domain/responses/own-responses.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { requireOwnResponse } from "#app/http/request/own-response.server.ts";
import { itemAddress, itemPath, itemsAddress } from "#app/receipt-addresses.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { describeNoChange } from "#app/screens/public/own-items.ts";
import { speaksByTypedIn } from "#app/ui/language.tsx";
import { OwnResponsePage } from "#app/ui/own-response-page.tsx";
import type { RouteHandle } from "#app/ui/route-handle.ts";
import { wordsIn } from "#app/words/words.ts";
import {
  LeftOutAnswers,
  leftOutMark,
} from "../_public.receipt.change/left-out-answers.tsx";
import { NoChange } from "../_public.receipt.change/no-change.tsx";
import { formFields } from "../_public.respond.$call.$page/page-fields.ts";
import {
  baseMarkOf,
  describeItemPage,
} from "../_public.respond.$call.$page_.item.$item/describe-item-page.server.ts";
import { ItemPage } from "../_public.respond.$call.$page_.item.$item/item-page.tsx";
import { openItems } from "./own-items.server.ts";
import { referenceField } from "./reference-field.ts";
import { filesOf, saveOwnItemForm } from "./save-own-item.server.ts";
import { giveOwnForm } from "../_public.receipt.change/own-page.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "ownItem", data?.language);

export const handle: RouteHandle = {
  enhances: true,
  speaksBy: speaksByTypedIn("page"),
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = await requireOwnResponse(request, context);
  const { own } = visit;
  const sent = await openItems({ request, context }, own);
  const refusal = describeNoChange(own, sent.opened);
  return giveOwnForm(context, visit, {
    refusal,
    page: refusal ? undefined : await viewOwnItem(own, sent, context),
  });
}

async function viewOwnItem(
  own: OwnResponse,
  { opened, itemId, asked }: Awaited<ReturnType<typeof openItems>>,
  context: RequestContext,
) {
  const { question, items } = opened;
  if (!question) return undefined;
  const { receipt } = wordsIn(own.language);
  const { id } = question;
  const { language } = own;
  const { item, view } = await describeItemPage(
    { question, items, language, selectFiles: async () => filesOf(own) },
    { itemId, asked },
    context,
  );
  const { isNew, kind } = view;
  const kindParameters: [string, string][] = [
    ["answer", id],
    ["item", "new"],
  ];
  return {
    ...view,
    caption: receipt.response.heading(own.reference),
    note: receipt.change.lead,
    kindPath: itemPath,
    kindParameters,
    listPath: itemsAddress(id),
    ownPath: itemAddress(id, itemId, isNew && kind ? { kind } : {}),
    marks: {
      ...baseMarkOf(item),
      [formFields.rendering]: context.randomBytes(16).toString("hex"),
      [referenceField]: own.reference,
    },
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return saveOwnItemForm({ request, context });
}

export default function OwnItem() {
  const { language, page, refusal } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const words = wordsIn(language);
  if (!page)
    return (
      <OwnResponsePage back={words.form.back}>
        <NoChange refusal={refusal} reply={reply} words={words} />
      </OwnResponsePage>
    );
  const leavesOut = reply?.leavesOut ?? [];
  const marks = { ...page.marks, ...leftOutMark(leavesOut) };
  return (
    <ItemPage view={{ ...page, marks }} reply={reply} words={words}>
      <LeftOutAnswers answers={leavesOut} words={words} />
    </ItemPage>
  );
}
