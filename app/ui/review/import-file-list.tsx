import { StatusTag, type TagColour } from "../page-parts.tsx";

export type ImportFileLine = {
  importFileId: number;
  name: string;
  href: string;
  callName: string;
  rows: string;
  uploaded: string;
  state: { label: string; colour?: TagColour };
};

/** Tables that were uploaded, the newest first. */
export function ImportFileList({ files }: { files: ImportFileLine[] }) {
  if (files.length === 0)
    return <p className="govuk-body">No file was uploaded yet.</p>;
  return (
    <ul className="govuk-list heard-imports">
      {files.map((file) => (
        <li className="heard-imports__file" key={file.importFileId}>
          <p className="heard-imports__name">
            <a className="govuk-link" href={file.href}>
              <bdi>{file.name}</bdi>
            </a>{" "}
            <StatusTag {...file.state}>{file.state.label}</StatusTag>
          </p>
          <p className="heard-imports__facts">
            {file.rows} for <bdi>{file.callName}</bdi>, uploaded {file.uploaded}
          </p>
        </li>
      ))}
    </ul>
  );
}
