/** A text field as it was sent; empty where it was not. */
export function sentField(fields: FormData, name: string): string {
  const sent = fields.get(name);
  return typeof sent === "string" ? sent : "";
}
