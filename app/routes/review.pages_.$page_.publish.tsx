import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  discardPageDraft,
  publishOwnPage,
  takeDownOwnPage,
} from "#app/domain/portal/keep-pages.server.ts";
import { findPageGaps } from "#app/domain/portal/page-gaps.ts";
import { settlePageSchema } from "#app/domain/portal/page-forms.ts";
import { findOwnPage } from "#app/domain/portal/own-pages.server.ts";
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
import { keptPageAddress, keptPagesAddress } from "#app/page-addresses.ts";
import { firstTexts } from "#app/screens/review/first-texts.ts";
import {
  gapWords,
  settleRefusals,
} from "#app/screens/review/own-page-words.ts";
import {
  describeSettling,
  settled,
} from "#app/screens/review/own-page-settling.ts";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { SettleForm } from "#app/ui/portal/settle-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** What stands between a working copy and the public. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-portal");
  const { env } = context;
  const found = await requireOwnPage(context, params.page, firstTexts(env));
  const { page, body } = found;
  const screen = describeSettling(page, body);
  const gaps = findPageGaps({ kind: page.kind, body }, env.reviewContactEmail);
  return {
    title: staffPageTitle(context, `Publish: ${screen.name}`),
    screen,
    gaps: gaps.map((gap) => gapWords(gap, env.reviewContactEmail)),
  };
}

const known = knownFields(settlePageSchema);

const settle = {
  publish: publishOwnPage,
  "take-down": takeDownOwnPage,
  discard: discardPageDraft,
};

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-portal");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, settlePageSchema);
  if (submission.status !== "success") return refuseForm(context, submission);
  const firstOf = firstTexts(context.env);
  const { page, first } = await requireOwnPage(context, params.page, firstOf);
  const { step, rowVersion } = submission.value;
  const { slug } = page;
  const done = await settle[step](context.db, {
    ...{ slug, rowVersion, staffId, first, now: context.now() },
  });
  if (!done.ok)
    return refuseForm(context, submission, {
      ...{ errors: { "": settleRefusals[done.reason] }, status: 409 },
    });
  const isThere = await findOwnPage(context.db, slug);
  const to = isThere ? keptPageAddress(slug) : keptPagesAddress;
  return redirectWithFlash(context, to, {
    ...{ kind: "success", text: settled[step] },
  });
}

export default function PublishPage() {
  const { screen, gaps } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>{screen.name}</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{screen.name}</span>
        What the public reads
      </h1>
      <SettleForm screen={screen} gaps={gaps} />
    </TwoThirds>
  );
}
