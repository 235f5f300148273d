import { KeptCode, type KeptCodeWords } from "../kept-code.tsx";

type NewCodeProps = { code: string; place: string; words: KeptCodeWords };

/** A code that was made just now: it is shown this once. */
export function NewLateCode({ code, place, words }: NewCodeProps) {
  return (
    <section
      className="heard-change-preview"
      aria-labelledby="new-code"
      tabIndex={-1}
      autoFocus
    >
      <h2 className="govuk-heading-m" id="new-code">
        The new code
      </h2>
      <KeptCode code={code} words={words} />
      <p className="govuk-body">
        It is shown this once: write it down or copy it before you leave this
        page. One response may be sent with it. It is typed in at{" "}
        <strong translate="no" className="heard-key">
          {place}
        </strong>
      </p>
    </section>
  );
}

type LateCodeTableProps = {
  codes: { id: number; note: string; issued: string; used: string }[];
};

/** The codes that were given out, without the codes. */
export function LateCodeTable({ codes }: LateCodeTableProps) {
  return (
    <table className="govuk-table heard-people" role="table">
      <caption className="govuk-table__caption govuk-table__caption--m">
        Codes that were given out
      </caption>
      <thead role="rowgroup" className="heard-people__head">
        <tr role="row">
          {["For whom", "Made", "Used"].map((label) => (
            <th
              scope="col"
              role="columnheader"
              className="govuk-table__header"
              key={label}
            >
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {codes.map(({ id, note, issued, used }) => (
          <tr role="row" key={id}>
            <th
              scope="row"
              role="rowheader"
              className="govuk-table__header heard-people__name"
            >
              {note}
            </th>
            <td role="cell" data-label="Made" className="govuk-table__cell">
              {issued}
            </td>
            <td role="cell" data-label="Used" className="govuk-table__cell">
              {used}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
