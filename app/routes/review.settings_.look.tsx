import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  accentFormSchema,
  readAccent,
  withAccent,
} from "#app/domain/portal/accents.ts";
import {
  findSettings,
  saveSettings,
} from "#app/domain/portal/settings.server.ts";
import { firstSettings } from "#app/http/portal-settings.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import { lookAddress, settingsAddress } from "#app/page-addresses.ts";
import {
  describeAccent,
  judgeAccent,
  nothingShown,
} from "#app/screens/review/look.ts";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { LookForm } from "#app/ui/portal/look-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** The colour behind the review's name. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-portal");
  const first = firstSettings(context.env);
  const { settings } = await findSettings(context.db, first);
  const { accent, name } = settings;
  return {
    title: staffPageTitle(context, "Colour"),
    name: name.en,
    saved: accent === undefined ? undefined : describeAccent(accent),
  };
}

const known = knownFields(accentFormSchema);

export async function action({ request, context }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-portal");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, accentFormSchema);
  if (submission.status !== "success")
    return refuseForm(context, submission, { also: nothingShown });
  const { step, accent } = submission.value;
  const judged = step === "remove" ? undefined : judgeAccent(accent, step);
  if (judged) return refuseForm(context, submission, judged);
  await saveSettings(
    context.db,
    {
      ...{ staffId, now: context.now(), what: "accent" },
      first: firstSettings(context.env),
    },
    (before) =>
      withAccent(before, step === "remove" ? undefined : readAccent(accent)),
  );
  return redirectWithFlash(context, lookAddress, {
    ...{ kind: "success", text: "The colour is saved." },
  });
}

export default function Look() {
  const { name, saved } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={settingsAddress}>Settings</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">Colour</h1>
      <LookForm name={name} saved={saved} reply={reply} />
    </TwoThirds>
  );
}
