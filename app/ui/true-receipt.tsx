import { checkReceiptAddress } from "#app/receipt-addresses.ts";
import { AnswerList } from "./answer-list.tsx";
import { Part } from "./page-parts.tsx";
import { Panel } from "./panel.tsx";
import { SummaryList, type SummaryRow } from "./summary-list.tsx";

type AnswerListProps = Parameters<typeof AnswerList>[0];

type TrueReceiptProps = {
  facts: SummaryRow[];
  inDay: string;
  withdrawn: string | undefined;
  answers: AnswerListProps["answers"];
  files: { name: string; sha256: string; facts: string }[];
  words: {
    isTrue: string;
    trueLead: string;
    answers: string;
    files: string;
    fingerprint: (sha256: string) => string;
    another: string;
    form: AnswerListProps["words"];
  };
};

/** What a receipt says that was found to be true. */
export function TrueReceipt(props: TrueReceiptProps) {
  const { facts, inDay, withdrawn, answers, files, words } = props;
  return (
    <>
      <Panel title={words.isTrue}>{words.trueLead}</Panel>
      <SummaryList rows={facts} />
      <p className="govuk-body">{inDay}</p>
      {withdrawn && <p className="govuk-body">{withdrawn}</p>}
      {answers.length > 0 && (
        <Part heading={words.answers}>
          <AnswerList answers={answers} words={words.form} />
        </Part>
      )}
      {files.length > 0 && (
        <Part heading={words.files}>
          <ul className="govuk-list govuk-list--bullet">
            {files.map(({ name, sha256, facts }, index) => (
              <li className="heard-answer" key={index}>
                {name}, {facts}
                <br />
                <code translate="no">{words.fingerprint(sha256)}</code>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <p className="govuk-body heard-no-print">
        <a className="govuk-link" href={checkReceiptAddress}>
          {words.another}
        </a>
      </p>
    </>
  );
}
