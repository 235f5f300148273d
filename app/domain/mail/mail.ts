/** What mail is sent for. A word for each is in the screens of the review side. */
export type MailKind = "resume-code" | StaffMailKind;

/** Those to people of the team, which an admin may read while there is no mail server. */
export const staffMailKinds = [
  "invitation",
  "password-reset",
  "second-step-off",
  "provider-link",
  "safeguarding",
  "handed-over",
  "call",
] as const;
export type StaffMailKind = (typeof staffMailKinds)[number];

/** One message to one person, in plain text. */
export type Letter = { to: string; subject: string; text: string };

/** A mail that waits, or that was refused not long ago, as staff see it: never what it says. */
export type WaitingMail = {
  id: string;
  kind: string;
  maskedTo: string;
  createdAt: string;
  wasRefused: boolean;
};

/** A mail to somebody of the team that waits where no mail server is set, with all that it says. */
export type OutboxLetter = Letter & { id: string; createdAt: string };

/** For how long staff see that a mail was refused. */
export const refusedMailDays = 7;

/**
 * As much of an address as tells two of them apart for whoever looks after the
 * mail, and does not say whose it is: "w…@e….org".
 */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf("@");
  const [local, host] = [address.slice(0, at), address.slice(at + 1)];
  const first = (text: string) => Array.from(text)[0] ?? "";
  return `${first(local)}…@${first(host)}….${host.split(".").at(-1) ?? ""}`;
}
