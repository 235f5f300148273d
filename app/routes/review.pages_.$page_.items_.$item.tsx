import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editOwnPage } from "#app/domain/portal/keep-pages.server.ts";
import { editItem } from "#app/domain/portal/item-edits.server.ts";
import { pageItemSchema, wordsOfItem } from "#app/domain/portal/page-forms.ts";
import { seenOf } from "#app/domain/portal/page-seen.server.ts";
import { hasItems, type PageBody } from "#app/domain/portal/own-pages.ts";
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
import { describeItemForm } from "#app/screens/review/own-page-forms.ts";
import {
  pageProblems,
  pageRefusals,
} from "#app/screens/review/own-page-words.ts";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink } from "#app/ui/page-parts.tsx";
import { ProseHelp } from "#app/ui/portal/prose-help.tsx";
import { WordsForm } from "#app/ui/portal/words-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

const itemIn = (body: PageBody, id: string | undefined) =>
  body.items?.find((item) => item.id === id);

/** A question or a date of a page; "new" for one that is to be added. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-portal");
  const firstOf = firstTexts(context.env);
  const { page, body } = await requireOwnPage(context, params.page, firstOf);
  const item = itemIn(body, params.item);
  const screen = describeItemForm(page, { body, item }, seenOf(item));
  if (!screen || (!item && params.item !== "new"))
    throw data(null, { status: 404 });
  return { title: staffPageTitle(context, screen.heading), screen };
}

const known = knownFields(pageItemSchema);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-portal");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, pageItemSchema, pageProblems);
  if (submission.status !== "success")
    return refuseForm(context, submission, { also: { isConflict: false } });
  const firstOf = firstTexts(context.env);
  const { page, body, first } = await requireOwnPage(
    context,
    params.page,
    firstOf,
  );
  const id = itemIn(body, params.item)?.id;
  if (!hasItems(page.kind) || (id === undefined && params.item !== "new"))
    throw data(null, { status: 404 });
  const { seen, step, ...typed } = submission.value;
  const newId = context.randomBytes(9).toString("base64url");
  const words = wordsOfItem(typed);
  const saved = await editOwnPage(
    context.db,
    { slug: page.slug, staffId, now: context.now(), first },
    (before) => editItem(before, { id, newId, seen, step, words }),
  );
  if (!saved.ok)
    return refuseForm(context, submission, {
      ...{ errors: pageRefusals[saved.reason], status: 409 },
      also: { isConflict: saved.reason === "changed-meanwhile" },
    });
  return redirectWithFlash(context, `${keptPageAddress(page.slug)}#items`, {
    ...{ kind: "success", text: "It is saved. It is not published yet." },
  });
}

export default function PageItem() {
  const { screen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <BackLink to={screen.backHref}>{screen.name}</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{screen.name}</span>
        {screen.heading}
      </h1>
      <ProseHelp />
      <WordsForm form={screen.form} reply={reply} />
    </>
  );
}
