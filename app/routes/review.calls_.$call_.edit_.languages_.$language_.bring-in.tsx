import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { translationAddress } from "#app/authoring-addresses.ts";
import { translationFileSchema } from "#app/domain/calls/authoring/translation/forms.ts";
import {
  planTranslation,
  seenOfCopy,
  takeInTranslation,
} from "#app/domain/calls/authoring/translation/take-in.server.ts";
import { readTranslations } from "#app/domain/calls/authoring/translation/translation-file.server.ts";
import {
  maxTranslationBytes,
  type TranslationRow,
} from "#app/domain/calls/authoring/translation/translation-files.ts";
import { editWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import type { WorkingCopy } from "#app/domain/calls/authoring/working-copy.ts";
import type { OtherLanguage } from "#app/domain/calls/languages.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { takeFileAsText } from "#app/http/request/pasted-file.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { requireTranslatedCall } from "#app/http/request/translated-call.server.ts";
import { editRefusals } from "#app/screens/review/call-editor-words.ts";
import {
  changedSincePreview,
  describeBringIn,
  describeIncomingTranslation,
  translationsBroughtIn,
  translationFaults,
  translationFileMissing,
  translationFileNotUtf8,
  translationFileTooBig,
} from "#app/screens/review/call-translation-files.ts";
import { BringInForm } from "#app/ui/authoring/bring-in-form.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";

export const handle = { hydrates: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const screen = describeBringIn(await requireTranslatedCall(context, params));
  const heading = `Bring in translations: ${screen.name}`;
  return { title: staffPageTitle(context, heading), screen };
}

type Besides = { preview?: ReturnType<typeof describeIncomingTranslation> };

const known = knownFields(translationFileSchema);
const fileWords = {
  maxBytes: maxTranslationBytes,
  tooBig: translationFileTooBig,
  notUtf8: translationFileNotUtf8,
};

/** Shows what a table would change; then takes it in, if the call is still as it was shown. */
export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const received = await readForm(args, known);
  const { sent, lost } = await takeFileAsText(received, fileWords);
  const form = parseForm(sent, translationFileSchema, translationFileMissing);
  if (lost)
    return refuseForm<Besides>(context, form, { errors: { file: lost } });
  if (form.status !== "success") return refuseForm<Besides>(context, form);
  const { call, copy, language } = await requireTranslatedCall(context, params);
  const { text, step, seen } = form.value;
  const read = await readTranslations(text, language);
  if (!read.ok)
    return refuseForm<Besides>(context, form, {
      errors: { text: translationFaults[read.fault.reason] },
    });
  const { rows } = read;
  const also = { preview: show(copy, { rows, language }) };
  if (step === "preview")
    return refuseForm<Besides>(context, form, { status: 200, also });
  const saved = await editWorkingCopy(
    context.db,
    { callId: call.id, staffId, now: context.now() },
    (now) => takeInTranslation(now, { rows, language, seen }),
  );
  if (!saved.ok) {
    const errors = refusals[saved.reason];
    return refuseForm<Besides>(context, form, { errors, status: 409, also });
  }
  const there = translationAddress({ callSlug: call.slug, language });
  return redirectWithFlash(context, there, translationsBroughtIn);
}

const refusals = {
  "changed-meanwhile": { "": changedSincePreview },
  "too-big": editRefusals["too-big"],
};

function show(
  copy: WorkingCopy,
  { rows, language }: { rows: TranslationRow[]; language: OtherLanguage },
) {
  const plan = planTranslation(copy, rows, language);
  return describeIncomingTranslation(plan, { copy, seen: seenOfCopy(copy) });
}

export default function BringInTranslations() {
  const { screen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>{screen.name}</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">
          {screen.callTitle} in {screen.name}
        </span>
        Bring in translations
      </h1>
      <BringInForm
        language={screen.language}
        reply={reply}
        preview={reply?.preview}
      />
    </TwoThirds>
  );
}
