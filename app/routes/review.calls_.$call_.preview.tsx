import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { callPreviewsAddress } from "#app/preview-addresses.ts";
import { selectStaffNames } from "#app/domain/accounts/accounts.server.ts";
import { previewLinkSchema } from "#app/domain/calls/preview-link-form.ts";
import {
  addPreviewLink,
  endPreviewLinks,
} from "#app/domain/calls/preview-links.server.ts";
import { findVersion } from "#app/domain/calls/versions.server.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { requireKeptCall } from "#app/http/request/kept-call.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { findPreviewLinks } from "#app/http/request/preview-links.server.ts";
import {
  previewDays,
  previewEnd,
} from "#app/http/request/preview-link.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import {
  describePreviews,
  previewLinkWords,
} from "#app/screens/review/call-previews.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/choice-fields.tsx";
import { fieldProps, FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, Part, TwoThirds } from "#app/ui/page-parts.tsx";
import { StandingLinks } from "#app/ui/review/standing-links.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** How a call is seen as the public would see it, by the team and by whoever is given a link. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  const call = await requireKeptCall(context, params.call);
  const screen = describePreviews({
    callSlug: call.slug,
    callTitle: call.definition.title.en,
    origin: context.env.publicBaseUrl.origin,
    names: await selectStaffNames(context.db),
    ...(await findPreviewLinks(context, call.id)),
  });
  const title = staffPageTitle(context, `Previews of ${screen.callTitle}`);
  return { title, screen, days: previewDays };
}

const known = knownFields(previewLinkSchema);

/** Makes a link to give away, or ends those that were. */
export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const form = parseForm(await readForm(args, known), previewLinkSchema, {});
  if (form.status !== "success") return refuseForm(context, form);
  const { db } = context;
  const call = await requireKeptCall(context, params.call);
  const of = { callId: call.id, staffId, now: context.now() };
  const { step, shows, link } = form.value;
  const reply = (text: string, isDone = true) =>
    redirectWithFlash(context, callPreviewsAddress(call.slug), {
      ...{ kind: isDone ? "success" : "notice", text },
    });
  if (step !== "make") {
    const linkId = step === "end" ? link : undefined;
    const count = await endPreviewLinks(db, { ...of, linkId });
    return reply(previewLinkWords.ended(count), count > 0);
  }
  const version = shows === "now" ? null : (readWholeNumber(shows) ?? 0);
  const isKnown =
    version === null || (await findVersion(db, { callId: call.id, version }));
  if (!isKnown)
    return refuseForm(context, form, {
      errors: { shows: previewLinkWords.unknown },
    });
  await addPreviewLink(db, { ...of, version, endsAt: previewEnd(context) });
  return reply(previewLinkWords.made);
}

export default function CallPreviews() {
  const { screen, days } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>{screen.callTitle}</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{screen.callTitle}</span>
        Preview
      </h1>
      <p className="govuk-body">
        See the call as the public would, and walk through its questions.
        Nothing that is typed in a preview is kept or sent, and files stay on
        the device.
      </p>
      <Part heading="See it yourself">
        <ul className="govuk-list">
          <li>
            <a className="govuk-link" href={screen.now}>
              As it is now
            </a>
            , with all that is changed and not yet published
          </li>
          {screen.versions.map(({ key, name, added, href }) => (
            <li key={key}>
              <a className="govuk-link" href={href}>
                {name}
              </a>
              , {added}
            </li>
          ))}
        </ul>
      </Part>
      <Part heading="Let somebody else see it">
        <p className="govuk-body">
          Make a link for a colleague elsewhere or a tester: they need no
          account. Whoever has it can look for {days} days, or until you end it.
        </p>
        <form method="post" noValidate>
          <SelectField
            {...fieldProps(reply, "shows", "now")}
            label="What they see"
            choices={screen.choices}
          />
          <Button name="step" value="make">
            Make a link
          </Button>
        </form>
      </Part>
      <Part heading="Links that work now">
        <StandingLinks links={screen.standing} />
      </Part>
    </TwoThirds>
  );
}
