import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addOwnPage } from "#app/domain/portal/keep-pages.server.ts";
import { newOwnPageSchema } from "#app/domain/portal/page-forms.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { keptPageAddress, keptPagesAddress } from "#app/page-addresses.ts";
import {
  pageProblems,
  pageRefusals,
} from "#app/screens/review/own-page-words.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldProps, FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { TextField } from "#app/ui/text-fields.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-portal");
  return {
    title: staffPageTitle(context, "Add a page"),
    site: context.env.publicBaseUrl.host,
  };
}

const known = knownFields(newOwnPageSchema);

export async function action({ request, context }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-portal");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, newOwnPageSchema, pageProblems);
  if (submission.status !== "success") return refuseForm(context, submission);
  const { slug, title } = submission.value;
  const added = await addOwnPage(context.db, {
    ...{ slug, staffId, now: context.now() },
    draft: { title: { en: title } },
  });
  if (!added.ok)
    return refuseForm(context, submission, {
      errors: pageRefusals[added.reason],
    });
  return redirectWithFlash(context, keptPageAddress(slug, "edit"), {
    ...{ kind: "success", text: "The page is made. Nobody reads it yet." },
  });
}

export default function NewPage() {
  const { site } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={keptPagesAddress}>Pages</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">Add a page</h1>
      <form method="post" noValidate>
        <TextField
          {...fieldProps(reply, "title")}
          label="Heading"
          autoComplete="off"
        />
        <TextField
          {...fieldProps(reply, "slug")}
          label="Address"
          hint={`What stands after ${site}/ – small letters, digits and hyphens. It stays as it is.`}
          autoComplete="off"
          widthCharacters={30}
        />
        <Button>Add the page</Button>
      </form>
    </TwoThirds>
  );
}
