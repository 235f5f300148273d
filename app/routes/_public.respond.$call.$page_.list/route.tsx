import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { evidenceAddress } from "#app/addresses.ts";
import { offerDraftHolder } from "#app/http/request/draft-holder.server.ts";
import { keptByThisBrowser } from "#app/http/request/page-copies.server.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import {
  noteChosenFiles,
  onlySpeaks,
} from "#app/http/request/speaking-form.server.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { evidenceListAddress } from "#app/screens/public/evidence.ts";
import { describeLimits } from "#app/screens/public/reference-list.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { speaksByTyped, typedFormId } from "#app/ui/language.tsx";
import { PageMarks } from "#app/ui/page-marks.tsx";
import { BackLink, PageBody, TwoThirds } from "#app/ui/page-parts.tsx";
import { LongTextField } from "#app/ui/text-fields.tsx";
import { Unsent } from "#app/ui/unsent.ts";
import { type Words, wordsIn } from "#app/words/words.ts";
import {
  evidenceOf,
  marksOf,
  requireAnswering,
} from "../_public.respond.$call.$page/open-evidence.server.ts";
import { openPage } from "../_public.respond.$call.$page/open-page.server.ts";
import { formFields } from "../_public.respond.$call.$page/page-fields.ts";
import { readPageForm } from "../_public.respond.$call.$page/read-page-form.server.ts";
import {
  keepingAttributes,
  keepingUntilSaved,
  TypedKeeping,
} from "../_public.respond.$call.$page/typed-keeping.tsx";
import { ListResult } from "./list-result.tsx";
import { listFields } from "./list-fields.ts";
import {
  knownListFields,
  type ListReply,
  readListForm,
  showTyped,
} from "./read-lists.server.ts";
import type { RouteHandle } from "#app/ui/route-handle.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.shown.title, "list", data?.shown.language);

export const handle: RouteHandle = {
  enhances: true,
  asks: true,
  speaksBy: speaksByTyped,
};

export const headers: HeadersFunction = () => keptByThisBrowser;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const open = await openPage({ request, context, params });
  await requireAnswering(open, context);
  const { language, answer, pageId, parameters } = evidenceOf(open);
  const words = wordsIn(language);
  const { draftMark, rendering } = marksOf(open, context);
  const view = new Unsent({
    title: pageTitle(context, words, words.evidence.listHeading),
    language,
    limits: describeLimits(language),
    listPath: evidenceListAddress({ answer, pageId, parameters }),
    ownPath: evidenceAddress(answer, pageId, ["list"], parameters),
    callSlug: answer.slug,
    copyName: `${pageId}:list`,
    draftMark,
    rendering,
  });
  return data(view, { headers: offerDraftHolder(context, open.holderKey) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const sent = { request, context, params };
  const { open, form } = await readPageForm(sent, knownListFields);
  if (onlySpeaks(request)) {
    await noteChosenFiles({ request, context }, listFields.file);
    return showTyped(form);
  }
  return readListForm({ open, form, context });
}

/** As a hint to the file chooser; what counts is what is in the file. */
const extensions = [".ris", ".nbib", ".bib", ".json", ".txt", ".enw"];

export default function ReferenceListPage() {
  const { shown: view } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const words = wordsIn(view.language);
  const { evidence } = words;
  const result = reply?.result;
  // What was not read can be put right here, also where it came as a file.
  const isForm = !result || result.broken.length > 0;
  return (
    <PageBody
      before={<BackLink to={view.listPath}>{evidence.backToList}</BackLink>}
    >
      <TwoThirds>
        <ErrorSummary
          heading={words.form.errorSummaryHeading}
          errors={(reply?.errors ?? []).map((message) => ({
            fieldId: listFields.text,
            message,
          }))}
        />
        {result ? (
          <ListResult result={result} listPath={view.listPath} words={words} />
        ) : (
          <>
            <h1 className="govuk-heading-l">{evidence.listHeading}</h1>
            <p className="govuk-body">{evidence.listLead}</p>
            <p className="govuk-body">{view.limits}</p>
          </>
        )}
        {isForm && (
          <ListForm
            view={view}
            marks={{
              [formFields.draftMark]: view.draftMark,
              [formFields.rendering]: reply?.rendering || view.rendering,
            }}
            reply={reply}
            words={words}
          />
        )}
      </TwoThirds>
    </PageBody>
  );
}

type ListFormProps = {
  view: { ownPath: string; callSlug: string; copyName: string };
  marks: Record<string, string>;
  reply: ListReply | undefined;
  words: Words;
};

function ListForm({ view, marks, reply, words }: ListFormProps) {
  const { evidence } = words;
  const { callSlug, copyName: pageId } = view;
  // What was read and is not whole is shown again, and is no text that is lost.
  const isUnsaved = reply !== undefined && !reply.result;
  const keeping = keepingUntilSaved(words);
  return (
    <form
      id={typedFormId}
      method="post"
      action={view.ownPath}
      {...keepingAttributes({ callSlug, pageId, isUnsaved }, keeping)}
      encType="multipart/form-data"
      noValidate
      className="heard-references"
    >
      <PageMarks marks={marks} />
      <LongTextField
        name={listFields.text}
        label={evidence.paste}
        hint={evidence.pasteHint}
        error={reply?.errors.join("\n") || undefined}
        errorPrefix={words.form.errorPrefix}
        defaultValue={reply?.text}
        rows={12}
      />
      <FileField
        name={listFields.file}
        label={evidence.upload}
        hint={evidence.uploadHint}
        acceptedExtensions={extensions}
      />
      <Button>{evidence.read}</Button>
      <TypedKeeping keeping={keeping} saving={evidence.saving} />
    </form>
  );
}
