import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { codebookAddress, projectAddress } from "#app/codebook-addresses.ts";
import { projectStepSchema } from "#app/domain/tagging/codebook-forms.ts";
import {
  askToLand,
  askToTakeBack,
  discardProject,
  findProject,
  selectProjectLines,
} from "#app/domain/tagging/project/project-files.server.ts";
import { readWholeNumber } from "#app/domain/text/whole-numbers.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { redirectWithFlash } from "#app/http/request/flash.server.ts";
import { refusal, requireStaff } from "#app/http/request/guards.server.ts";
import { knownFields } from "#app/http/request/known-fields.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { readForm } from "#app/http/request/received-form.server.ts";
import {
  parseForm,
  refuseForm,
} from "#app/http/request/refused-form.server.ts";
import {
  describeProjectOutcome,
  describeProjectPlan,
  describeUnplaced,
  tellProjectState,
} from "#app/screens/review/projects.ts";
import { changedMeanwhile } from "#app/screens/review/reshaping.ts";
import { ChangePreview } from "#app/ui/codebook/change-preview.tsx";
import { ProjectSteps } from "#app/ui/codebook/project-steps.tsx";
import { UnplacedList } from "#app/ui/codebook/unplaced-list.tsx";
import { FormErrors } from "#app/ui/form-reply.tsx";
import { BackLink, StatusTag, TwoThirds } from "#app/ui/page-parts.tsx";
import { ImportProgress } from "#app/ui/review/import-progress.tsx";

export const handle = { hydrates: true };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
];

type Params = { project?: string | undefined };

async function findNamed({ db }: RequestContext, params: Params) {
  const project = await findProject(db, readWholeNumber(params.project) ?? 0);
  if (!project) throw data(null, { status: 404 });
  return project;
}

const mostUnplaced = 200;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireStaff(request, context, "reshape-codebook");
  const project = await findNamed(context, params);
  const { projectFileId, name, state, plan } = project;
  const { counts, unplaced } = await selectProjectLines(
    context.db,
    { projectFileId, viewer, now: context.now() },
    mostUnplaced,
  );
  const isWorking = state === "landing" || state === "undoing";
  return {
    title: staffPageTitle(context, `Project: ${name}`),
    ...{ name, rowVersion: project.rowVersion, state },
    told: tellProjectState(state),
    plan: state === "checked" ? describeProjectPlan({ plan, counts }) : [],
    outcome: describeProjectOutcome(project),
    unplaced: unplaced.map(describeUnplaced),
    progress: isWorking
      ? { words: `${tellProjectState(state).label}.`, percent: undefined }
      : undefined,
    hasNew: counts.some(({ standing }) => standing === "new"),
  };
}

const known = knownFields(projectStepSchema);

/** Has the project land or taken back, or deletes it. */
export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const actor = await requireStaff(request, context, "reshape-codebook");
  const { projectFileId } = await findNamed(context, params);
  const form = parseForm(await readForm(args, known), projectStepSchema);
  if (form.status !== "success") return refuseForm(context, form);
  const { step, seen: seenVersion } = form.value;
  const changed = () =>
    refuseForm(context, form, {
      status: 409,
      errors: { "": changedMeanwhile },
    });
  if (step === "discard") {
    const isDeleted = await discardProject(context.db, projectFileId);
    if (!isDeleted) return changed();
    return redirectWithFlash(context, codebookAddress("projects"), {
      kind: "success",
      text: "The project is deleted. Nothing of it was brought in.",
    });
  }
  const asking = { projectFileId, seenVersion, actor, now: context.now() };
  const asked =
    step === "land"
      ? await askToLand(context.db, asking)
      : await askToTakeBack(context.db, asking);
  if (asked.ok) return redirect(projectAddress(projectFileId), 303);
  if (asked.reason === "changed") return changed();
  throw refusal(context, actor, "reshape-codebook");
}

export default function ProjectPage() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <TwoThirds>
      <BackLink to={codebookAddress("projects")}>Coded projects</BackLink>
      <FormErrors reply={reply} />
      <h1 className="govuk-heading-l heard-imports__heading">
        <bdi>{page.name}</bdi>{" "}
        <StatusTag {...page.told}>{page.told.label}</StatusTag>
      </h1>
      <ImportProgress progress={page.progress} />
      {page.outcome.map((line) => (
        <p className="govuk-body" key={line}>
          {line}
        </p>
      ))}
      {page.plan.length > 0 && (
        <ChangePreview
          heading="This is what the project comes to"
          lines={page.plan}
        />
      )}
      <ProjectSteps {...page} />
      <UnplacedList lines={page.unplaced} />
    </TwoThirds>
  );
}
