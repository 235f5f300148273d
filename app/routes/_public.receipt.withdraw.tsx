import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ownResponseAddress } from "#app/addresses.ts";
import { findCall } from "#app/domain/calls/calls.server.ts";
import { withdrawOwnResponse } from "#app/domain/responses/own-withdrawal.server.ts";
import { isWithdrawn } from "#app/domain/responses/withdrawal.ts";
import {
  leadToOwnResponse,
  requireOwnResponse,
} from "#app/http/request/own-response.server.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { OwnResponsePage } from "#app/ui/own-response-page.tsx";
import { TakeBackForm } from "#app/ui/take-back-form.tsx";
import { wordsIn } from "#app/words/words.ts";
import type { RouteHandle } from "#app/ui/route-handle.ts";
import { giveOwnPage } from "./_public.receipt.change/own-page.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "withdraw");

export const handle: RouteHandle = { enhances: true };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = await requireOwnResponse(request, context);
  const { own, headers } = visit;
  if (isWithdrawn(own)) throw leadToOwnResponse(headers);
  const words = wordsIn(own.language);
  const { reference, callId } = own;
  const { equality } = (await findCall(context.db, callId)).definition;
  const effects = [
    ...words.receipt.withdraw.effects,
    ...(equality ? [words.equality.staysCounted] : []),
  ];
  return giveOwnPage(context, visit, { reference, effects });
}

/** The page itself asks whether it is meant; a second press finds it done. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { own, headers } = await requireOwnResponse(request, context);
  const { responseId } = own;
  await withdrawOwnResponse(context.db, { responseId, now: context.now() });
  return leadToOwnResponse(headers);
}

export default function Withdraw() {
  const { language, reference, effects } = useLoaderData<typeof loader>();
  const words = wordsIn(language);
  const { withdraw, response } = words.receipt;
  const back = ownResponseAddress("response");
  return (
    <OwnResponsePage back={words.form.back}>
      <TakeBackForm
        {...withdraw}
        effects={effects}
        words={withdraw}
        caption={response.heading(reference)}
        address={ownResponseAddress("withdraw")}
        keepTo={back}
      />
    </OwnResponsePage>
  );
}
