import { previewMark, previewWords } from "#app/screens/public/preview.ts";
import { AnswerList } from "#app/ui/answer-list.tsx";
import { Button } from "#app/ui/button.tsx";
import { CarriedFields, Way } from "#app/ui/carried-ways.tsx";
import { CheckboxesField } from "#app/ui/choice-fields.tsx";
import { atRiskField } from "#app/ui/draft-mark.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Exit } from "#app/ui/exit-page.tsx";
import { HelpLines } from "#app/ui/help-lines.tsx";
import { LeaveLinks } from "#app/ui/leave-links.tsx";
import { PageBody, Part, TwoThirds } from "#app/ui/page-parts.tsx";
import { UnaskedAnswers } from "#app/ui/unasked-answers.tsx";
import { wordsIn } from "#app/words/words.ts";
import { formFields } from "../_public.respond.$call.$page/page-fields.ts";
import { pageFormId } from "../_public.respond.$call.$page/page-back.tsx";
import { previewIntents } from "./preview-fields.ts";
import type { PreviewPage } from "./walk-preview.server.ts";

/** "Check your answers", whose button sends nothing. */
export function PreviewCheck({
  page,
}: {
  page: Extract<PreviewPage, { kind: "check" }>;
}) {
  const { view, carried } = page;
  const { care } = view;
  const words = wordsIn(view.language);
  return (
    <PageBody
      before={
        <>
          {care && <Exit care={care} />}
          <Way to={view.backTo} className="govuk-back-link">
            {words.form.back}
          </Way>
        </>
      }
    >
      <TwoThirds>
        <ErrorSummary
          heading={words.form.errorSummaryHeading}
          errors={view.problems}
        />
        <span className="govuk-caption-l">{view.callTitle}</span>
        <h1 className="govuk-heading-l">
          <span className="govuk-visually-hidden">{previewMark} </span>
          {words.check.heading}
        </h1>
        <p className="govuk-inset-text">{previewWords.checkLead}</p>
        <p className="govuk-body">{words.check.lead}</p>
        <AnswerList answers={view.answers} words={words.form} />
        <UnaskedAnswers unasked={view.unasked} words={words} />
        {view.agreed.length > 0 && (
          <Part heading={words.check.agreedHeading}>
            <ul className="govuk-list govuk-list--bullet">
              {view.agreed.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Part>
        )}
        {care && (
          <Part heading={words.care.heading}>
            <HelpLines {...care} />
          </Part>
        )}
        <Part heading={words.check.sendHeading}>
          <p className="govuk-body">{words.check.privacy}</p>
          <form method="post" action={view.ownPath} id={pageFormId} noValidate>
            <CarriedFields fields={carried} />
            {care && (
              <CheckboxesField
                name={atRiskField}
                label={words.care.atRisk.heading}
                choices={[{ value: "yes", ...words.care.atRisk }]}
                defaultValue={[]}
              />
            )}
            <Button name={formFields.intent} value={previewIntents.send}>
              {view.sendLabel}
            </Button>
          </form>
        </Part>
        <LeaveLinks
          until={view.until}
          links={[
            { to: view.savePath, label: words.check.saveLater },
            { to: view.deletePath, label: words.check.delete },
          ]}
        />
      </TwoThirds>
    </PageBody>
  );
}
