import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import {
  callFileSchemaAddress,
  keptCallAddress,
  newCallAddress,
  newCallFromFileAddress,
} from "#app/call-addresses.ts";
import { maxCallFileBytes } from "#app/domain/calls/call-file/call-file.ts";
import { isAsWritten } from "#app/domain/calls/call-file/call-file.server.ts";
import { readCallFile } from "#app/domain/calls/call-file/read-call-file.ts";
import { callFromFileSchema } from "#app/domain/calls/new-calls.ts";
import { beginCall } from "#app/domain/calls/new-calls.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { takeFileAsText } from "#app/http/request/pasted-file.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import {
  callBegun,
  callFileNotUtf8,
  callFileTooBig,
  describeCallFileFault,
  describeIncoming,
  newCallProblems,
  slugTaken,
  tellCallFileFaults,
} from "#app/screens/review/new-calls.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldProps, FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { CallFileFields } from "#app/ui/review/call-file-fields.tsx";
import { IncomingCall } from "#app/ui/review/incoming-call.tsx";
import { TextField } from "#app/ui/text-fields.tsx";

export const handle = { hydrates: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "keep-calls");
  return { title: staffPageTitle(context, "Bring in a call from a file") };
}

type Besides = {
  incoming?: ReturnType<typeof describeIncoming>;
  faults?: string[];
};

const known = knownFields(callFromFileSchema);
const fileWords = {
  maxBytes: maxCallFileBytes,
  tooBig: callFileTooBig,
  notUtf8: callFileNotUtf8,
};

/** Shows what a file would make; then makes it, unless its address was taken meanwhile. */
export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { staffId } = await requireStaff(request, context, "keep-calls");
  const received = await readForm(args, known);
  const { sent, lost } = await takeFileAsText(received, fileWords);
  const form = parseForm(sent, callFromFileSchema, newCallProblems);
  if (lost)
    return refuseForm<Besides>(context, form, { errors: { file: lost } });
  if (form.status !== "success") return refuseForm<Besides>(context, form);
  const read = readCallFile(form.value.text);
  if (!read.ok) {
    const faults = describeCallFileFault(read.fault);
    const errors = { text: tellCallFileFaults(faults) };
    return refuseForm<Besides>(context, form, { errors, also: { faults } });
  }
  const { definition } = read.file;
  const slug = form.value.slug || read.file.slug;
  const incoming = describeIncoming(
    { slug, definition },
    isAsWritten(read.file),
  );
  if (form.value.step === "preview")
    return refuseForm<Besides>(context, form, {
      status: 200,
      also: { incoming },
    });
  const begun = await beginCall(context.db, {
    ...{ slug, definition, now: context.now() },
    actor: { kind: "staff", staffId },
  });
  if (!begun.ok)
    return refuseForm<Besides>(context, form, {
      errors: { slug: slugTaken },
      also: { incoming },
    });
  return redirectWithFlash(context, keptCallAddress(slug), callBegun);
}

export default function CallFromFile() {
  const reply = useActionData<typeof action>();
  const incoming = reply?.incoming;
  return (
    <TwoThirds>
      <BackLink to={newCallAddress}>Make a new call</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">Bring in a call from a file</h1>
      <p className="govuk-body">
        It becomes a new call, which nobody outside the team sees until it is
        opened. What such a file holds is{" "}
        <a className="govuk-link" href={callFileSchemaAddress}>
          published as a JSON Schema
        </a>
        .
      </p>
      <form
        method="post"
        action={newCallFromFileAddress}
        encType="multipart/form-data"
        noValidate
      >
        {incoming && <IncomingCall incoming={incoming} />}
        <TextField
          {...fieldProps(reply, "slug")}
          label="The end of its web address (optional)"
          hint="Left empty, it is the one that stands in the file."
          autoComplete="off"
          spellCheck={false}
        />
        {incoming && (
          <Button name="step" value="confirm">
            Make this call
          </Button>
        )}
        <CallFileFields
          reply={reply}
          isShown={incoming !== undefined}
          show="Show what it would make"
        />
      </form>
    </TwoThirds>
  );
}
