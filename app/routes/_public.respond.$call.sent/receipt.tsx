import { AnswerList } from "#app/ui/answer-list.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { DraftMark } from "#app/ui/draft-mark.tsx";
import { Part } from "#app/ui/page-parts.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { Prose } from "#app/ui/prose.tsx";
import type { Words } from "#app/words/words.ts";
import type { Receipt, SentPage } from "#app/screens/public/sent.ts";

type ReceiptPageProps = { page: SentPage; receipt: Receipt; words: Words };

export function ReceiptPage({ page, receipt, words }: ReceiptPageProps) {
  return (
    <>
      <div
        data-heard-forget={page.callSlug}
        data-heard-draft={receipt.draftMark}
        hidden
      />
      <Panel title={page.heading}>
        {words.sent.reference}
        <br />
        <strong className="heard-reference" translate="no">
          {receipt.reference}
        </strong>
      </Panel>
      <Part heading={words.sent.codeHeading}>
        <p className="govuk-body">{words.sent.codePurpose}</p>
        <p className="heard-code" translate="no">
          {receipt.receiptCode}
        </p>
        <p className="govuk-body">
          {words.sent.codeOnce(receipt.visibleUntil)}
        </p>
      </Part>
      <Part heading={words.sent.saveHeading} isOnScreenOnly>
        <p className="govuk-body">{words.sent.saveNote}</p>
        <ButtonLink to={page.copyPath} kind="secondary" isDownload>
          {words.sent.saveLink}
        </ButtonLink>
      </Part>
      <Part heading={words.sent.nextHeading}>
        <Prose text={receipt.whatHappensNext} />
      </Part>
      <Part heading={words.sent.clearHeading} isOnScreenOnly>
        <p className="govuk-body">{words.sent.clearNote}</p>
        <form method="post" noValidate>
          <DraftMark publicId={receipt.draftMark} />
          <Button kind="secondary">{words.sent.clear}</Button>
        </form>
      </Part>
      <Part heading={words.sent.answersHeading}>
        <AnswerList answers={receipt.answers} words={words.form} />
      </Part>
    </>
  );
}
