import {
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useFetcher, useLoaderData } from "@remix-run/react";
import { findResponseForReading } from "#app/domain/tagging/reading.server.ts";
import { readReadingView } from "#app/domain/tagging/reading.ts";
import { describeReading } from "#app/domain/tagging/reading-screen.ts";
import { recordReading } from "#app/domain/tagging/readings.server.ts";
import { requireStaff, safeReturnPath } from "#app/http/guards.server.ts";
import { BackLink } from "#app/ui/page-parts.tsx";
import { PassageList } from "#app/ui/reading/passage-list.tsx";
import {
  PassageTagger,
  SelectionFollower,
} from "#app/ui/reading/passage-tagger.tsx";
import { ReadingHeading } from "#app/ui/reading/reading-heading.tsx";
import { ResponseTagsForm } from "#app/ui/reading/response-tags-form.tsx";
import { ResponseTexts } from "#app/ui/reading/response-texts.tsx";
import { useFocusOnTaggedPassage } from "#app/ui/reading/use-focus-on-tagged-passage.ts";
import type { action as tagPassageAction } from "./review.responses.$reference_.passages.tsx";

export const handle = { hydrates: true };

export const meta: MetaFunction<typeof loader> = ({ data: screen }) => [
  { title: `${screen?.heading ?? "Response"} – Heard` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const reader = await requireStaff(request, context);
  const view = readReadingView(new URL(request.url).searchParams);
  const page = await findResponseForReading(context.db, {
    reference: params.reference ?? "",
    query: view.q,
    wholeFileId: view.file,
    reader,
  });
  if (!page) throw data(null, { status: 404 });
  await recordReading(context.db, {
    responseId: page.response.id,
    staffId: reader.staffId,
    now: context.now(),
  });
  return {
    ...describeReading(page, view),
    back: safeReturnPath(view.from),
  };
}

type Screen = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ResponsePage() {
  const screen = useLoaderData<typeof loader>();
  const tagged = screen.passages.map(({ publicId }) => publicId).join(" ");
  useFocusOnTaggedPassage(tagged);
  return (
    <>
      <BackLink to={screen.back}>Back to the queue</BackLink>
      <ReadingHeading {...screen} />
      <SelectionFollower key={screen.reference} tagged={tagged}>
        <div className="heard-reading">
          <div className="heard-reading__words">
            <ResponseTexts {...screen} />
          </div>
          <div className="heard-reading__work">
            <TagsOfResponse screen={screen} />
            <Passages key={tagged} screen={screen} />
          </div>
        </div>
      </SelectionFollower>
    </>
  );
}

function TagsOfResponse({ screen }: { screen: Screen }) {
  return (
    <section className="heard-work" id="tags">
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
