/*
 * Mails to those who decide about cases. A subject is seen in a list of messages
 * over somebody's shoulder: it names neither the review nor what it is about.
 */

type Letter = {
  reviewName: string;
  at: string;
  name: string;
  reference: string;
};
type Written = { subject: string; text: string };

/** Told of a case: its reference and where it is, and nothing of what it is about. */
export function caseLetter({
  reviewName,
  at,
  name,
  reference,
}: Letter): Written {
  return {
    subject: "Something waits for you on Heard",
    text: `Hello ${name},

a response to ${reviewName} was flagged for safeguarding: ${reference}. Please take it up:
${at}

You are told because you decide about such cases. Do not forward this mail.
`,
  };
}

export function overdueLetter({
  reviewName,
  at,
  name,
  reference,
}: Letter): Written {
  return {
    subject: "Something still waits for you on Heard",
    text: `Hello ${name},

nobody has yet taken up the response to ${reviewName} that was flagged for safeguarding: ${reference}. The time for it is over. Please take it up:
${at}

You are told because you decide about such cases. Do not forward this mail.
`,
  };
}
