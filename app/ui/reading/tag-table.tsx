import type { ReactNode } from "react";
import { Swatch } from "../codebook/swatch.tsx";

type ListedTag = {
  tagId: number;
  name: string;
  tint: string | null;
  definition: string;
  includeNote: string;
  excludeNote: string;
  depth: number;
  /** With its parts. */
  responseCount: number;
  passageCount: number;
  own: { responses: number; passages: number } | undefined;
  /** The tag's own page. */
  href: string;
  addPartHref: string;
  /** Of parts that are not in the list. */
  parts: { label: string; href: string } | undefined;
};

type TagTableProps = {
  caption: string;
  tags: ListedTag[];
  /** Of tags that can have parts. */
  canHaveParts?: boolean;
};

const number = new Intl.NumberFormat("en-GB");

/** Tags with what they mean and how often they are used: rows on a desk, cards on a phone. */
export function TagTable({ caption, tags, canHaveParts }: TagTableProps) {
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
          <CountHeader>Responses</CountHeader>
          <CountHeader>Passages</CountHeader>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {tags.map((tag) => (
          <TagRow key={tag.tagId} tag={tag} canHaveParts={canHaveParts} />
        ))}
      </tbody>
    </table>
  );
}

function CountHeader({ children }: { children: ReactNode }) {
  return (
    <th
      scope="col"
      role="columnheader"
      className="govuk-table__header govuk-table__header--numeric"
    >
      {children}
    </th>
  );
}

function TagRow({
  tag,
  canHaveParts,
}: {
  tag: ListedTag;
  canHaveParts: boolean | undefined;
}) {
  return (
    <tr role="row" id={`tag-${tag.tagId}`} className="heard-tag-table__row">
      <th
        scope="row"
        role="rowheader"
        className={`heard-tag-table__tag heard-tag-table__tag--${Math.min(tag.depth, 3)}`}
      >
        <Swatch tint={tag.tint} />{" "}
        <a className="govuk-link" href={tag.href} dir="auto">
          {tag.name}
        </a>
        <TagMeaning tag={tag} />
        <span className="heard-tag-table__more heard-no-print">
          {tag.parts && (
            <a className="govuk-link" href={tag.parts.href}>
              {tag.parts.label}
              <span className="govuk-visually-hidden"> of {tag.name}</span>
            </a>
          )}
          {canHaveParts && (
            <a className="govuk-link" href={tag.addPartHref}>
              Add a part
              <span className="govuk-visually-hidden"> of {tag.name}</span>
            </a>
          )}
        </span>
      </th>
      <CountCell
        {...{ tag, count: tag.responseCount, own: tag.own?.responses }}
        units={["response", "responses"]}
      />
      <CountCell
        {...{ tag, count: tag.passageCount, own: tag.own?.passages }}
        units={["passage", "passages"]}
      />
    </tr>
  );
}

function TagMeaning({ tag }: { tag: ListedTag }) {
  const { definition, includeNote, excludeNote } = tag;
  return (
    <span className="heard-tag-table__definition" dir="auto">
      {definition}
      {includeNote !== "" && (
        <>
          {"\n"}
          <b>Include: </b>
          {includeNote}
        </>
      )}
      {excludeNote !== "" && (
        <>
          {"\n"}
          <b>Leave out: </b>
          {excludeNote}
        </>
      )}
    </span>
  );
}

type CountCellProps = {
  tag: ListedTag;
  count: number;
  own: number | undefined;
  units: [one: string, many: string];
};

function CountCell({ tag, count, own, units: [one, many] }: CountCellProps) {
  return (
    <td role="cell" className="heard-tag-table__count">
      {count > 0 ? (
        <a className="govuk-link" href={tag.href}>
          {number.format(count)}
          <span className="govuk-visually-hidden">
            {" "}
            {many} tagged {tag.name}
          </span>
        </a>
      ) : (
        0
      )}
      <span className="heard-tag-table__unit" aria-hidden="true">
        {count === 1 ? ` ${one}` : ` ${many}`}
      </span>
      {own !== undefined && own !== count && (
        <span className="heard-tag-table__own">
          {own === 0 ? "none" : number.format(own)} its own
        </span>
      )}
    </td>
  );
}
