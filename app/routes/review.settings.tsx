import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { seenOf } from "#app/domain/portal/page-seen.server.ts";
import {
  findSettings,
  saveSettings,
} from "#app/domain/portal/settings.server.ts";
import {
  formPartOf,
  settingsFormSchema,
  withTyped,
} from "#app/domain/portal/settings-form.ts";
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
import {
  frontPageAddress,
  logoFormAddress,
  lookAddress,
  settingsAddress,
} from "#app/page-addresses.ts";
import {
  describeSettingsForm,
  settingsProblems,
  settingsRefusal,
} from "#app/screens/review/settings.ts";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { SettingsForm } from "#app/ui/portal/settings-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** What the review says of itself on every page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-portal");
  const first = firstSettings(context.env);
  const { settings } = await findSettings(context.db, first);
  const form = describeSettingsForm(settings, seenOf(formPartOf(settings)));
  return { title: staffPageTitle(context, "Settings"), form };
}

const known = knownFields(settingsFormSchema);

export async function action({ request, context }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-portal");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, settingsFormSchema, settingsProblems);
  if (submission.status !== "success")
    return refuseForm(context, submission, { also: { isConflict: false } });
  const { seen, ...typed } = submission.value;
  const first = firstSettings(context.env);
  const saved = await saveSettings(
    context.db,
    { staffId, now: context.now(), first, what: "words" },
    (before) =>
      seenOf(formPartOf(before)) === seen
        ? withTyped(before, typed)
        : undefined,
  );
  if (!saved.ok)
    return refuseForm(context, submission, {
      ...{ errors: { "": settingsRefusal }, status: 409 },
      also: { isConflict: true },
    });
  return redirectWithFlash(context, settingsAddress, {
    ...{ kind: "success", text: "The settings are saved." },
  });
}

export default function Settings() {
  const { form } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">Settings</h1>
      <p className="govuk-body">
        What the review says of itself on every page and in every mail. What is
        saved here is seen at once.
      </p>
      <ul className="govuk-list">
        <li>
          <a className="govuk-link" href={frontPageAddress}>
            Arrange the first page
          </a>
        </li>
        <li>
          <a className="govuk-link" href={lookAddress}>
            Choose a colour
          </a>
        </li>
        <li>
          <a className="govuk-link" href={logoFormAddress}>
            Put a logo beside the name
          </a>
        </li>
      </ul>
      <SettingsForm form={form} reply={reply} />
    </>
  );
}
