import { FormatLinks, type Formats } from "../format-links.tsx";
import { ownDirections } from "../own-directions.ts";

type Card = {
  id: string;
  title: string;
  /** Authors and year, and where it appeared. */
  lines: string[];
  link: { href: string; label: string } | undefined;
  facts: { label: string; value: string }[];
  file: { name: string; opens: string | undefined } | undefined;
  /** Another one of the same answer that seems to be the same. */
  note: string | undefined;
};

export type ShownEvidence = {
  heading: string;
  cards: Card[];
  more: string | undefined;
  formats: Formats | undefined;
};

type SentEvidenceProps = { evidence: ShownEvidence; language: string };

/** Pieces of evidence as somebody sent them, a card each. */
export function SentEvidence({ evidence, language }: SentEvidenceProps) {
  return (
    <div className="heard-studies">
      <p className="heard-studies__count">{evidence.heading}</p>
      <ol className="heard-studies__list">
        {evidence.cards.map((card) => (
          <Study key={card.id} {...card} language={language} />
        ))}
      </ol>
      {evidence.more && <p className="govuk-body">{evidence.more}</p>}
      {evidence.formats && <FormatLinks {...evidence.formats} />}
    </div>
  );
}

function Study(props: Card & { language: string }) {
  const { title, lines, link, facts, file, note, language } = props;
  return (
    <li className="heard-study">
      <div className={ownDirections(title)} lang={language}>
        <h3 className="heard-study__title" dir="auto">
          {title}
        </h3>
        {lines.map((line) => (
          <p className="heard-study__line" dir="auto" key={line}>
            {line}
          </p>
        ))}
      </div>
      {link && (
        <p className="heard-study__line">
          <a className="govuk-link" href={link.href} rel="noreferrer">
            {link.label}
          </a>
        </p>
      )}
      {note && <p className="heard-study__note">{note}</p>}
      <dl className="heard-study__facts">
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={ownDirections(value)} dir="auto">
              {value}
            </dd>
          </div>
        ))}
        {file && (
          <div>
            <dt>File</dt>
            <dd>
              {file.opens ? (
                <a className="govuk-link" href={file.opens} download>
                  <bdi>{file.name}</bdi>
                </a>
              ) : (
                <bdi>{file.name}</bdi>
              )}
            </dd>
          </div>
        )}
      </dl>
    </li>
  );
}
