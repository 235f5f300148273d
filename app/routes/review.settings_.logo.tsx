import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { logoFormSchema, withLogo } from "#app/domain/portal/logo.ts";
import { findEarlierLogos } from "#app/domain/portal/logos.server.ts";
import {
  findSettings,
  saveSettings,
} from "#app/domain/portal/settings.server.ts";
import { firstSettings } from "#app/http/portal-settings.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { takeLogo } from "#app/http/request/sent-logo.server.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import {
  accentAddress,
  logoFormAddress,
  settingsAddress,
} from "#app/page-addresses.ts";
import {
  describeShownLogo,
  describeTriedLogo,
  logoProblems,
} from "#app/screens/review/logo.ts";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { LogoForm } from "#app/ui/portal/logo-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** The picture beside the review's name. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-portal");
  const first = firstSettings(context.env);
  const { settings } = await findSettings(context.db, first);
  const { logo, accent, name } = settings;
  const earlier = await findEarlierLogos(context.db, logo);
  return {
    title: staffPageTitle(context, "Logo"),
    name: name.en,
    styleSheet: accent && accentAddress(accent),
    saved: logo && describeShownLogo(logo),
    earlier: earlier.map(describeShownLogo),
  };
}

const known = knownFields(logoFormSchema);
type Besides = { shown: ReturnType<typeof describeTriedLogo> | undefined };

/** Draws and shows what is handed in; saves what was shown before. */
export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { staffId } = await requireStaff(request, context, "keep-portal");
  const received = await readForm(args, known);
  if (received.fields.get("step") === "remove")
    return saveLogo(context, staffId, undefined);
  const { form, logo, isNew, error } = await takeLogo(context, received, {
    ...{ staffId, words: logoProblems },
  });
  const submission = parseForm(form, logoFormSchema, logoProblems);
  const typed = submission.status === "success" ? submission.value : undefined;
  if (logo && typed?.step === "save" && !isNew)
    return saveLogo(context, staffId, { ...logo, ...typed });
  return refuseForm<Besides>(context, submission, {
    ...(error !== undefined && { errors: { file: error } }),
    ...(error === undefined && typed && { status: 200 }),
    also: { shown: logo && describeTriedLogo(logo) },
  });
}

async function saveLogo(
  context: RequestContext,
  staffId: string,
  logo: Parameters<typeof withLogo>[1],
) {
  await saveSettings(
    context.db,
    {
      ...{ staffId, now: context.now(), what: "logo" },
      first: firstSettings(context.env),
    },
    (before) => withLogo(before, logo),
  );
  return redirectWithFlash(context, logoFormAddress, {
    kind: "success",
    text: logo ? "The logo is saved." : "The logo is taken off.",
  });
}

export default function LogoPage() {
  const { name, styleSheet, saved, earlier } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={settingsAddress}>Settings</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">Logo</h1>
      <LogoForm {...{ name, styleSheet, saved, earlier }} reply={reply} />
    </TwoThirds>
  );
}
