import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { tagListAddress } from "#app/addresses.ts";
import { codebookAddress } from "#app/codebook-addresses.ts";
import { may } from "#app/domain/accounts/permissions.ts";
import { maxCodebookBytes } from "#app/domain/tagging/codebook-files.ts";
import { codebookSchema } from "#app/domain/tagging/codebook-forms.ts";
import {
  previewCodebook,
  takeInCodebook,
} from "#app/domain/tagging/codebook-in.server.ts";
import { selectTagsInUse } from "#app/domain/tagging/tags.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { refusal, requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { takeFileAsText } from "#app/http/request/pasted-file.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import {
  codebookNotUtf8,
  codebookTooBig,
  describeCodebookFault,
  describePlan,
} from "#app/screens/review/codebook-files.ts";
import { tellDone } from "#app/screens/review/codebook-changes.ts";
import { formProblems } from "#app/screens/review/form-problems.ts";
import { changedMeanwhile } from "#app/screens/review/reshaping.ts";
import { Button } from "#app/ui/button.tsx";
import { ChangePreview } from "#app/ui/codebook/change-preview.tsx";
import { CodebookText } from "#app/ui/codebook/codebook-text.tsx";
import { fieldProps, FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";

export const handle = { hydrates: true };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, context, "read-tags");
  const tags = await selectTagsInUse(context.db);
  return {
    title: staffPageTitle(context, "Codebook in and out"),
    hasTags: tags.length > 0,
    mayTakeIn: may(staff, "reshape-codebook"),
  };
}

type Besides = {
  preview?: { lines: string[]; seal: string; canBeTaken: boolean };
};

const known = knownFields(codebookSchema);
const fileWords = {
  maxBytes: maxCodebookBytes,
  tooBig: codebookTooBig,
  notUtf8: codebookNotUtf8,
};

/** Shows what taking in a codebook comes to; then does it, if that is still so. */
export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const actor = await requireStaff(request, context, "reshape-codebook");
  const received = await readForm(args, known);
  const { sent, lost } = await takeFileAsText(received, fileWords);
  const form = parseForm(sent, codebookSchema, formProblems);
  if (lost)
    return refuseForm<Besides>(context, form, { errors: { file: lost } });
  if (form.status !== "success") return refuseForm<Besides>(context, form);
  const { text, step, seen: seal } = form.value;
  const taking = { text, actor, now: context.now() };
  const outcome =
    step === "preview"
      ? await previewCodebook(context.db, taking)
      : await takeInCodebook(context.db, { ...taking, seal });
  if (outcome.ok && "changeId" in outcome)
    return redirectWithFlash(context, tagListAddress(), tellDone("imported"));
  if ("preview" in outcome) {
    const { planned, seal: now } = outcome.preview;
    return refuseForm<Besides>(context, form, {
      status: outcome.ok ? 200 : 409,
      ...(!outcome.ok && { errors: { "": changedMeanwhile } }),
      also: { preview: { ...describePlan(planned), seal: now } },
    });
  }
  if (outcome.reason === "not-allowed")
    throw refusal(context, actor, "reshape-codebook");
  const errors = { text: describeCodebookFault(outcome) };
  return refuseForm<Besides>(context, form, { errors });
}

export default function CodebookFiles() {
  const { hasTags, mayTakeIn } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={tagListAddress()}>Back to the tags</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">Codebook in and out</h1>
      <h2 className="govuk-heading-m">Out</h2>
      {hasTags ? (
        <ul className="govuk-list govuk-list--bullet">
          <li>
            <a className="govuk-link" href={codebookAddress("codebook.qdc")}>
              REFI-QDA codebook (.qdc)
            </a>
            , for ATLAS.ti, MAXQDA, NVivo, QualCoder and others: tags in use
          </li>
          <li>
            <a className="govuk-link" href={codebookAddress("codebook.csv")}>
              Table (CSV)
            </a>
            , for a spreadsheet: retired tags too
          </li>
        </ul>
      ) : (
        <p className="govuk-body">
          There is no tag in use yet, so there is no codebook to take out.
        </p>
      )}
      {mayTakeIn && (
        <>
          <TakeIn reply={reply} />
          <h2 className="govuk-heading-m">Coding that was done elsewhere</h2>
          <p className="govuk-body">
            <a className="govuk-link" href={codebookAddress("projects")}>
              Bring back a coded project (.qdpx)
            </a>
            , with its codes and its passages.
          </p>
        </>
      )}
    </TwoThirds>
  );
}

function TakeIn({
  reply,
}: {
  reply: ReturnType<typeof useActionData<typeof action>>;
}) {
  const preview = reply?.preview;
  return (
    <form method="post" encType="multipart/form-data" noValidate>
      <h2 className="govuk-heading-m">In</h2>
      {preview && (
        <ChangePreview
          heading="This is what the file comes to"
          lines={preview.lines}
        />
      )}
      {preview?.canBeTaken && (
        <>
          <input type="hidden" name="seen" value={preview.seal} />
          <Button name="step" value="confirm">
            Take it in
          </Button>
        </>
      )}
      <CodebookText
        {...fieldProps(reply, "text")}
        file={{ error: reply?.errors.file }}
      />
      <Button
        kind={preview ? "secondary" : "primary"}
        name="step"
        value="preview"
      >
        Show what it comes to
      </Button>
    </form>
  );
}
