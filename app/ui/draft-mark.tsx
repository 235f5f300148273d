export const draftMarkField = "draft";
export const atRiskField = "at-risk";

/** Says which draft or receipt a form was shown with, where a browser can have had several. */
export function DraftMark({ publicId }: { publicId: string }) {
  return <input type="hidden" name={draftMarkField} value={publicId} />;
}

export const trapField = "further-remark";

/**
 * A field that no person sees, for programs that fill in whatever there is. No
 * name that a browser or a password manager knows, which would fill it in for an
 * honest sender; it says what it is for where the style sheet did not come.
 */
export function Trap({ label }: { label: string }) {
  return (
    <p className="heard-trap" aria-hidden="true">
      <label htmlFor={trapField}>{label}</label>
      <input
        type="text"
        id={trapField}
        name={trapField}
        tabIndex={-1}
        autoComplete="off"
      />
    </p>
  );
}
