import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  callsAddress,
  keptCallAddress,
  newCallAddress,
  newCallFromFileAddress,
} from "#app/call-addresses.ts";
import { slugOfTitle, startCallSchema } from "#app/domain/calls/new-calls.ts";
import { beginCall } from "#app/domain/calls/new-calls.server.ts";
import { startingPointDefinition } from "#app/screens/review/starting-points/starting-points.ts";
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
  callBegun,
  listStartChoices,
  newCallProblems,
  slugHint,
  slugTaken,
} from "#app/screens/review/new-calls.ts";
import { Button } from "#app/ui/button.tsx";
import { RadiosField } from "#app/ui/choice-fields.tsx";
import { fieldProps, FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { TextField } from "#app/ui/text-fields.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  return {
    title: staffPageTitle(context, "Make a new call"),
    startChoices: listStartChoices(),
  };
}

const known = knownFields(startCallSchema);

/** Makes a call from a starting point, under its own name; the public does not see it. */
export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const received = await readForm(args, known);
  const form = parseForm(received, startCallSchema, newCallProblems);
  if (form.status !== "success") return refuseForm(context, form);
  const { start, title } = form.value;
  const slug = form.value.slug || slugOfTitle(title);
  if (slug === "")
    return refuseForm(context, form, {
      errors: { slug: newCallProblems["slug-missing"] },
    });
  const definition = {
    ...startingPointDefinition(start),
    title: { en: title },
  };
  const begun = await beginCall(context.db, {
    ...{ slug, definition, now: context.now() },
    actor: { kind: "staff", staffId },
  });
  if (!begun.ok)
    return refuseForm(context, form, { errors: { slug: slugTaken } });
  return redirectWithFlash(context, keptCallAddress(slug), callBegun);
}

export default function NewCall() {
  const { startChoices } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={callsAddress}>Calls</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">Make a new call</h1>
      <p className="govuk-body">
        It begins with pages and questions that others have used, all of which
        can be changed. Nobody outside the team sees it until it is opened.
      </p>
      <form method="post" action={newCallAddress} noValidate>
        <RadiosField
          {...fieldProps(reply, "start")}
          label="What it begins with"
          choices={startChoices}
        />
        <TextField
          {...fieldProps(reply, "title")}
          label="What the call is called"
          hint="People read it on the first page and in search results."
        />
        <TextField
          {...fieldProps(reply, "slug")}
          label="The end of its web address (optional)"
          hint={slugHint}
          autoComplete="off"
          spellCheck={false}
        />
        <Button>Make the call</Button>
      </form>
      <p className="govuk-body">
        Or{" "}
        <a className="govuk-link" href={newCallFromFileAddress}>
          bring in a call from a file
        </a>
        .
      </p>
    </TwoThirds>
  );
}
