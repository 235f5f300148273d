import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { evidenceAddress } from "#app/addresses.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { evidenceListAddress } from "#app/screens/public/evidence.ts";
import { Button } from "#app/ui/button.tsx";
import { BackLink, PageBody, TwoThirds } from "#app/ui/page-parts.tsx";
import { wordsIn } from "#app/words/words.ts";
import {
  findItem,
  removeItem,
} from "./_public.respond.$call.$page/items-of-page.server.ts";
import { requireAnswering } from "./_public.respond.$call.$page/open-evidence.server.ts";
import {
  openPage,
  wayBack,
} from "./_public.respond.$call.$page/open-page.server.ts";
import type { RouteHandle } from "#app/ui/route-handle.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "removeItem", data?.language);

export const handle: RouteHandle = { enhances: true };

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const open = await openPage({ request, context, params });
  await requireAnswering(open, context);
  const { language } = open;
  const parameters = wayBack(open);
  const { answer, page } = open;
  const listPath = evidenceListAddress({ answer, pageId: page.id, parameters });
  const item = findItem(open, params.item ?? "");
  // Removed already, in another tab or by a second press.
  if (!item) throw redirect(listPath, 303);
  const below = ["item", params.item ?? "", "remove"] as const;
  return {
    title: pageTitle(context, wordsIn(language), item.words.heading),
    language,
    listPath,
    ...item,
    ownPath: evidenceAddress(answer, page.id, [...below], parameters),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const open = await openPage({ request, context, params });
  const { answer, page } = open;
  const parameters = wayBack(open);
  await removeItem(open, params.item ?? "", context);
  const list = { answer, pageId: page.id, parameters };
  return redirect(evidenceListAddress(list), 303);
}

export default function RemoveItem() {
  const view = useLoaderData<typeof loader>();
  const { words } = view;
  return (
    <PageBody before={<BackLink to={view.listPath}>{words.back}</BackLink>}>
      <TwoThirds>
        <h1 className="govuk-heading-l">{words.heading}</h1>
        {view.line && (
          <p className="govuk-body heard-answer" dir="auto">
            {view.line}
          </p>
        )}
        <p className="govuk-body">{words.lead}</p>
        <form
          method="post"
          action={view.ownPath}
          noValidate
          className="govuk-button-group"
        >
          <Button kind="warning">{words.confirm}</Button>
          <a className="govuk-link" href={view.listPath}>
            {words.keep}
          </a>
        </form>
      </TwoThirds>
    </PageBody>
  );
}
