import {
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formAddress } from "#app/addresses.ts";
import { checkDraft } from "#app/domain/drafts/check-draft.server.ts";
import { readDraft } from "#app/domain/drafts/draft-answers.server.ts";
import { describeSections } from "#app/domain/drafts/draft-sections.ts";
import type { Draft } from "#app/domain/drafts/drafts.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";
import { pageTitle } from "#app/http/request/page-title.server.ts";
import { leadToAskedAgain } from "#app/http/request/asked-again.server.ts";
import {
  leadFromClosed,
  requireRespondent,
} from "#app/http/request/respondent.server.ts";
import { describedMeta } from "#app/screens/public/described-meta.ts";
import { describeTaskList } from "#app/screens/public/task-list.ts";
import { BackLink, PageBody, TwoThirds } from "#app/ui/page-parts.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { wordsIn } from "#app/words/words.ts";
import { Said } from "#app/ui/language.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  describedMeta(data?.title, "tasks", data?.language);

/** The sections of a long form, where a person begins and to which each of them leads back. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const respondent = await requireRespondent(request, context, params.call);
  const { call, answer, draft, language } = respondent;
  const closed = leadFromClosed(respondent);
  const elsewhere = closed ?? (await leadToAskedAgain(respondent, context));
  if (elsewhere) throw elsewhere;
  const read = draft
    ? await readSections(draft, context)
    : { definition: call.definition, answers: [], problems: [] };
  if (read.definition.navigation !== "task-list")
    throw redirect(formAddress(call.slug, answer.draft), 303);
  const sections = describeSections({ ...read, draft, language });
  const view = describeTaskList({ call, answer, sections, language });
  const title = pageTitle(context, wordsIn(language), view.callTitle);
  return { ...view, hasBegun: draft !== undefined, title };
}

async function readSections(draft: Draft, { db, now }: RequestContext) {
  const read = await readDraft(db, draft);
  const { questions: messages } = wordsIn(draft.language);
  const { definition } = read;
  const check = { draft, definition, messages, now: now() };
  return { ...read, problems: await checkDraft(db, check) };
}

export default function Tasks() {
  const view = useLoaderData<typeof loader>();
  const words = wordsIn(view.language);
  return (
    <PageBody before={<BackLink to={view.backTo}>{words.form.back}</BackLink>}>
      <TwoThirds>
        <h1 className="govuk-heading-l">
          <Said text={view.callTitle} />
        </h1>
        <p className="govuk-body">{words.tasks.lead}</p>
        <p className="govuk-body">{view.completed}</p>
        <h2 className="govuk-heading-m">{words.tasks.listHeading}</h2>
        <TaskList tasks={view.sections} />
        {view.hasBegun && (
          <p className="govuk-body">
            <a className="govuk-link" href={view.checkPath}>
              {words.tasks.toCheck}
            </a>
          </p>
        )}
      </TwoThirds>
    </PageBody>
  );
}
