export type ListedTag = {
  tagId: number;
  name: string;
  definition: string;
  depth: number;
  responseCount: number;
  passageCount: number;
  /** The tag's own page. */
  href: string;
  /** The queue with the responses that carry it. */
  queueHref: string;
};

type TagTableProps = { caption: string; tags: ListedTag[] };

const number = new Intl.NumberFormat("en-GB");

/** Tags with what they mean and how often they are used: rows on a desk, cards on a phone. */
export function TagTable({ caption, tags }: TagTableProps) {
  return (
    <table className="govuk-table heard-tag-table" role="table">
      <caption className="govuk-table__caption govuk-table__caption--m">
        {caption}
      </caption>
      <thead role="rowgroup" className="heard-tag-table__head">
        <tr role="row">
          <th scope="col" role="columnheader" className="govuk-table__header">
            Tag
          </th>
          <th
            scope="col"
            role="columnheader"
            className="govuk-table__header govuk-table__header--numeric"
          >
            Responses
          </th>
          <th
            scope="col"
            role="columnheader"
            className="govuk-table__header govuk-table__header--numeric"
          >
            Passages
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {tags.map((tag) => (
          <TagRow key={tag.tagId} tag={tag} />
        ))}
      </tbody>
    </table>
  );
}

function TagRow({ tag }: { tag: ListedTag }) {
  const { responseCount, passageCount } = tag;
  return (
    <tr role="row" id={`tag-${tag.tagId}`} className="heard-tag-table__row">
      <th
        scope="row"
        role="rowheader"
        className={`heard-tag-table__tag heard-tag-table__tag--${Math.min(tag.depth, 3)}`}
      >
        <a className="govuk-link" href={tag.href}>
          {tag.name}
        </a>
        <span className="heard-tag-table__definition">{tag.definition}</span>
      </th>
      <td role="cell" className="heard-tag-table__count">
        {responseCount > 0 ? (
          <a className="govuk-link" href={tag.queueHref}>
            {number.format(responseCount)}
            <span className="govuk-visually-hidden">
              {" "}
              responses tagged {tag.name}
            </span>
          </a>
        ) : (
          0
        )}
        <span className="heard-tag-table__unit" aria-hidden="true">
          {responseCount === 1 ? " response" : " responses"}
        </span>
      </td>
      <td role="cell" className="heard-tag-table__count">
        {number.format(passageCount)}
        <span className="heard-tag-table__unit" aria-hidden="true">
          {passageCount === 1 ? " passage" : " passages"}
        </span>
      </td>
    </tr>
  );
}
