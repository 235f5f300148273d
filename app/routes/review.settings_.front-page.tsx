import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  arrangeFront,
  frontFormSchema,
  isSameOrder,
  orderFront,
} from "#app/domain/portal/front-page.ts";
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
import { frontPageAddress, settingsAddress } from "#app/page-addresses.ts";
import { describeFrontForm } from "#app/screens/review/front-page.ts";
import {
  pageProblems,
  pageRefusals,
} from "#app/screens/review/own-page-words.ts";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { FrontForm } from "#app/ui/portal/front-form.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** What stands on the first page, in which order. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-portal");
  const first = firstSettings(context.env);
  const { settings } = await findSettings(context.db, first);
  return {
    title: staffPageTitle(context, "The first page"),
    sections: describeFrontForm(arrangeFront(settings.front)),
  };
}

const known = knownFields(frontFormSchema);

export async function action({ request, context }: ActionFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-portal");
  const form = await readForm({ request, context }, known);
  const submission = parseForm(form, frontFormSchema, pageProblems);
  if (submission.status !== "success") return refuseForm(context, submission);
  const { page: listed, place: numbers, shown } = submission.value;
  const saved = await saveSettings(
    context.db,
    {
      ...{ staffId, now: context.now(), what: "front-page" },
      first: firstSettings(context.env),
    },
    (before) => {
      const front = arrangeFront(before.front);
      return isSameOrder(front, listed)
        ? { ...before, front: orderFront(front, { numbers, shown }) }
        : undefined;
    },
  );
  if (!saved.ok)
    return refuseForm(context, submission, {
      ...{ errors: pageRefusals["items-changed"], status: 409 },
    });
  return redirectWithFlash(context, frontPageAddress, {
    ...{ kind: "success", text: "The first page is arranged." },
  });
}

export default function FrontPage() {
  const { sections } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={settingsAddress}>Settings</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">The first page</h1>
      <p className="govuk-body">
        Below the name and what the review is about stand these, in this order.
        To move one, type its new number. What is not published yet is left out.
      </p>
      <FrontForm sections={sections} reply={reply} />
      <p className="govuk-body">
        <a className="govuk-link" href="/">
          See the first page
        </a>
      </p>
    </TwoThirds>
  );
}
