import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { responseFormAddress } from "#app/addresses.ts";
import type { Db } from "#app/db/schema.ts";
import { redactAddress } from "#app/redaction-addresses.ts";
import { readLook } from "#app/domain/redaction/looks.server.ts";
import { readOpenRedactions } from "#app/domain/redaction/reading.server.ts";
import { readForReading } from "#app/domain/tagging/reading.server.ts";
import { describeKeptWork } from "#app/domain/tagging/unsaved-work.ts";
import { findKeptWork } from "#app/domain/tagging/unsaved-work.server.ts";
import {
  readReadingView,
  searchedFor,
} from "#app/screens/review/reading-view.ts";
import { describeWayIn } from "#app/screens/review/withdrawn.ts";
import {
  describeReading,
  type ReadingScreen,
} from "#app/screens/review/response.ts";
import { tellRedacted } from "#app/screens/review/marked-answers.ts";
import { describeOffer } from "#app/screens/review/offered-tags.ts";
import { describeFrozen } from "#app/screens/review/safeguarding-case.ts";
import { describeOwnSkip, skipChoices } from "#app/screens/review/skips.ts";
import { describeOthers } from "#app/screens/review/same-words.ts";
import { describeTriagePanel } from "#app/screens/review/triage-panel.ts";
import { readTriagePanel } from "#app/domain/triage/panel.server.ts";
import { countSameWords } from "#app/domain/triage/same-words.server.ts";
import { findOthersOfPerson } from "#app/domain/responses/same-person.server.ts";
import { findSkip } from "#app/domain/responses/skips.server.ts";
import type {
  Viewer,
  VisibleResponse,
} from "#app/domain/responses/visible-responses.ts";
import { openResponse } from "#app/domain/responses/readings.server.ts";
import { awaitsTriage } from "#app/domain/responses/triage-states.ts";
import { refuseResponse } from "#app/http/request/found-response.server.ts";
import {
  requireStaff,
  safeReturnPath,
} from "#app/http/request/guards.server.ts";
import { readFrozen } from "#app/http/request/frozen-response.server.ts";
import { readListWalk } from "#app/http/request/list-walk.server.ts";
import { staffPageTitle } from "#app/http/request/page-title.server.ts";
import { PageForm } from "#app/ui/part-form.tsx";
import { SelectionFollower } from "#app/ui/reading/passage-tagger.tsx";
import { ReadingHeading } from "#app/ui/reading/reading-heading.tsx";
import { ReadingNavigation } from "#app/ui/reading/reading-navigation.tsx";
import { ResponseTexts } from "#app/ui/reading/response-texts.tsx";
import { useFocusOnTaggedPassage } from "#app/ui/reading/use-focus-on-tagged-passage.ts";
import { useKeptWork } from "#app/ui/reading/use-kept-work.ts";
import { DecisionBar } from "#app/ui/review/decision-bar.tsx";
import { FlaggedNotice } from "#app/ui/review/safeguarding-panel.tsx";
import { OtherVersions } from "#app/ui/review/other-versions.tsx";
import { WorkBeside } from "#app/ui/reading/work-beside.tsx";
import { WithdrawnNotice } from "#app/ui/review/withdrawn.tsx";

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
  const response = await openResponse(db, { reference, staff, now });
  if (!response) throw await refuseResponse(context, staff, reference);
  const page = await readForReading(db, {
    response,
    query: searchedFor(view),
    wholeFileId: view.file,
    reader: staff,
    now,
  });
  const described = describeReading(page, view);
  const skipped = await findSkip(db, { ...staff, ...response });
  const kept = await readKeptWork(db, { ...response, ...staff });
  const frozen = await readFrozen(context, { response, staff });
  return {
    title: staffPageTitle(context, `Response ${reference}`),
    kept,
    ...described,
    ...describeOffer(described, kept),
    ...describeOthers(response, await readOthers(db, response, staff)),
    ...(await readRedacted(db, response, described)),
    reopenHref: describeWayIn(response, page.takenBack),
    queuePath: safeReturnPath(view.from),
    walk: await readListWalk(context, {
      ...{ response, staff },
      queuePath: view.from && safeReturnPath(view.from),
    }),
    skipped: skipped && describeOwnSkip(skipped),
    mayBeSkipped: awaitsTriage(response.state),
    frozen: frozen && describeFrozen(frozen),
    triage: describeTriagePanel(await readTriagePanel(db, { response, staff })),
  };
}

async function readKeptWork(...of: Parameters<typeof findKeptWork>) {
  return describeKeptWork(await findKeptWork(...of));
}

async function readRedacted(
  db: Db,
  response: VisibleResponse,
  screen: ReadingScreen,
) {
  const redacted = await readOpenRedactions(db, response);
  return tellRedacted(screen, redacted, await readLook(db, response));
}

async function readOthers(db: Db, response: VisibleResponse, viewer: Viewer) {
  return {
    alike: await countSameWords(db, { response, viewer }),
    ofPerson: await findOthersOfPerson(db, { ...response, viewer }),
  };
}

type Screen = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ResponsePage() {
  const screen = useLoaderData<typeof loader>();
  const { triage, reference } = screen;
  const tagged = screen.passages.map(({ publicId }) => publicId).join(" ");
  useFocusOnTaggedPassage(tagged);
  useKeptWork(workFormId, reference);
  return (
    <PageForm
      id={workFormId}
      action={responseFormAddress(
        reference,
        screen.withdrawal || screen.isFlagged ? "notes" : "triage",
      )}
      fields={fieldsOfPage(screen)}
    >
      <ReadingNavigation
        queuePath={screen.queuePath}
        walk={screen.walk}
        offersNext={triage.claim?.holder !== "me"}
        workFormId={workFormId}
      />
      {triage.flagged && screen.frozen && (
        <FlaggedNotice flagged={triage.flagged} frozen={screen.frozen} />
      )}
      <ReadingHeading
        {...screen}
        redactHref={screen.frozen ? undefined : redactAddress(reference)}
        identityHref={
          screen.hasIdentity && triage.mayReadIdentity
            ? responseFormAddress(reference, "identity")
            : undefined
        }
      />
      {screen.withdrawal && <WithdrawnNotice {...screen} />}
      <SelectionFollower
        key={reference}
        tagged={tagged}
        isOff={screen.withdrawal !== undefined || screen.isFlagged}
      >
        <div className="heard-reading">
          <div className="heard-reading__words">
            <ResponseTexts {...screen} />
            <OtherVersions {...screen} />
          </div>
          {triage.decisions && (
            <DecisionBar
              reference={reference}
              choices={triage.decisions}
              othersHref={responseFormAddress(reference, "triage")}
              skips={screen.mayBeSkipped ? skipChoices : []}
            />
          )}
          <div className="heard-reading__work" id="work">
            <WorkBeside {...screen} tagged={tagged} />
          </div>
        </div>
      </SelectionFollower>
    </PageForm>
  );
}

const workFormId = "work-form";

function fieldsOfPage({ kept, rowVersion, ...screen }: Screen) {
  const { answersVersion, reference, here, view } = screen;
  return {
    wholePage: "yes",
    answersVersion,
    reference,
    rowVersion: kept?.rowVersion ?? rowVersion,
    returnTo: here,
    view,
  };
}
