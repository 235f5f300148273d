import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editOwnPage } from "#app/domain/portal/keep-pages.server.ts";
import { selectPageVersions } from "#app/domain/portal/own-pages.server.ts";
import { orderItems } from "#app/domain/portal/page-edits.ts";
import { itemOrderSchema } from "#app/domain/portal/page-forms.ts";
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
import {
  pageProblems,
  pageRefusals,
} from "#app/screens/review/own-page-words.ts";
import { describeKeptPage } from "#app/screens/review/own-pages.ts";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { TwoThirds } from "#app/ui/page-parts.tsx";
import { KeptPage } from "#app/ui/portal/kept-page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** A page of the review's own: where it stands, its parts and its versions. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-portal");
  const firstOf = firstTexts(context.env);
  const { page, body } = await requireOwnPage(context, params.page, firstOf);
  const versions = await selectPageVersions(context.db, page);
  const screen = describeKeptPage(page, body, versions);
  return { title: staffPageTitle(context, screen.name), screen };
}

const known = knownFields(itemOrderSchema);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-portal");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, itemOrderSchema, pageProblems);
  if (submission.status !== "success") return refuseForm(context, submission);
  const firstOf = firstTexts(context.env);
  const { page, first } = await requireOwnPage(context, params.page, firstOf);
  const { page: shown, place: numbers } = submission.value;
  const saved = await editOwnPage(
    context.db,
    { slug: page.slug, staffId, now: context.now(), first },
    (body) => orderItems(body, { shown, numbers }),
  );
  if (!saved.ok)
    return refuseForm(context, submission, {
      errors: pageRefusals[saved.reason],
      status: 409,
    });
  return redirectWithFlash(context, keptPageAddress(page.slug), {
    ...{ kind: "success", text: "The order is saved." },
  });
}

export default function OnePage() {
  const { screen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <FormErrors reply={reply} />
      <KeptPage screen={screen} reply={reply} />
    </TwoThirds>
  );
}
