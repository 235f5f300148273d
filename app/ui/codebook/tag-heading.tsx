import type { ReactNode } from "react";
import { StatusTag } from "../page-parts.tsx";
import { Swatch } from "./swatch.tsx";

export type HeadedTag = {
  name: string;
  tint: string | null;
  definition: string;
  includeNote: string;
  excludeNote: string;
  isRetired: boolean;
  parent: { name: string; href: string } | undefined;
};

/** A tag with what it means; below it whatever leads on. */
export function TagHeading({
  tag,
  children,
}: {
  tag: HeadedTag;
  children?: ReactNode;
}) {
  return (
    <header className="heard-tag-heading">
      {tag.parent && (
        <span className="govuk-caption-l">
          Part of{" "}
          <a className="govuk-link" href={tag.parent.href}>
            {tag.parent.name}
          </a>
        </span>
      )}
      <h1 className="govuk-heading-l" dir="auto">
        <Swatch tint={tag.tint} /> {tag.name}{" "}
        {tag.isRetired && <StatusTag colour="grey">Retired</StatusTag>}
      </h1>
      <TagMeaning tag={tag} />
      {children}
    </header>
  );
}

function TagMeaning({ tag }: { tag: HeadedTag }) {
  const { definition, includeNote, excludeNote } = tag;
  return (
    <div className="heard-tag-heading__meaning" dir="auto">
      <p>{definition || "What it means is not written down yet."}</p>
      {includeNote !== "" && (
        <p>
          <b>Include: </b>
          {includeNote}
        </p>
      )}
      {excludeNote !== "" && (
        <p>
          <b>Leave out: </b>
          {excludeNote}
        </p>
      )}
    </div>
  );
}
