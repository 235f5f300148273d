import { readFile } from "node:fs/promises";
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { codebookAddress, projectAddress } from "#app/codebook-addresses.ts";
import { projectUploadSchema } from "#app/domain/tagging/codebook-forms.ts";
import { maxProjectBytes } from "#app/domain/tagging/project/project.ts";
import {
  keepProject,
  listProjects,
} from "#app/domain/tagging/project/project-files.server.ts";
import { readProject } from "#app/domain/tagging/project/read-project.server.ts";
import { requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { tellLostFile } from "#app/http/request/lost-file.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import {
  describeProjectFault,
  describeProjectLine,
  projectTooBig,
} from "#app/screens/review/projects.ts";
import { Button } from "#app/ui/button.tsx";
import { ProjectList } from "#app/ui/codebook/project-list.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, TwoThirds } from "#app/ui/page-parts.tsx";
import { exportWords } from "#app/words/review-en/exports.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, "reshape-codebook");
  return {
    title: staffPageTitle(context, "Coded projects"),
    projects: (await listProjects(context.db)).map(describeProjectLine),
  };
}

const known = knownFields(projectUploadSchema);
const limit = { maxBytes: maxProjectBytes, tooBig: projectTooBig };
/** With which every mark of what is redacted begins in a file that leaves. */
const mark = exportWords.redacted("").replace(/\]$/, "");

/** Reads a project and checks it against what is here; nothing is brought in by it. */
export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const actor = await requireStaff(request, context, "reshape-codebook");
  const received = await readForm(args, known);
  const lost = tellLostFile(received, limit);
  const form = parseForm(
    { ...received, refusedParts: [] },
    projectUploadSchema,
  );
  const staged = received.stagedFiles.find(
    ({ questionId }) => questionId === "file",
  );
  if (lost || !staged)
    return refuseForm(context, form, {
      errors: { file: lost ?? "Choose a file" },
    });
  const read = await readProject(await readFile(staged.stagingPath));
  if (!read.ok)
    return refuseForm(context, form, {
      errors: { file: describeProjectFault(read) },
    });
  const { originalName: name, sha256 } = staged;
  const projectFileId = await keepProject(context.db, {
    ...{ project: read.project, name, sha256, mark, actor },
    now: context.now(),
  });
  return redirect(projectAddress(projectFileId), 303);
}

export default function Projects() {
  const { projects } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={codebookAddress("files")}>Codebook in and out</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l">Coded projects</h1>
      <p className="govuk-body">
        Responses that left as a REFI-QDA project and were coded in another
        program come back here with their codes and passages. Words are tagged
        only where they still stand as they left.
      </p>
      <form method="post" encType="multipart/form-data" noValidate>
        <FileField
          name="file"
          error={reply?.errors.file}
          label="Project"
          hint="REFI-QDA (.qdpx), as NVivo, MAXQDA, ATLAS.ti and others export it, up to 20 MB. Nothing is brought in before you have seen what would come of it."
          acceptedExtensions={[".qdpx"]}
        />
        <Button>Show what it comes to</Button>
      </form>
      <h2 className="govuk-heading-m">Projects that were uploaded</h2>
      <ProjectList projects={projects} />
    </TwoThirds>
  );
}
