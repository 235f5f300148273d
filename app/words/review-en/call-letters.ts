/*
 * Mails to those who keep calls. A subject is seen in a list of messages over
 * somebody's shoulder: it names neither the review, nor a call, nor a person.
 */

export type CallLetter = {
  reviewName: string;
  /** Where it is looked at. */
  at: string;
  name: string;
  /** Who did it; undefined where it was nobody of the team. */
  byName: string | undefined;
  /** Of the call. */
  title: string;
  note: string | undefined;
  /** A moment in words. */
  due: string | undefined;
  asksAgain: boolean;
};

type Said = (of: Omit<CallLetter, "byName"> & { who: string }) => string;

const waits = "Something waits for you on Heard";
const decided = "Something that you asked for on Heard was decided";
const changed = "Something that you asked for on Heard has changed";

const quoted = (note: string | undefined) =>
  note ? `, and said:\n\n${note}\n` : ".";

const says = {
  "opening-asked": ({ who, title }) =>
    `${who} asks for a colleague’s approval, so that “${title}” opens. Please look at it:`,
  "opening-approved": ({ who, title, due }) =>
    `${who} approved that “${title}” opens. ${due ? `It opens at ${due}, UK time, by itself.` : "It is open now."} What the public sees is here:`,
  "opening-returned": ({ who, title, note }) =>
    `${who} did not approve that “${title}” opens${quoted(note)} Look at it, and ask again when it is ready:`,
  "opening-fell": ({ who, title }) =>
    `${who} changed the words or the times of “${title}” after you had asked that it be opened, or asked for it in your place. Your request does not stand any more. Look at it as it is now:`,
  "change-asked": ({ who, title, asksAgain }) =>
    `${who} asks for a colleague’s approval of what changes in “${title}”.${asksAgain ? " People who have begun to answer would be asked something again." : ""} Please look at it:`,
  "change-approved": ({ who, title, due }) =>
    `${who} approved what changes in “${title}”. It is published at ${due}, UK time, by itself. The call is here:`,
  "change-published": ({ who, title }) =>
    `${who} approved what changes in “${title}”, and the public sees it now. The call is here:`,
  "change-returned": ({ who, title, note }) =>
    `${who} did not approve what changes in “${title}”${quoted(note)} Nothing that was changed is lost. Look at it, and ask again when it is ready:`,
  "change-fell": ({ who, title }) =>
    `${who} changed “${title}”, or threw its changes away, after a colleague’s approval had been asked for or given. It does not stand any more, and nothing was published. Look at it as it is now:`,
  "publishing-cancelled": ({ who, title }) =>
    `${who} cancelled that what changes in “${title}” is published at a time. It waits for a colleague’s approval again:`,
  "published-alone": ({ who, title }) =>
    `${who} published changes of “${title}” alone, in an emergency: the public sees them, and nobody else has looked. Please look at them now:`,
} satisfies Record<string, Said>;

export type CallLetterKind = keyof typeof says;

const subjects: Record<CallLetterKind, string> = {
  "opening-asked": waits,
  "opening-approved": decided,
  "opening-returned": decided,
  "opening-fell": changed,
  "change-asked": waits,
  "change-approved": decided,
  "change-published": decided,
  "change-returned": decided,
  "change-fell": changed,
  "publishing-cancelled": changed,
  "published-alone": waits,
};

/** What happened about the opening or a change of a call, and where it is looked at. */
export function callLetter(
  kind: CallLetterKind,
  { byName, ...of }: CallLetter,
): { subject: string; text: string } {
  const who = byName ?? "Whoever runs the server";
  return {
    subject: subjects[kind],
    text: `Hello ${of.name},

${says[kind]({ ...of, who })}
${of.at}

You are told because you look after the calls of ${of.reviewName}.
`,
  };
}
