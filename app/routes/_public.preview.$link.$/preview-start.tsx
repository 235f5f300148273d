import { previewMark } from "#app/screens/public/preview.ts";
import { AskedQuestions } from "#app/ui/asked-questions.tsx";
import { HelpLines } from "#app/ui/help-lines.tsx";
import { PageBody, Part } from "#app/ui/page-parts.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { StartBox } from "#app/ui/start-box.tsx";
import { wordsIn } from "#app/words/words.ts";
import type { PreviewPage } from "./walk-preview.server.ts";

const { call: words, care: careWords } = wordsIn("en");

/** What the call says of itself, as its own page says it, and the way in. */
export function PreviewStart({
  page,
}: {
  page: Extract<PreviewPage, { kind: "start" }>;
}) {
  const { overview, start, languages } = page;
  const parts = [
    { heading: words.headings.purpose, text: overview.purpose },
    { heading: words.headings.who, text: overview.whoMayAnswer },
    { heading: words.headings.use, text: overview.howAnswersAreUsed },
    { heading: words.beforeYouStart, text: overview.beforeYouStart },
  ];
  return (
    <PageBody>
      <div className="heard-call-page">
        <div className="heard-call-page__head">
          <h1 className="govuk-heading-xl">
            <span className="govuk-visually-hidden">{previewMark} </span>
            {overview.title}
          </h1>
          <p className="govuk-body-l">{overview.summary}</p>
        </div>
        <div className="heard-call-page__start">
          <StartBox {...start} />
          {languages.map(({ to, label }) => (
            <p className="govuk-body" key={to}>
              <a className="govuk-link" href={to}>
                {label}
              </a>
            </p>
          ))}
        </div>
        <div className="heard-call-page__about">
          {parts.map(({ heading, text }) => (
            <Part heading={heading} key={heading}>
              <Prose text={text} />
            </Part>
          ))}
          {overview.care && (
            <Part heading={careWords.heading}>
              <HelpLines {...overview.care} />
            </Part>
          )}
          <Part heading={words.headings.asked}>
            <AskedQuestions
              pages={overview.pages}
              optionalLabel={words.optional}
              conditionalLabel={words.conditional}
            />
          </Part>
        </div>
      </div>
    </PageBody>
  );
}
