import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { keptCallAddress } from "#app/call-addresses.ts";
import { selectStaffNames } from "#app/domain/accounts/accounts.server.ts";
import {
  findUnlooked,
  lookAfterwards,
} from "#app/domain/calls/authoring/alone.server.ts";
import { findDefinition } from "#app/domain/calls/definitions.server.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { requireKeptCall } from "#app/http/request/kept-call.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import {
  afterwardsWords,
  describeAfterwards,
} from "#app/screens/review/call-alone.ts";
import { TextChanges } from "#app/ui/authoring/text-changes.tsx";
import { Button } from "#app/ui/button.tsx";
import { BackLink, Part, TwoThirds } from "#app/ui/page-parts.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

/** What was published by one person alone, for the second person who looks afterwards. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const { db } = context;
  const call = await requireKeptCall(context, params.call);
  const [first] = await findUnlooked(db, call.id);
  const versions = first && {
    before: await findDefinition(db, first.beforeId),
    after: await findDefinition(db, first.definitionId),
  };
  const names = await selectStaffNames(db);
  const screen = describeAfterwards(call, { first, versions, names, staffId });
  const title = staffPageTitle(context, `Published alone: ${screen.callTitle}`);
  return { title, screen };
}

const schema = z.object({
  version: z
    .string()
    .default("")
    .transform((typed) => readWholeNumber(typed) ?? -1),
});
const known = knownFields(schema);

export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const form = parseForm(await readForm(args, known), schema, {});
  if (form.status !== "success") return refuseForm(context, form);
  const call = await requireKeptCall(context, params.call);
  const definitionId = form.value.version;
  const of = { callId: call.id, staffId, now: context.now(), definitionId };
  const done = await lookAfterwards(context.db, of);
  return redirectWithFlash(
    context,
    keptCallAddress(call.slug),
    done.ok
      ? { kind: "success", text: afterwardsWords.done }
      : { kind: "notice", text: afterwardsWords[done.reason] },
  );
}

export default function Afterwards() {
  const { screen } = useLoaderData<typeof loader>();
  return (
    <TwoThirds>
      <BackLink to={screen.backHref}>{screen.callTitle}</BackLink>
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{screen.callTitle}</span>
        Published by one person alone
      </h1>
      <p className="govuk-body">{screen.who}</p>
      {screen.reason && (
        <div className="govuk-inset-text heard-other-text" dir="auto">
          {screen.reason}
        </div>
      )}
      {screen.texts.length > 0 && (
        <Part heading="Words before and after">
          <TextChanges places={screen.texts} />
        </Part>
      )}
      {screen.version !== undefined && (
        <form method="post">
          <input type="hidden" name="version" value={screen.version} />
          <Button>I have looked and approve it</Button>
          <p className="govuk-body">
            If something has to be otherwise, change it and propose it as
            always.
          </p>
        </form>
      )}
    </TwoThirds>
  );
}
