export const draftMarkField = "draft";

/** Says which draft or receipt a form was shown with, where a browser can have had several. */
export function DraftMark({ publicId }: { publicId: string }) {
  return <input type="hidden" name={draftMarkField} value={publicId} />;
}
