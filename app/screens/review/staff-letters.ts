import { invitationDays, resetMinutes } from "#app/domain/team/team.ts";

/*
 * Mails to people of the team. A subject is seen in a list of messages over
 * somebody's shoulder: it names neither the review nor what it is about. No
 * address in them has a code in it.
 */

type Place = { reviewName: string; at: string };
type Written = { subject: string; text: string };

export function invitationLetter(
  code: string,
  { reviewName, at }: Place,
): Written {
  return {
    subject: "Your invitation to a review team",
    text: `Hello,

you are asked to join the team of ${reviewName} on Heard, where it reads what people have sent.

Open this page:
${at}

and enter this code there, with your name and a password of your own:

${code}

The code can be used once, within ${invitationDays} days. Give it to nobody else. If you did not expect this, you need not do anything.
`,
  };
}

export function secondStepOffLetter({
  reviewName,
  name,
}: Omit<Place, "at"> & { name: string }): Written {
  return {
    subject: "A change to your account",
    text: `Hello ${name},

an admin of the team of ${reviewName} has taken your second step off, and you are signed out. When you sign in with your password you set up another.

If you did not ask for this, tell an admin at once: somebody may have your password.
`,
  };
}

type LinkLetter = Omit<Place, "at"> & { name: string; provider: string };

export function providerLinkedLetter({
  reviewName,
  name,
  provider,
}: LinkLetter): Written {
  return {
    subject: "A change to your account",
    text: `Hello ${name},

your account on the team of ${reviewName} was linked to an account with ${provider}: somebody signed in there who has your email address. From now on only that account there opens yours, whatever its address, and your password does as before.

If it was not you, tell an admin at once: they can unlink it.
`,
  };
}

export function providerUnlinkedLetter({
  reviewName,
  name,
  provider,
}: LinkLetter): Written {
  return {
    subject: "A change to your account",
    text: `Hello ${name},

an admin of the team of ${reviewName} has unlinked your account from the one that you had with ${provider}, and you are signed out. It is linked anew when you next sign in there.

If you did not ask for this, tell an admin.
`,
  };
}

export function resetLetter(
  code: string,
  { reviewName, at, name }: Place & { name: string },
): Written {
  return {
    subject: "The code for another password",
    text: `Hello ${name},

with this code you can set another password for the team of ${reviewName}. Open this page:
${at}

and enter this code there:

${code}

It can be used once, within ${resetMinutes} minutes. Until then your password stays as it is. If you did not ask for it, tell an admin of your team.
`,
  };
}
