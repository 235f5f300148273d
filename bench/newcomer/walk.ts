import type { Person } from "./person.ts";

type Account = { email: string; password: string };

async function signIn(person: Person, { email, password }: Account) {
  await person.open("/review");
  await person.type("Email address", email);
  await person.type("Password", password);
  await person.press("Sign in");
}

const matters = [
  "Where evidence is robust",
  "Where there are gaps or conflicting views",
  "Where it supports a change in practice",
  "What has been overlooked",
];

/** The brief's Call for Evidence, by somebody of the secretariat who has not seen Heard. */
export async function makeCall(person: Person, account: Account) {
  person.begin("signs in and makes the call");
  await signIn(person, account);
  await person.unfold("More");
  await person.follow("Calls");
  await person.follow("Make a new call");
  await person.choose(/^Call for Evidence/);
  await person.type("What the call is called", "Call for Evidence");
  await person.press("Make the call");

  person.begin("writes what it says of itself");
  await person.follow("Make the words and questions your own");
  await person.follow("Change the title and what the call says of itself");
  await person.type(
    "Summary",
    "Send us research, evaluations and data on how children can grow up in loving, stable and safe families, or in care that gives them the same.",
  );
  await person.type(
    "What it is for",
    "The review has one big question: how can every child grow up in a loving, stable and safe family and, where that is not possible, in care that gives the same foundations? We are looking for evidence that bears on it: where evidence is robust, where there are gaps or conflicting views, where it supports a change in practice, and what has been overlooked.",
  );
  await person.type(
    "Who may answer",
    "Anyone who has evidence: researchers, and services that have been evaluated, above all.",
  );
  await person.press("Save");

  person.begin("asks what the evidence bears on");
  await person.follow("Add a page");
  await person.type("What the page is about", "What your evidence bears on");
  await person.press("Add the page");
  await person.follow("Add a question");
  await person.follow("Choose any number of options");
  await person.type("Question", "What does your evidence tell us about?");
  for (const [at, matter] of matters.entries())
    await person.typeNamed("optionLabel", matter, at);
  await person.choose(/^Must be answered/);
  await person.choose(/^The review may publish it/);
  await person.press("Add the question");
  await person.follow("Words and questions");
  await person.type("Place of the page “What your evidence bears on”", "3");
  await person.press("Save the order");

  person.begin("gives pieces of evidence the same topics");
  await person.follow("Which papers, reports or evaluations should we read?");
  await person.follow("Which papers, reports or evaluations should we read?");
  for (const [at, matter] of matters.entries())
    await person.typeNamed("optionLabel", matter, at);
  await person.press("Save the question");
  await person.follow("The page");
  await person.follow("Words and questions");

  person.begin("publishes it and asks a colleague");
  await person.follow("Look at what changes");
  await person.loadUntil("Publish");
  await person.press("Publish");
  await person.follow("Call for Evidence");
  await person.follow("Ask a colleague to open it");
  await person.choose(/^As soon/);
  await person.press("Show what the public will see");
  await person.press("Ask a colleague to approve this");
}

/** The colleague, who has not seen Heard either. */
export async function approveCall(person: Person, account: Account) {
  person.begin("a colleague looks and approves");
  await signIn(person, account);
  await person.unfold("More");
  await person.follow("Calls");
  await person.follow("Look at the call as the public will see it");
  await person.press("Approve the opening");
}

/** A researcher, with a paper and what they found. */
export async function answerCall(person: Person) {
  person.begin("a researcher reads the call");
  await person.open("/");
  await person.follow("Call for Evidence");
  await person.follow("Start now");

  person.begin("answers its questions");
  await person.type("Full name", "Ines Marlow");
  await person.type("Email address", "ines@university.example");
  await person.press("Continue");
  await person.choose(/^Researcher/);
  await person.press("Continue");
  await person.choose(/^Where evidence is robust/);
  await person.press("Continue");
  await person.type(
    "What does the evidence show?",
    "We followed two hundred families who were offered a family group conference before care proceedings, and two hundred who were not. After a year fewer children were in care, and more lived with kin. The groups were matched and not drawn by lot, so we are fairly and not wholly sure.",
  );
  await person.press("Continue");
  await person.pick(
    "What kind of study is it?",
    "Comparison group, not randomised",
  );
  await person.press("Continue");

  person.begin("adds a piece of evidence and a file");
  await person.add(/^Add/);
  await person.choose(/^A report/);
  await person.press("Continue");
  await person.typeNamed("title", "Family group conferences", 0);
  await person.submit();
  await person.press("Continue");
  await person.attach("Add the papers, reports or data", "conferences.txt");
  await person.press("Continue");

  person.begin("consents, checks and sends");
  await person.choose(/^Yes, without any name/);
  await person.press("Continue");
  await person.press("Send your evidence");
  await person.expectWords("reference");
}
