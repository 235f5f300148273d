export type ListedAttachment = {
  publicId: string;
  name: string;
  /** Kind and size in words: "PDF, 1.2 MB". */
  facts: string;
  /** What its sender says that it is. */
  about?: string;
  /** Where it is taken back, after it was sent. */
  takeBack?: { to: string; label: string } | undefined;
};

type Row = {
  /** With it, each file has a button that sends `name=value:publicId` with the form around it. */
  remove?: { name: string; value: string; label: string };
  /** With it, each file has a line for what its sender says that it is. */
  say?: {
    label: string;
    nameOf: (publicId: string) => string;
    maxLength: number;
  };
};

/** The files that are safely with us. */
export function AttachmentsList({
  attachments,
  ...row
}: Row & { attachments: ListedAttachment[] }) {
  return (
    <ul className="govuk-list heard-attachments">
      {attachments.map((attachment) => (
        <li className="heard-attachment" key={attachment.publicId}>
          <Attachment attachment={attachment} {...row} />
        </li>
      ))}
    </ul>
  );
}

function Attachment({
  attachment,
  remove,
  say,
}: Row & { attachment: ListedAttachment }) {
  const { publicId, name, about, takeBack } = attachment;
  const ofFile = <span className="govuk-visually-hidden"> {name}</span>;
  return (
    <>
      <span className="heard-attachment__name">
        {/* A name may mix directions: it must not turn the words around it. */}
        <bdi translate="no">{name}</bdi>
        <span className="heard-attachment__facts">{attachment.facts}</span>
        {!say && about && (
          <span className="heard-attachment__about" dir="auto">
            {about}
          </span>
        )}
      </span>
      {takeBack && (
        <a className="govuk-link" href={takeBack.to}>
          {takeBack.label}
          {ofFile}
        </a>
      )}
      {remove && (
        <button
          type="submit"
          className="heard-link-button"
          name={remove.name}
          value={`${remove.value}:${publicId}`}
        >
          {remove.label}
          {ofFile}
        </button>
      )}
      {say && (
        <label className="heard-attachment__say">
          {say.label}
          {ofFile}
          <input
            className="govuk-input"
            name={say.nameOf(publicId)}
            defaultValue={about}
            maxLength={say.maxLength}
            dir="auto"
          />
        </label>
      )}
    </>
  );
}
