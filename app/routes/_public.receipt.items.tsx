import { type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOwnResponse } from "#app/http/request/own-response.server.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { ItemCards } from "#app/ui/item-cards.tsx";
import { OwnResponsePage } from "#app/ui/own-response-page.tsx";
import { wordsIn } from "#app/words/words.ts";
import { NoChange } from "./_public.receipt.change/no-change.tsx";
import { openList } from "./_public.receipt.item/own-items.server.ts";
import { giveOwnForm } from "./_public.receipt.change/own-page.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "ownItems", data?.language);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = await requireOwnResponse(request, context);
  const { own } = visit;
  const opened = await openList({ request, context }, own);
  return giveOwnForm(context, visit, {
    refusal: opened.refusal,
    list: opened.list,
  });
}

export default function OwnItems() {
  const { language, list, refusal } = useLoaderData<typeof loader>();
  const words = wordsIn(language);
  return (
    <OwnResponsePage back={words.form.back}>
      {list ? (
        <>
          <span className="govuk-caption-l" translate="no">
            {list.caption}
          </span>
          <h1 className="govuk-heading-l">{list.heading}</h1>
          <p className="govuk-body">{list.count}</p>
          {list.cards.length > 0 && (
            <ItemCards cards={list.cards} words={words.evidence} />
          )}
          {list.add && (
            <ButtonLink kind="secondary" to={list.add.to}>
              {list.add.label}
            </ButtonLink>
          )}
          {list.notes.map((note) => (
            <p className="govuk-body" key={note}>
              {note}
            </p>
          ))}
        </>
      ) : (
        <NoChange refusal={refusal} reply={undefined} words={words} />
      )}
    </OwnResponsePage>
  );
}
