/** The first message of each field of a form that did not parse, by the field's name. */
export function firstErrors(submission: {
  status?: unknown;
  error?: Record<string, string[] | null> | null;
}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(submission.error ?? {}).flatMap(([field, messages]) =>
      messages?.[0] ? [[field, messages[0]]] : [],
    ),
  );
}

/** A text field as it was sent, for giving a refused form back as it was. */
export function sentText(fields: FormData, name: string): string {
  const sent = fields.get(name);
  return typeof sent === "string" ? sent : "";
}
