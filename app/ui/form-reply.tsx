import { ErrorSummary } from "./error-summary.tsx";

/** A form that came back: what was sent in it, and the message of each field that has one. */
export type FormReply = {
  sent: Record<string, string | string[]>;
  /** In the order of the fields; what is about the whole form stands under "". */
  errors: Record<string, string>;
};

/** What was typed before and not saved, as a form that nobody has anything against. */
export function asKept(sent: FormReply["sent"] | undefined): Reply {
  return sent && { sent, errors: {} };
}

type Reply = FormReply | undefined;

/** A field's text as it was sent, also where it was sent empty; where no form came back, what is stored. */
export function sentText(reply: Reply, name: string, stored = ""): string {
  if (!reply) return stored;
  return sentList(reply, name)[0] ?? "";
}

/** Everything that was sent under a name. */
export function sentList(reply: Reply, name: string): string[] {
  const sent = reply?.sent[name] ?? [];
  return typeof sent === "string" ? [sent] : sent;
}

/** What a field of a form takes from the form that came back. */
export function fieldProps(reply: Reply, name: string, stored?: string) {
  return {
    name,
    defaultValue: sentText(reply, name, stored),
    error: reply?.errors[name],
  };
}

/** The summary of what a form came back with. */
export function FormErrors({
  reply,
  heading = "There is a problem",
}: {
  reply: Reply;
  heading?: string;
}) {
  const errors = Object.entries(reply?.errors ?? {}).map(([name, message]) => ({
    // An entry of a list, "tagIds[3]", is shown at the list's field.
    fieldId: name.split(/[.[]/, 1)[0] || undefined,
    message,
  }));
  return <ErrorSummary heading={heading} errors={errors} />;
}
