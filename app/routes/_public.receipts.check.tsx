import type {
  ActionFunctionArgs,
  HeadersFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import {
  checkReceiptAddress,
  receiptKeysAddress,
} from "#app/receipt-addresses.ts";
import { checkReceipt } from "#app/domain/proofs/check-receipt.server.ts";
import { readKnownProofs } from "#app/domain/proofs/known-proofs.server.ts";
import { findChangesOf } from "#app/domain/responses/signed-receipts.server.ts";
import { speakOurs } from "#app/http/request/language.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { keptByThisBrowser } from "#app/http/request/page-copies.server.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  giveTyped,
  noteChosenFiles,
  onlySpeaks,
} from "#app/http/request/speaking-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import {
  describeFault,
  describeTrueReceipt,
} from "#app/screens/public/checked-receipt.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { Button } from "#app/ui/button.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { fieldProps, FormErrors } from "#app/ui/form-reply.tsx";
import { speaksByTyped, typedFormId } from "#app/ui/language.tsx";
import { BackLink, PageBody, Part, TwoThirds } from "#app/ui/page-parts.tsx";
import type { RouteHandle } from "#app/ui/route-handle.ts";
import { LongTextField } from "#app/ui/text-fields.tsx";
import { TrueReceipt } from "#app/ui/true-receipt.tsx";
import { type Words, wordsIn } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "checkReceipt", data?.language);

export const handle: RouteHandle = { enhances: true, speaksBy: speaksByTyped };

export const headers: HeadersFunction = () => keptByThisBrowser;

export function loader({ request, context }: LoaderFunctionArgs) {
  const language = speakOurs(request, context);
  const words = wordsIn(language);
  const { heading } = words.signedReceipt.check;
  return { language, title: pageTitle(context, words, heading) };
}

const checkSchema = z.object({
  file: z.string().default(""),
  receipt: z.string().default(""),
});
const known = knownFields(checkSchema);

/** Nothing of it is kept. A file that was chosen goes before what was pasted. */
export async function action({ request, context }: ActionFunctionArgs) {
  const language = speakOurs(request, context);
  const words = wordsIn(language);
  const { check } = words.signedReceipt;
  const form = await readForm({ request, context }, known);
  const isUnread = form.refusedParts.some(
    ({ questionId }) => questionId === "file",
  );
  const submission = parseForm(form, checkSchema, words.form.lost);
  if (onlySpeaks(request)) {
    await noteChosenFiles({ request, context }, "file");
    return giveTyped(context, submission, ["file"]);
  }
  const refuse = (field: string, message: string, changes?: string[]) =>
    refuseForm(context, submission, {
      errors: { [field]: message },
      withheld: ["file"],
      also: { changes },
    });
  if (isUnread) return refuse("file", check.unread);
  if (submission.status !== "success") return refuseForm(context, submission);
  const { file, receipt } = submission.value;
  const field = file.trim() === "" ? "receipt" : "file";
  const text = field === "file" ? file : receipt;
  if (text.trim() === "") return refuse("file", check.nothing);
  const { db, env } = context;
  const checked = checkReceipt(text, await readKnownProofs(db, env.secret));
  if (checked.ok)
    return { checked: describeTrueReceipt(checked.receipt, language) };
  const differs =
    checked.fault === "changed"
      ? await findChangesOf(db, checked.receipt.statement)
      : undefined;
  const { message, changes } = describeFault(checked.fault, differs, language);
  return refuse(field, message, changes);
}

export default function CheckReceipt() {
  const words = wordsIn(useLoaderData<typeof loader>().language);
  const { check, keys } = words.signedReceipt;
  const answer = useActionData<typeof action>();
  const back = <BackLink to={receiptKeysAddress}>{keys.heading}</BackLink>;
  if (answer && "checked" in answer)
    return (
      <PageBody before={back}>
        <TwoThirds>
          <TrueReceipt
            {...answer.checked}
            words={{ ...check, form: words.form }}
          />
        </TwoThirds>
      </PageBody>
    );
  return (
    <PageBody before={back}>
      <TwoThirds>
        <CheckForm reply={answer} words={words} />
      </TwoThirds>
    </PageBody>
  );
}

type Reply = Parameters<typeof fieldProps>[0] & {
  changes?: string[] | undefined;
};

function CheckForm({
  reply,
  words,
}: {
  reply: Reply | undefined;
  words: Words;
}) {
  const { check } = words.signedReceipt;
  const { errorPrefix, errorSummaryHeading } = words.form;
  return (
    <>
      <FormErrors heading={errorSummaryHeading} reply={reply} />
      <h1 className="govuk-heading-l">{check.heading}</h1>
      {reply?.changes && (
        <Part heading={check.changesHeading}>
          <ul className="govuk-list govuk-list--bullet">
            {reply.changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </Part>
      )}
      <p className="govuk-body">{check.lead}</p>
      <form
        id={typedFormId}
        method="post"
        action={checkReceiptAddress}
        encType="multipart/form-data"
        noValidate
      >
        <FileField
          name="file"
          label={check.file}
          hint={check.fileHint}
          error={reply?.errors.file}
          errorPrefix={errorPrefix}
          acceptedExtensions={[".json"]}
        />
        <LongTextField
          {...fieldProps(reply, "receipt")}
          label={check.paste}
          errorPrefix={errorPrefix}
          rows={8}
        />
        <Button>{check.check}</Button>
      </form>
    </>
  );
}
