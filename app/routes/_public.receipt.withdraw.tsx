import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
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
import { refuseFormOfAnother } from "./_public.receipt.item/form-of-another.server.ts";
import { referenceField } from "./_public.receipt.item/reference-field.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "withdraw", data?.language);

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
  const visit = await requireOwnResponse(request, context);
  const refused = await refuseFormOfAnother({ request, context }, visit);
  if (refused) return refused;
  const { own, headers } = visit;
  const { responseId } = own;
  await withdrawOwnResponse(context.db, { responseId, now: context.now() });
  return leadToOwnResponse(headers);
}

export default function Withdraw() {
  const { language, reference, effects } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { form, receipt } = wordsIn(language);
  const { withdraw, response } = receipt;
  const { errorSummaryHeading } = form;
  const back = ownResponseAddress("response");
  return (
    <OwnResponsePage back={form.back}>
      <TakeBackForm
        {...withdraw}
        effects={effects}
        words={{ ...withdraw, errorSummaryHeading }}
        caption={response.heading(reference)}
        address={ownResponseAddress("withdraw")}
        marks={{ [referenceField]: reference }}
        errors={reply?.errors}
        keepTo={back}
      />
    </OwnResponsePage>
  );
}
