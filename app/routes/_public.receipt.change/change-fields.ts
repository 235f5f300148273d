/** The form's own fields, beside those of its question. */
export const changeFields = {
  /** Of the response that the form was shown with. */
  version: "version",
  /** The ids of the answers of which it was read that they are left out. */
  leavesOut: "leaves-out",
} as const;

/** The answers of which a form says that it was read that they are left out. */
export function readLeftOut(fields: FormData): string[] {
  const sent = fields.get(changeFields.leavesOut);
  return typeof sent === "string" ? sent.split(" ") : [];
}
