import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editOwnPage } from "#app/domain/portal/keep-pages.server.ts";
import { findPageVersion } from "#app/domain/portal/own-pages.server.ts";
import { bringBackSchema } from "#app/domain/portal/page-forms.ts";
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
import { describeOwnPage } from "#app/screens/public/own-page.ts";
import { firstTexts } from "#app/screens/review/first-texts.ts";
import { pageRefusals } from "#app/screens/review/own-page-words.ts";
import { nameOfPage } from "#app/screens/review/own-pages.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { OwnPage } from "#app/ui/portal/own-page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

type Asked = Pick<LoaderFunctionArgs, "context" | "params">;

async function requireVersion({ context, params }: Asked) {
  const firstOf = firstTexts(context.env);
  const found = await requireOwnPage(context, params.page, firstOf);
  const number = Number(/^[1-9]\d{0,5}$/.exec(params.version ?? "")?.[0]);
  const version = await findPageVersion(context.db, found.page, number || 0);
  if (!version) throw data(null, { status: 404 });
  return { ...found, number, version };
}

/** A version of a page, as the public read it. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-portal");
  const found = await requireVersion({ context, params });
  const { page, body, number, version } = found;
  const name = nameOfPage(page.kind, body);
  return {
    title: staffPageTitle(context, `Version ${number}: ${name}`),
    ...{ name, number, backHref: keptPageAddress(page.slug) },
    seen: seenOf(body),
    shown: describeOwnPage({ kind: page.kind, ...version }, "en"),
  };
}

const known = knownFields(bringBackSchema);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-portal");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, bringBackSchema);
  if (submission.status !== "success") return refuseForm(context, submission);
  const found = await requireVersion({ context, params });
  const { page, first, version, number } = found;
  const { seen } = submission.value;
  const saved = await editOwnPage(
    context.db,
    { slug: page.slug, staffId, now: context.now(), first },
    (body) =>
      seenOf(body) === seen
        ? { after: version.body, what: "brought-back" }
        : { refused: "changed-meanwhile" as const },
  );
  if (!saved.ok)
    return refuseForm(context, submission, {
      ...{ errors: pageRefusals[saved.reason], status: 409 },
    });
  const text = `Version ${number} is the working copy. It is not published yet.`;
  return redirectWithFlash(context, keptPageAddress(page.slug), {
    ...{ kind: "success", text },
  });
}

export default function Version() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={page.backHref}>{page.name}</BackLink>
      <FormErrors reply={reply} />
      <p className="govuk-body">
        <strong>Version {page.number}</strong>, as the public read it.
      </p>
      <div className="heard-as-public">
        <OwnPage {...page.shown} />
      </div>
      <form method="post">
        <input type="hidden" name="seen" value={page.seen} />
        <p className="govuk-body">
          Bringing it back puts its words in the place of the working copy. The
          public reads them once you publish it.
        </p>
        <Button kind="secondary">Bring this version back</Button>
      </form>
    </TwoThirds>
  );
}
