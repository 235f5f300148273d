import { Button } from "../button.tsx";

type PartProps = {
  smallChanges: string | undefined;
  parts: {
    name: string;
    href: string;
    texts: string;
    missing: string;
    stale: string;
  }[];
};

/** Every part of a call with how many of its texts are missing or stale. */
export function TranslatedPartList({ smallChanges, parts }: PartProps) {
  return (
    <>
      <table className="govuk-table">
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            <th scope="col" className="govuk-table__header">
              Part
            </th>
            {["Texts", "Missing", "Stale"].map((heading) => (
              <th
                key={heading}
                scope="col"
                className="govuk-table__header govuk-table__header--numeric"
              >
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {parts.map((part) => (
            <tr key={part.href} className="govuk-table__row">
              <th
                scope="row"
                className="govuk-table__cell heard-translated-part"
              >
                <a className="govuk-link" href={part.href}>
                  {part.name}
                </a>
              </th>
              {[part.texts, part.missing, part.stale].map((count, index) => (
                <td
                  key={index}
                  className="govuk-table__cell govuk-table__cell--numeric"
                >
                  {count || <span className="heard-translated-none">0</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {smallChanges && (
        <form method="post">
          <p className="govuk-body">
            {smallChanges} in the English: commas, capitals or spaces alone.
          </p>
          <Button kind="secondary" name="step" value="accept">
            All of these translations still fit
          </Button>
        </form>
      )}
    </>
  );
}
