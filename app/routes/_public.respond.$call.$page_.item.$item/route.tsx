import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { offerDraftHolder } from "#app/http/request/draft-holder.server.ts";
import { keptByThisBrowser } from "#app/http/request/page-copies.server.ts";
import type { ReceivedForm } from "#app/http/request/received-form.server.ts";
import { onlySpeaks } from "#app/http/request/speaking-form.server.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { speaksByTyped } from "#app/ui/language.tsx";
import { Unsent } from "#app/ui/unsent.ts";
import { wordsIn } from "#app/words/words.ts";
import { requireAnswering } from "../_public.respond.$call.$page/open-evidence.server.ts";
import { openPage } from "../_public.respond.$call.$page/open-page.server.ts";
import { readPageForm } from "../_public.respond.$call.$page/read-page-form.server.ts";
import { viewItem } from "./view-item.server.ts";
import { ItemPage } from "./item-page.tsx";
import {
  asTyped,
  type ItemReply,
  knownItemFields,
  typedOf,
} from "./read-item.server.ts";
import { saveItemForm } from "./save-item.server.ts";
import type { RouteHandle } from "#app/ui/route-handle.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.shown.title, "item", data?.shown.language);

export const handle: RouteHandle = {
  enhances: true,
  asks: true,
  speaksBy: speaksByTyped,
};

export const headers: HeadersFunction = () => keptByThisBrowser;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const open = await openPage({ request, context, params });
  await requireAnswering(open, context);
  const asked = new URL(request.url).searchParams;
  const view = await viewItem(open, context, {
    itemId: params.item ?? "",
    asked,
  });
  const headers = offerDraftHolder(context, open.holderKey);
  return data(new Unsent(view), { headers });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const sent = { request, context, params };
  const { open, form } = await readPageForm(sent, knownItemFields);
  if (onlySpeaks(request)) return showTyped(form);
  return saveItemForm({ open, form, context, itemId: params.item ?? "" });
}

function showTyped({ fields }: ReceivedForm): ItemReply {
  const typed = typedOf(fields);
  return { typed, ...asTyped(typed) };
}

export default function EvidenceItemPage() {
  const { shown: view } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const words = wordsIn(view.language);
  return <ItemPage view={view} reply={reply} words={words} />;
}
