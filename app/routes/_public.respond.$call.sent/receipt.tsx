import { receiptAddress } from "#app/addresses.ts";
import { AnswerList } from "#app/ui/answer-list.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { DraftMark } from "#app/ui/draft-mark.tsx";
import { HelpLines } from "#app/ui/help-lines.tsx";
import { KeptCode } from "#app/ui/kept-code.tsx";
import { Part } from "#app/ui/page-parts.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { QrCode } from "#app/ui/qr-code.tsx";
import { SignedReceipt } from "#app/ui/signed-receipt.tsx";
import { SummaryList } from "#app/ui/summary-list.tsx";
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
      <SummaryList rows={receipt.facts} />
      <Part heading={words.sent.codeHeading}>
        <p className="govuk-body">{words.sent.codePurpose}</p>
        <KeptCode code={receipt.receiptCode} words={words.save} />
        <p className="govuk-body">
          {words.sent.codeOnce(receipt.visibleUntil)}
        </p>
        <p className="govuk-body">
          <a className="govuk-link" href={receiptAddress}>
            {words.sent.codeLink}
          </a>
        </p>
        <QrCode
          text={receipt.comeBackTo}
          label={words.sent.qrLabel(receipt.comeBackTo)}
        />
        <p className="govuk-body-s heard-muted">
          {words.sent.qrNote(receipt.comeBackTo)}
        </p>
      </Part>
      {page.care && (
        <Part heading={words.care.heading}>
          <HelpLines {...page.care} />
        </Part>
      )}
      <Part heading={words.sent.saveHeading} isOnScreenOnly>
        <p className="govuk-body">{words.sent.saveNote}</p>
        <ButtonLink to={receipt.copyPath} kind="secondary" isDownload>
          {words.sent.saveLink}
        </ButtonLink>
      </Part>
      <SignedReceipt words={words.signedReceipt} path={receipt.signedPath} />
      <Part heading={words.sent.nextHeading}>
        <Prose text={receipt.whatHappensNext} />
      </Part>
      {page.anotherPath && (
        <Part heading={words.sent.anotherHeading} isOnScreenOnly>
          <p className="govuk-body">
            {words.sent.anotherNote}{" "}
            <a className="govuk-link" href={page.anotherPath}>
              {words.held.another}
            </a>
          </p>
        </Part>
      )}
      <Part heading={words.sent.clearHeading} isOnScreenOnly>
        <p className="govuk-body">{words.sent.clearNote}</p>
        <form method="post" action={receipt.clearPath} noValidate>
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
