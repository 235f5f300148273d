import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ownResponseAddress } from "#app/addresses.ts";
import {
  takeBackAnswer,
  takeBackFile,
} from "#app/domain/revisions/take-back.server.ts";
import { isWithdrawn } from "#app/domain/responses/withdrawal.ts";
import {
  leadToOwnResponse,
  ownPartOf,
  requireOwnResponse,
} from "#app/http/request/own-response.server.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { describeTakeBack } from "#app/screens/public/own-response.ts";
import { AnswerList } from "#app/ui/answer-list.tsx";
import { TakeBackForm } from "#app/ui/take-back-form.tsx";
import { OwnResponsePage } from "#app/ui/own-response-page.tsx";
import type { RouteHandle } from "#app/ui/route-handle.ts";
import { wordsIn } from "#app/words/words.ts";
import { giveOwnPage } from "./_public.receipt.change/own-page.server.ts";
import { refuseFormOfAnother } from "./_public.receipt.item/form-of-another.server.ts";
import { referenceField } from "./_public.receipt.item/reference-field.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "takeBack", data?.language);

export const handle: RouteHandle = { enhances: true };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = await requireOwnResponse(request, context);
  const { own, headers } = visit;
  const part = ownPartOf(request);
  const view =
    part && !isWithdrawn(own) ? describeTakeBack(own, part) : undefined;
  if (!view) throw leadToOwnResponse(headers);
  const marks = { [referenceField]: own.reference };
  return giveOwnPage(context, visit, { ...view, marks });
}

/** The page itself asks whether it is meant; a second press finds it done. */
export async function action({ request, context }: ActionFunctionArgs) {
  const visit = await requireOwnResponse(request, context);
  const refused = await refuseFormOfAnother({ request, context }, visit);
  if (refused) return refused;
  const { own, headers } = visit;
  const part = ownPartOf(request);
  const taking = { responseId: own.responseId, now: context.now() };
  if (part && "answer" in part)
    await takeBackAnswer(context.db, { ...taking, questionId: part.answer });
  else if (part)
    await takeBackFile(context.db, { ...taking, publicId: part.file });
  return leadToOwnResponse(headers);
}

export default function TakeBack() {
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { form, receipt } = wordsIn(view.language);
  const { errorSummaryHeading } = form;
  const back = ownResponseAddress("response");
  return (
    <OwnResponsePage back={form.back}>
      <TakeBackForm
        {...view}
        errors={reply?.errors}
        words={{ ...receipt.takeBack, errorSummaryHeading }}
        keepTo={back}
      >
        <AnswerList answers={view.answers} words={form} />
      </TakeBackForm>
    </OwnResponsePage>
  );
}
