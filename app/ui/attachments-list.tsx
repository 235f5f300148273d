export type ListedAttachment = {
  publicId: string;
  name: string;
  /** Kind and size in words: "PDF, 1.2 MB". */
  facts: string;
};

type AttachmentsListProps = {
  attachments: ListedAttachment[];
  /** With it, each file has a button that sends `name=value:publicId` with the form around it. */
  remove?: { name: string; value: string; label: string };
};

/** The files that are safely with us. */
export function AttachmentsList({ attachments, remove }: AttachmentsListProps) {
  return (
    <ul className="govuk-list heard-attachments">
      {attachments.map((attachment) => (
        <li className="heard-attachment" key={attachment.publicId}>
          <span className="heard-attachment__name">
            {/* A name may mix directions: it must not turn the words around it. */}
            <bdi translate="no">{attachment.name}</bdi>
            <span className="heard-attachment__facts">{attachment.facts}</span>
          </span>
          {remove && (
            <button
              type="submit"
              className="heard-link-button"
              name={remove.name}
              value={`${remove.value}:${attachment.publicId}`}
            >
              {remove.label}
              <span className="govuk-visually-hidden"> {attachment.name}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
