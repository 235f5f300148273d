import type { ReactNode } from "react";
import { StatusTag, type TagColour } from "../page-parts.tsx";

export type ListedFile = {
  publicId: string;
  name: string;
  typeLabel: string;
  /** "1.2 MB" */
  size: string;
  questionLabel: string;
  scan: { words: string; colour: TagColour };
  /** What became of its text, in words. */
  extraction: string;
  /** What a reader should know of it: "Contains JavaScript". */
  flags: string[];
  /** Undefined where the file is not to be had. */
  downloadHref: string | undefined;
};

type FileEntryProps = {
  file: ListedFile;
  /** The text taken out of it; undefined where there is none. */
  children?: ReactNode;
};

/** One file of a response: what it is, whether it is safe, and its text. */
export function FileEntry({ file, children }: FileEntryProps) {
  const { name, typeLabel, size, scan, flags, downloadHref } = file;
  return (
    <li className="heard-file">
      <h3 className="heard-file__name">
        {downloadHref ? (
          <a className="govuk-link" href={downloadHref} download>
            <bdi>{name}</bdi>
          </a>
        ) : (
          <bdi>{name}</bdi>
        )}
      </h3>
      <p className="heard-file__facts">
        {typeLabel}, {size}{" "}
        <StatusTag colour={scan.colour}>{scan.words}</StatusTag>
      </p>
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
      {children ?? <p className="heard-file__facts">{file.extraction}</p>}
    </li>
  );
}
