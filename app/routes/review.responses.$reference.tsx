import {
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useFetcher, useLoaderData } from "@remix-run/react";
import { readForReading } from "#app/domain/tagging/reading.server.ts";
import { readReadingView, searchedFor } from "#app/domain/tagging/reading.ts";
import { describeReading } from "#app/domain/tagging/reading-screen.ts";
import { selectTriagePanel } from "#app/domain/triage/panel.server.ts";
import { openResponse } from "#app/domain/responses/readings.server.ts";
import {
  requireStaff,
  safeReturnPath,
} from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { PassageList } from "#app/ui/reading/passage-list.tsx";
import {
  PassageTagger,
  SelectionFollower,
} from "#app/ui/reading/passage-tagger.tsx";
import { ReadingHeading } from "#app/ui/reading/reading-heading.tsx";
import { ReadingNavigation } from "#app/ui/reading/reading-navigation.tsx";
import { ResponseTagsForm } from "#app/ui/reading/response-tags-form.tsx";
import { ResponseTexts } from "#app/ui/reading/response-texts.tsx";
import { useFocusOnTaggedPassage } from "#app/ui/reading/use-focus-on-tagged-passage.ts";
import { WorkNavigation } from "#app/ui/reading/work-navigation.tsx";
import { TriagePanel } from "#app/ui/review/triage-panel.tsx";
import type { action as tagPassageAction } from "./review.responses.$reference_.passages.tsx";

/** Selecting a passage is a gesture where there is JavaScript; all else is links and forms. */
export const handle = { hydrates: true };

export const meta: MetaFunction<typeof loader> = ({ data: screen }) => [
  { title: screen?.title },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, context, "read-responses");
  const { db } = context;
  const reference = params.reference ?? "";
  const view = readReadingView(new URL(request.url).searchParams);
  const open = { reference, staff, now: context.now() };
  const response = await openResponse(db, open);
  if (!response) throw data(null, { status: 404 });
  const page = await readForReading(db, {
    response,
    query: searchedFor(view),
    wholeFileId: view.file,
    reader: staff,
  });
  return {
    title: staffPageTitle(context, `Response ${reference}`),
    ...describeReading(page, view),
    queuePath: safeReturnPath(view.from),
    triage: await selectTriagePanel(db, { response, staff }),
  };
}

type Screen = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ResponsePage() {
  const screen = useLoaderData<typeof loader>();
  const { triage } = screen;
  const tagged = screen.passages.map(({ publicId }) => publicId).join(" ");
  useFocusOnTaggedPassage(tagged);
  return (
    <>
      <ReadingNavigation
        queuePath={screen.queuePath}
        offersNext={triage.claim?.holder !== "me"}
      />
      <ReadingHeading
        {...screen}
        identityHref={
          screen.hasIdentity && triage.mayReadIdentity
            ? `${triage.path}/identity`
            : undefined
        }
      />
      <SelectionFollower key={screen.reference} tagged={tagged}>
        <div className="heard-reading">
          <div className="heard-reading__words">
            <ResponseTexts {...screen} />
          </div>
          <div className="heard-reading__work" id="work">
            <WorkNavigation />
            <TriagePanel {...triage} returnTo={screen.here}>
              <TagsOfResponse screen={screen} />
              <Passages key={tagged} screen={screen} />
            </TriagePanel>
          </div>
        </div>
      </SelectionFollower>
    </>
  );
}

function TagsOfResponse({ screen }: { screen: Screen }) {
  return (
    <section className="heard-work" id="tags" aria-label="Tags">
      <ResponseTagsForm
        key={screen.rowVersion}
        action={screen.actions.tags}
        rowVersion={screen.rowVersion}
        view={screen.view}
        options={screen.tags}
        chosen={screen.responseTags}
      />
    </section>
  );
}

function Passages({ screen }: { screen: Screen }) {
  const tagging = useFetcher<typeof tagPassageAction>();
  return (
    <section className="heard-work" id="passages">
      <h2 className="govuk-heading-s">Passages</h2>
      <PassageTagger
        action={screen.actions.passages}
        view={screen.view}
        sources={screen.sources}
        tags={screen.tags}
        formElement={tagging.Form}
        reply={tagging.data}
      />
      <PassageList
        passages={screen.passages}
        action={screen.actions.passages}
        view={screen.view}
      />
    </section>
  );
}
