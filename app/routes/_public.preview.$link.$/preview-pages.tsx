import type { ReactNode } from "react";
import {
  type PreviewBand,
  previewMark,
  previewWords,
} from "#app/screens/public/preview.ts";
import { CarriedFields, CarriedWays } from "#app/ui/carried-ways.tsx";
import { Exit } from "#app/ui/exit-page.tsx";
import { BackLink, PageBody, TwoThirds } from "#app/ui/page-parts.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { wordsIn } from "#app/words/words.ts";
import { formFields } from "../_public.respond.$call.$page/page-fields.ts";
import {
  PageBack,
  pageFormId,
} from "../_public.respond.$call.$page/page-back.tsx";
import { QuestionForm } from "../_public.respond.$call.$page/question-form.tsx";
import { PreviewBandLine } from "./preview-band.tsx";
import { PreviewCheck } from "./preview-check.tsx";
import { previewIntents } from "./preview-fields.ts";
import { PreviewStart } from "./preview-start.tsx";
import type { PreviewPage } from "./walk-preview.server.ts";

type Of<Kind extends PreviewPage["kind"]> = Extract<
  PreviewPage,
  { kind: Kind }
>;

/** A page of a call's form as it would be, under a band that says that it is none. */
export function PreviewedPage(props: { band: PreviewBand; page: PreviewPage }) {
  const { band, page } = props;
  const carrying = {
    ...{ formId: pageFormId, path: band.path },
    ...{ name: formFields.intent, value: previewIntents.show },
  };
  return (
    <>
      <PreviewBandLine band={band} />
      <CarriedWays value={carrying}>
        <AnyPage {...props} page={page} />
      </CarriedWays>
    </>
  );
}

function AnyPage({ band, page }: { band: PreviewBand; page: PreviewPage }) {
  switch (page.kind) {
    case "start":
      return <PreviewStart page={page} />;
    case "page":
      return <Questions page={page} />;
    case "check":
      return <PreviewCheck page={page} />;
    case "tasks":
      return <Tasks page={page} />;
    case "sent":
      return <Sent page={page} startPath={band.startPath} />;
    case "left-out":
      return <LeftOut page={page} />;
  }
}

function Questions({ page }: { page: Of<"page"> }) {
  const { view, reply, carried, note } = page;
  const words = wordsIn(view.language);
  const takesFiles = view.questions.some(
    ({ field }) => field.control === "files",
  );
  const notes = [note, takesFiles ? previewWords.files : undefined];
  return (
    <PageBody
      before={
        <>
          {view.care && <Exit care={view.care} />}
          <PageBack words={words} />
        </>
      }
    >
      <TwoThirds>
        {notes.map((line) => line && <Note key={line}>{line}</Note>)}
        <QuestionForm
          view={view}
          reply={reply}
          preview={{ mark: previewMark, carried }}
        />
      </TwoThirds>
    </PageBody>
  );
}

function Note({ children }: { children: ReactNode }) {
  return <p className="govuk-inset-text">{children}</p>;
}

function Tasks({ page: { view, carried } }: { page: Of<"tasks"> }) {
  const words = wordsIn(view.language);
  return (
    <PageBody before={<BackLink to={view.backTo}>{words.form.back}</BackLink>}>
      <TwoThirds>
        <PreviewHeading>{view.callTitle}</PreviewHeading>
        <p className="govuk-body">{words.tasks.lead}</p>
        <p className="govuk-body">{view.completed}</p>
        <h2 className="govuk-heading-m">{words.tasks.listHeading}</h2>
        <TaskList tasks={view.sections} />
        <form method="post" action={view.checkPath} id={pageFormId}>
          <CarriedFields fields={carried} />
          <button
            type="submit"
            className="heard-link-button"
            name={formFields.intent}
            value={previewIntents.show}
          >
            {words.tasks.toCheck}
          </button>
        </form>
      </TwoThirds>
    </PageBody>
  );
}

function PreviewHeading({ children }: { children: ReactNode }) {
  return (
    <h1 className="govuk-heading-l">
      <span className="govuk-visually-hidden">{previewMark} </span>
      {children}
    </h1>
  );
}

function Sent({ page, startPath }: { page: Of<"sent">; startPath: string }) {
  return (
    <PageBody>
      <TwoThirds>
        <PreviewHeading>{page.heading}</PreviewHeading>
        <p className="govuk-body">{previewWords.sentLead}</p>
        <div className="govuk-inset-text">
          <Prose text={page.next} />
        </div>
        {page.asksEquality && (
          <p className="govuk-body">{previewWords.equality}</p>
        )}
        <p className="govuk-body">
          <a className="govuk-link" href={startPath}>
            {previewWords.again}
          </a>
        </p>
      </TwoThirds>
    </PageBody>
  );
}

function LeftOut({ page }: { page: Of<"left-out"> }) {
  return (
    <PageBody>
      <TwoThirds>
        <PreviewHeading>{page.heading}</PreviewHeading>
        <p className="govuk-body">{previewWords.leftOut}</p>
        <form method="post" action={page.backPath}>
          <CarriedFields fields={page.carried} />
          <button
            type="submit"
            className="govuk-button"
            name={formFields.intent}
            value={previewIntents.show}
          >
            {previewWords.back}
          </button>
        </form>
      </TwoThirds>
    </PageBody>
  );
}
