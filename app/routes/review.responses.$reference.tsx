import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useFetcher, useLoaderData } from "@remix-run/react";
import { responseFormAddress } from "#app/addresses.ts";
import { readForReading } from "#app/domain/tagging/reading.server.ts";
import { describeKeptWork } from "#app/domain/tagging/unsaved-work.ts";
import { findKeptWork } from "#app/domain/tagging/unsaved-work.server.ts";
import {
  readReadingView,
  searchedFor,
} from "#app/screens/review/reading-view.ts";
import { describeWayIn } from "#app/screens/review/withdrawn.ts";
import { describeReading } from "#app/screens/review/response.ts";
import { describeTriagePanel } from "#app/screens/review/triage-panel.ts";
import { readTriagePanel } from "#app/domain/triage/panel.server.ts";
import { openResponse } from "#app/domain/responses/readings.server.ts";
import { refuseResponse } from "#app/http/request/found-response.server.ts";
import {
  requireStaff,
  safeReturnPath,
} from "#app/http/request/guards.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { asKept } from "#app/ui/form-reply.tsx";
import { PageForm } from "#app/ui/part-form.tsx";
import { PassageList } from "#app/ui/reading/passage-list.tsx";
import {
  PassageTagger,
  SelectionFollower,
} from "#app/ui/reading/passage-tagger.tsx";
import { ReadingHeading } from "#app/ui/reading/reading-heading.tsx";
import { ReadingNavigation } from "#app/ui/reading/reading-navigation.tsx";
import { ResponseTagsForm } from "#app/ui/reading/response-tags-form.tsx";
import { ResponseTexts } from "#app/ui/reading/response-texts.tsx";
import { tagsToShow } from "#app/ui/reading/tags-to-show.ts";
import { useFocusOnTaggedPassage } from "#app/ui/reading/use-focus-on-tagged-passage.ts";
import { useKeptWork } from "#app/ui/reading/use-kept-work.ts";
import { WorkNavigation } from "#app/ui/reading/work-navigation.tsx";
import { WithdrawnWork } from "#app/ui/reading/withdrawn-work.tsx";
import { TriagePanel } from "#app/ui/review/triage-panel.tsx";
import { OtherVersions } from "#app/ui/review/other-versions.tsx";
import { WithdrawnNotice } from "#app/ui/review/withdrawn.tsx";
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
  const now = context.now();
  const open = { reference, staff, now };
  const response = await openResponse(db, open);
  if (!response) throw await refuseResponse(context, staff, reference);
  const page = await readForReading(db, {
    response,
    query: searchedFor(view),
    wholeFileId: view.file,
    reader: staff,
    now,
  });
  const kept = await findKeptWork(db, { ...response, ...staff });
  return {
    title: staffPageTitle(context, `Response ${reference}`),
    kept: describeKeptWork(kept),
    ...describeReading(page, view),
    reopenHref: describeWayIn(response, page.takenBack),
    queuePath: safeReturnPath(view.from),
    triage: describeTriagePanel(await readTriagePanel(db, { response, staff })),
  };
}

type Screen = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ResponsePage() {
  const screen = useLoaderData<typeof loader>();
  const { triage } = screen;
  const tagged = screen.passages.map(({ publicId }) => publicId).join(" ");
  useFocusOnTaggedPassage(tagged);
  useKeptWork(workFormId, screen.reference);
  return (
    <>
      <ReadingNavigation
        queuePath={screen.queuePath}
        offersNext={triage.claim?.holder !== "me"}
        workFormId={workFormId}
      />
      <ReadingHeading
        {...screen}
        identityHref={
          screen.hasIdentity && triage.mayReadIdentity
            ? responseFormAddress(screen.reference, "identity")
            : undefined
        }
      />
      {screen.withdrawal && <WithdrawnNotice {...screen} />}
      <SelectionFollower
        key={screen.reference}
        tagged={tagged}
        isOff={screen.withdrawal !== undefined}
      >
        <div className="heard-reading">
          <div className="heard-reading__words">
            <ResponseTexts {...screen} />
            <OtherVersions {...screen} />
          </div>
          <div className="heard-reading__work" id="work">
            <WorkNavigation />
            {screen.kept && (
              <p className="govuk-inset-text heard-notice">
                What you had not saved is still here.
              </p>
            )}
            <PageForm
              id={workFormId}
              action={responseFormAddress(
                screen.reference,
                screen.withdrawal ? "notes" : "triage",
              )}
              fields={fieldsOfPage(screen)}
            >
              <TriagePanel
                {...triage}
                returnTo={screen.here}
                kept={screen.kept}
              >
                {screen.withdrawal ? (
                  <WithdrawnWork {...screen} />
                ) : (
                  <>
                    <TagsOfResponse screen={screen} />
                    <Passages key={tagged} screen={screen} />
                  </>
                )}
              </TriagePanel>
            </PageForm>
          </div>
        </div>
      </SelectionFollower>
    </>
  );
}

const workFormId = "work-form";

function fieldsOfPage({ kept, rowVersion, ...screen }: Screen) {
  const { answersVersion, reference, here, view } = screen;
  return {
    answersVersion,
    wholePage: "yes",
    reference,
    rowVersion: kept?.rowVersion ?? rowVersion,
    returnTo: here,
    view,
  };
}

function TagsOfResponse({ screen }: { screen: Screen }) {
  const seenTagIds = screen.responseTags.map(({ tagId }) => tagId);
  return (
    <section className="heard-work" id="tags" aria-label="Tags">
      <ResponseTagsForm
        key={seenTagIds.join(" ")}
        action={screen.actions.tags}
        seenTagIds={seenTagIds}
        answersVersion={screen.answersVersion}
        view={screen.view}
        options={screen.tags}
        chosen={tagsToShow(screen)}
        reply={asKept(screen.kept?.tags)}
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
        submit={(button) => tagging.submit(button)}
        reply={tagging.data}
        kept={asKept(screen.kept?.passage)}
      />
      <PassageList
        passages={screen.passages}
        reference={screen.reference}
        view={screen.view}
      />
    </section>
  );
}
