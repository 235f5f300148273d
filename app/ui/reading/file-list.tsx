import type { ReactNode } from "react";
import { StatusTag, type TagColour } from "../page-parts.tsx";

export type ListedFile = {
  publicId: string;
  name: string;
  typeLabel: string;
  /** "1.2 MB" */
  size: string;
  questionLabel: string;
  /** What its sender says that it is; empty where they do not. */
  about: string;
  scan: { words: string; colour: TagColour };
  /** What became of its text, in words; tagged where there is none. */
  extraction: { tag?: string; words: string };
  /** What a reader should know of it: "Contains JavaScript". */
  flags: string[];
  /** Whether and why it is kept from others, where two people say so or somebody proposed it. */
  withheld: string | undefined;
  /** Undefined where the file is not to be had. */
  downloadHref: string | undefined;
  /** The copy without hidden data, or a word on why there is none. */
  copy: { href?: string; words: string } | undefined;
};

type FileEntryProps = {
  file: ListedFile;
  /** The text taken out of it; undefined where there is none. */
  children?: ReactNode;
};

/** One file of a response: what it is, whether it is safe, and its text. */
export function FileEntry({ file, children }: FileEntryProps) {
  const { name, typeLabel, size, scan, flags } = file;
  const opens = file.copy?.href ?? file.downloadHref;
  return (
    <li className="heard-file">
      <h3 className="heard-file__name">
        {opens ? (
          <a className="govuk-link" href={opens} download>
            <bdi>{name}</bdi>
          </a>
        ) : (
          <bdi>{name}</bdi>
        )}
      </h3>
      {file.withheld && (
        <p className="heard-file__facts">
          <StatusTag colour="grey">{file.withheld}</StatusTag>
        </p>
      )}
      <p className="heard-file__facts">
        {typeLabel}, {size}{" "}
        <StatusTag colour={scan.colour}>{scan.words}</StatusTag>
      </p>
      {file.about && (
        <p className="heard-file__about" dir="auto">
          {file.about}
        </p>
      )}
      <FileCopyLine {...file} />
      {file.questionLabel && (
        <p className="heard-file__facts">{file.questionLabel}</p>
      )}
      {flags.length > 0 && (
        <ul className="heard-file__flags" aria-label={`About ${name}`}>
          {flags.map((flag) => (
            <li key={flag}>{flag}</li>
          ))}
        </ul>
      )}
      {children ?? <FileTextLine {...file.extraction} />}
    </li>
  );
}

function FileTextLine({ tag, words }: ListedFile["extraction"]) {
  return (
    <p className="heard-file__facts">
      {tag && <StatusTag colour="orange">{tag}</StatusTag>} {words}
    </p>
  );
}

/** Which of the two is opened by the file's name, and the way to the other. */
function FileCopyLine({ copy, downloadHref }: ListedFile) {
  if (!copy) return null;
  if (!copy.href) return <p className="heard-file__facts">{copy.words}</p>;
  return (
    <p className="heard-file__facts">
      Opens the copy without hidden data ({copy.words}).{" "}
      <a className="govuk-link" href={downloadHref} download>
        Open the original
      </a>
      : it may say who made it, where and when, and that you open it is written
      in the history.
    </p>
  );
}
