import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ownResponseAddress, receiptAddress } from "#app/addresses.ts";
import { receiptKeysAddress } from "#app/receipt-addresses.ts";
import { normaliseReference } from "#app/domain/responses/receipts.ts";
import { findByReceipt } from "#app/domain/responses/own-responses.server.ts";
import {
  countGuess,
  forgetGuesses,
} from "#app/http/request/guess-throttle.server.ts";
import { speakOurs } from "#app/http/request/language.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { keptByThisBrowser } from "#app/http/request/page-copies.server.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import { keepReceiptVisit } from "#app/http/request/receipt-visit.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  giveTyped,
  onlySpeaks,
} from "#app/http/request/speaking-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldProps, FormErrors } from "#app/ui/form-reply.tsx";
import { speaksByTyped, typedFormId } from "#app/ui/language.tsx";
import { BackLink, PageBody, TwoThirds } from "#app/ui/page-parts.tsx";
import type { RouteHandle } from "#app/ui/route-handle.ts";
import { TextField } from "#app/ui/text-fields.tsx";
import { wordsIn } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "findReceipt", data?.language);

export const handle: RouteHandle = { enhances: true, speaksBy: speaksByTyped };

export const headers: HeadersFunction = () => keptByThisBrowser;

export function loader({ request, context }: LoaderFunctionArgs) {
  const language = speakOurs(request, context);
  const words = wordsIn(language);
  return {
    language,
    title: pageTitle(context, words, words.receipt.title),
    isClosed: new URL(request.url).searchParams.has("closed"),
  };
}

const receiptSchema = z.object({
  reference: z.string().default(""),
  code: z.string().default(""),
});
const known = knownFields(receiptSchema);

/** Where there are too many tries nothing is looked at; a wrong one says nothing of which of the two was wrong. */
export async function action({ request, context }: ActionFunctionArgs) {
  const words = wordsIn(speakOurs(request, context));
  const { enter } = words.receipt;
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, receiptSchema, words.form.lost);
  if (onlySpeaks(request)) return giveTyped(context, submission);
  if (submission.status !== "success") return refuseForm(context, submission);
  const { reference, code } = submission.value;
  const at = normaliseReference(reference) ?? reference.slice(0, 200);
  const guess = { context, to: "receipt" as const, at };
  const counted = await countGuess(guess);
  if (!counted.ok) {
    const minutes = Math.ceil(counted.waitSeconds / 60);
    const errors = { "": enter.wait(minutes) };
    return refuseForm(context, submission, { errors, status: 429 });
  }
  const { secret } = context.env;
  const found = await findByReceipt(context.db, { reference, code, secret });
  if (!found)
    return refuseForm(context, submission, { errors: { code: enter.wrong } });
  await forgetGuesses(guess);
  return redirect(ownResponseAddress("response"), {
    status: 303,
    headers: { "Set-Cookie": keepReceiptVisit(context, found.responseId) },
  });
}

export default function EnterReceipt() {
  const { isClosed, language } = useLoaderData<typeof loader>();
  const words = wordsIn(language);
  const { enter } = words.receipt;
  const reply = useActionData<typeof action>();
  const field = {
    errorPrefix: words.form.errorPrefix,
    autoComplete: "off",
    spellCheck: false,
  };
  return (
    <PageBody before={<BackLink to="/">{words.footer.links.home}</BackLink>}>
      <TwoThirds>
        <FormErrors heading={words.form.errorSummaryHeading} reply={reply} />
        {isClosed && (
          <p className="govuk-inset-text">{words.receipt.response.closed}</p>
        )}
        <h1 className="govuk-heading-l">{enter.heading}</h1>
        <p className="govuk-body">{enter.lead}</p>
        <form id={typedFormId} method="post" action={receiptAddress} noValidate>
          <TextField
            {...fieldProps(reply, "reference")}
            {...field}
            label={enter.reference}
            hint={enter.referenceHint}
            widthCharacters={20}
          />
          <TextField
            {...fieldProps(reply, "code")}
            {...field}
            label={enter.code}
            hint={enter.codeHint}
          />
          <Button>{enter.open}</Button>
        </form>
        <h2 className="govuk-heading-m">{enter.lostHeading}</h2>
        <p className="govuk-body">{enter.lost}</p>
        <p className="govuk-body">
          <a className="govuk-link" href={receiptKeysAddress}>
            {words.signedReceipt.howToCheck}
          </a>
        </p>
      </TwoThirds>
    </PageBody>
  );
}
