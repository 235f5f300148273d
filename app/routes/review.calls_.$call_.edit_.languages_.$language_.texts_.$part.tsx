import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { translatedTextsAddress } from "#app/authoring-addresses.ts";
import { editWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import { translationFormSchema } from "#app/domain/calls/authoring/translation/forms.ts";
import { translateTexts } from "#app/domain/calls/authoring/translation/translate.ts";
import { nameOfPart } from "#app/domain/calls/authoring/translation/translated-parts.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { requireTranslatedTexts } from "#app/http/request/translated-call.server.ts";
import {
  editProblems,
  editRefusals,
} from "#app/screens/review/call-editor-words.ts";
import {
  describeTranslationForm,
  nextTexts,
} from "#app/screens/review/call-translation.ts";
import { TranslationForm } from "#app/ui/authoring/translation-form.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** The texts of a part of a call, the English of each beside its translation. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const screen = describeTranslationForm(
    await requireTranslatedTexts(context, request, params),
  );
  const heading = `${screen.heading} in ${screen.languageName}`;
  return { title: staffPageTitle(context, heading), screen };
}

const known = knownFields(translationFormSchema);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const received = await readForm({ request, context }, known);
  const form = parseForm(received, translationFormSchema, editProblems);
  if (form.status !== "success")
    return refuseForm(context, form, { also: { isConflict: false } });
  const translated = await requireTranslatedTexts(context, request, params);
  const { call, language, first } = translated;
  const { textId, words, fits, then, seen } = form.value;
  const part = nameOfPart(translated.part);
  const texts = textId.map((id, index) => ({
    ...{ id, text: words[index] ?? "", fits: fits.includes(id) },
  }));
  const saved = await editWorkingCopy(
    context.db,
    { callId: call.id, staffId, now: context.now() },
    (copy) => translateTexts(copy, { seen, part, language, texts }),
  );
  if (!saved.ok)
    return refuseForm(context, form, {
      ...{ errors: editRefusals[saved.reason], status: 409 },
      also: { isConflict: saved.reason === "changed-meanwhile" },
    });
  const here = { callSlug: call.slug, language, part };
  const there =
    then === "next"
      ? nextTexts({ ...translated, copy: saved.copy })
      : translatedTextsAddress(here, first);
  return redirectWithFlash(context, there, {
    ...{ kind: "success", text: "The translations are saved." },
  });
}

export default function TranslatedTexts() {
  const { screen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <BackLink to={screen.backHref}>{screen.languageName}</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">
          {screen.callTitle} in {screen.languageName}
        </span>
        {screen.heading}
      </h1>
      {screen.range && <p className="govuk-body">{screen.range}</p>}
      <TranslationForm form={screen} reply={reply} />
    </>
  );
}
