import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editOwnPage } from "#app/domain/portal/keep-pages.server.ts";
import { changeTexts } from "#app/domain/portal/page-edits.ts";
import {
  inBoth,
  pageTextsSchema,
  typedWords,
} from "#app/domain/portal/page-forms.ts";
import { seenOf } from "#app/domain/portal/page-seen.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { requireOwnPage } from "#app/http/request/own-page.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { keptPageAddress } from "#app/page-addresses.ts";
import { firstTexts } from "#app/screens/review/first-texts.ts";
import { describeTextsForm } from "#app/screens/review/own-page-forms.ts";
import {
  pageProblems,
  pageRefusals,
} from "#app/screens/review/own-page-words.ts";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink } from "#app/ui/page-parts.tsx";
import { ProseHelp } from "#app/ui/portal/prose-help.tsx";
import { WordsForm } from "#app/ui/portal/words-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** The heading and the text of a page, in each language. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-portal");
  const firstOf = firstTexts(context.env);
  const { page, body } = await requireOwnPage(context, params.page, firstOf);
  const seen = seenOf([body.title, body.text]);
  const screen = describeTextsForm(page, body, seen);
  return { title: staffPageTitle(context, `Change: ${screen.name}`), screen };
}

const known = knownFields(pageTextsSchema);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-portal");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, pageTextsSchema, pageProblems);
  if (submission.status !== "success")
    return refuseForm(context, submission, { also: { isConflict: false } });
  const firstOf = firstTexts(context.env);
  const { page, first } = await requireOwnPage(context, params.page, firstOf);
  const { title, titleCy, text, textCy, seen } = submission.value;
  const saved = await editOwnPage(
    context.db,
    { slug: page.slug, staffId, now: context.now(), first },
    (body) =>
      seenOf([body.title, body.text]) === seen
        ? changeTexts(body, {
            title: inBoth(title, titleCy),
            text: typedWords(text, textCy),
          })
        : { refused: "changed-meanwhile" as const },
  );
  if (!saved.ok)
    return refuseForm(context, submission, {
      ...{ errors: pageRefusals[saved.reason], status: 409 },
      also: { isConflict: saved.reason === "changed-meanwhile" },
    });
  return redirectWithFlash(context, keptPageAddress(page.slug), {
    ...{ kind: "success", text: "The text is saved. It is not published yet." },
  });
}

export default function PageTexts() {
  const { screen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <BackLink to={screen.backHref}>{screen.name}</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{screen.name}</span>
        Heading and text
      </h1>
      <ProseHelp />
      <WordsForm form={screen.form} reply={reply} />
    </>
  );
}
