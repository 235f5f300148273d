type Letter = { reviewName: string; at: string; name: string; count: number };

/** How much was handed to somebody and where it is: none of what it says, not even a reference. */
export function handOverLetter({ reviewName, at, name, count }: Letter): {
  subject: string;
  text: string;
} {
  const were =
    count === 1 ? "1 response was handed" : `${count} responses were handed`;
  return {
    subject: "Something was handed to you on Heard",
    text: `Hello ${name},

${were} to you, or to a group that you are in, by colleagues on the team of ${reviewName}. What waits for you is here:
${at}

You can switch these mails off on the page of your account.
`,
  };
}
