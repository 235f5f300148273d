import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { removeOwnGroupItem } from "#app/domain/revisions/own-groups.server.ts";
import { removeOwnItem } from "#app/domain/revisions/own-items.server.ts";
import { requireOwnResponse } from "#app/http/request/own-response.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import { itemsAddress } from "#app/receipt-addresses.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { describeItemsRefusal } from "#app/screens/public/own-items.ts";
import { AnswerList } from "#app/ui/answer-list.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { OwnResponsePage } from "#app/ui/own-response-page.tsx";
import { Part } from "#app/ui/page-parts.tsx";
import { PageMarks } from "#app/ui/page-marks.tsx";
import type { RouteHandle } from "#app/ui/route-handle.ts";
import { type Words, wordsIn } from "#app/words/words.ts";
import {
  changeFields,
  readLeftOut,
} from "./_public.receipt.change/change-fields.ts";
import {
  LeftOutAnswers,
  leftOutMark,
} from "./_public.receipt.change/left-out-answers.tsx";
import { NoChange } from "./_public.receipt.change/no-change.tsx";
import { openList } from "./_public.receipt.item/own-items.server.ts";
import { referenceField } from "./_public.receipt.item/reference-field.ts";
import { giveOwnForm } from "./_public.receipt.change/own-page.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "removeOwnItem", data?.language);

export const handle: RouteHandle = { enhances: true };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = await requireOwnResponse(request, context);
  const { own, headers } = visit;
  const opened = await openList({ request, context }, own);
  const { refusal, removal: view } = opened;
  // Removed already, in another tab or by a second press.
  if (!view && opened.question && !refusal)
    throw redirect(itemsAddress(opened.question.id), { status: 303, headers });
  const { reference } = own;
  return giveOwnForm(context, visit, { refusal, view, reference });
}

const known = new Map([
  [changeFields.leavesOut, 1],
  [referenceField, 1],
]);

export async function action({ request, context }: ActionFunctionArgs) {
  const { own, headers } = await requireOwnResponse(request, context);
  const opened = await openList({ request, context }, own);
  const { itemId, isGroup } = opened;
  const { fields } = await readForm({ request, context }, known);
  if (!opened.question) throw data(null, { status: 404 });
  const { id: questionId } = opened.question;
  const words = wordsIn(own.language);
  const refuse = (reply: RemovalReply) => {
    context.hasFormErrors = true;
    return data(reply, { status: 409, headers });
  };
  // Items of a group have short ids, which another response may have as well.
  if (fields.get(referenceField) !== own.reference)
    return refuse({ errors: { "": [words.receipt.items.ofAnother] } });
  const remove = isGroup ? removeOwnGroupItem : removeOwnItem;
  const outcome = await remove(context.db, {
    ...{ responseId: own.responseId, questionId, itemId },
    leavesOut: readLeftOut(fields),
    messages: words.questions,
    now: context.now(),
  });
  if (outcome.ok)
    return redirect(itemsAddress(questionId), { status: 303, headers });
  return refuse(describeItemsRefusal(own, outcome));
}

type RemovalReply = ReturnType<typeof describeItemsRefusal>;

export default function RemoveOwnItem() {
  const loaded = useLoaderData<typeof loader>();
  const { language, refusal, view, reference } = loaded;
  const reply = useActionData<typeof action>();
  const words = wordsIn(language);
  return (
    <OwnResponsePage back={words.form.back}>
      {view ? (
        <Removal {...{ view, reply, words, reference }} />
      ) : (
        <NoChange refusal={refusal} reply={undefined} words={words} />
      )}
    </OwnResponsePage>
  );
}

type RemovalProps = {
  view: NonNullable<Awaited<ReturnType<typeof openList>>["removal"]>;
  reply: RemovalReply | undefined;
  words: Words;
  reference: string;
};

function Removal({ view, reply, words, reference }: RemovalProps) {
  const { form, receipt } = words;
  const errors = reply?.errors[""] ?? [];
  const leavesOut = reply?.leavesOut ?? [];
  return (
    <>
      <ErrorSummary
        heading={form.errorSummaryHeading}
        errors={errors.map((message) => ({ message }))}
      />
      <span className="govuk-caption-l" translate="no">
        {view.caption}
      </span>
      <h1 className="govuk-heading-l">{view.heading}</h1>
      {view.line && (
        <p className="govuk-body heard-answer" dir="auto">
          {view.line}
        </p>
      )}
      <p className="govuk-body">{view.needed ?? view.lead}</p>
      <form method="post" action={view.ownPath} noValidate>
        <PageMarks
          marks={{
            [referenceField]: reference,
            ...leftOutMark([...view.going, ...leavesOut]),
          }}
        />
        {view.going.length > 0 && (
          <Part heading={receipt.groups.takenBackHeading}>
            <AnswerList answers={view.going} words={form} />
          </Part>
        )}
        <LeftOutAnswers answers={leavesOut} words={words} />
        <div className="govuk-button-group">
          {!view.needed && <Button kind="warning">{view.confirm}</Button>}
          <a className="govuk-link" href={view.listPath}>
            {view.keep}
          </a>
        </div>
      </form>
    </>
  );
}
