import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { translationAddress } from "#app/authoring-addresses.ts";
import { editWorkingCopy } from "#app/domain/calls/authoring/working-copy.server.ts";
import { languageFormSchema } from "#app/domain/calls/authoring/translation/forms.ts";
import {
  acceptSmallChanges,
  offerLanguage,
} from "#app/domain/calls/authoring/translation/translate.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { requireTranslatedCall } from "#app/http/request/translated-call.server.ts";
import {
  editProblems,
  editRefusals,
} from "#app/screens/review/call-editor-words.ts";
import { describeLanguage } from "#app/screens/review/call-translation.ts";
import { LanguageForm } from "#app/ui/authoring/language-form.tsx";
import { TranslatedPartList } from "#app/ui/authoring/translated-part-list.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, Part, TwoThirds } from "#app/ui/page-parts.tsx";
import { Unsent } from "#app/ui/unsent.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.shown.title },
];

/** How a call stands in a language besides English. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const screen = describeLanguage(await requireTranslatedCall(context, params));
  const heading = `${screen.name}: ${screen.callTitle}`;
  return new Unsent({ title: staffPageTitle(context, heading), screen });
}

const known = knownFields(languageFormSchema);

const saved = {
  offer: "How the language is offered is saved.",
  accept: "The translations fit their English again.",
};

/** Says whether the public can choose it, or that what changed in commas alone fits. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const received = await readForm({ request, context }, known);
  const form = parseForm(received, languageFormSchema, editProblems);
  if (form.status !== "success") return refuseForm(context, form);
  const { call, language } = await requireTranslatedCall(context, params);
  const { step, settings, seen } = form.value;
  const editing = { callId: call.id, staffId, now: context.now() };
  const of = {
    ...{ seen, language },
    isOffered: settings.includes("offered"),
    isWhole: settings.includes("whole"),
  };
  const done =
    step === "accept"
      ? await editWorkingCopy(context.db, editing, (copy) =>
          acceptSmallChanges(copy, language),
        )
      : await editWorkingCopy(context.db, editing, (copy) =>
          offerLanguage(copy, of),
        );
  if (!done.ok)
    return refuseForm(context, form, {
      ...{ errors: editRefusals[done.reason], status: 409 },
    });
  const there = translationAddress({ callSlug: call.slug, language });
  return redirectWithFlash(context, there, {
    ...{ kind: "success", text: saved[step] },
  });
}

export default function LanguageOfCall() {
  const { screen } = useLoaderData<typeof loader>().shown;
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>Words and questions</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{screen.callTitle}</span>
        {screen.name}
      </h1>
      <p className="govuk-body">{screen.summary}</p>
      <p className="govuk-body">{screen.reading}</p>
      <Part heading="Texts" id="texts">
        <TranslatedPartList {...screen} />
      </Part>
      <Part heading="Out and in for a translator">
        <p className="govuk-body">
          Take all texts out{" "}
          <a className="govuk-link" href={screen.xliffHref}>
            for a translator’s program (XLIFF)
          </a>{" "}
          or{" "}
          <a className="govuk-link" href={screen.csvHref}>
            as a table (CSV)
          </a>
          , and{" "}
          <a className="govuk-link" href={screen.bringInHref}>
            bring the file in again
          </a>
          . You see what would change first.
        </p>
      </Part>
      <Part heading={`Whether the public can choose ${screen.name}`}>
        <LanguageForm {...screen} reply={reply} />
      </Part>
    </TwoThirds>
  );
}
