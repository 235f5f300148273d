const counted = new Intl.NumberFormat("en-GB");

function records(count: number): string {
  return count === 1 ? "1 record" : `${counted.format(count)} records`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}

type ListLimits = { records: number; bytes: number; items: number };

/** Pieces of evidence: the list, one by hand, and many at once. */
export const evidenceWords = {
  evidence: {
    count: (count: number) =>
      count === 1 ? "1 item added" : `${counted.format(count)} items added`,
    none: "You have not added anything yet.",
    addOne: "Add one by hand",
    addAnother: "Add another by hand",
    addList: "Paste or upload a list of references",
    change: "Change",
    remove: "Remove",
    untitled: "No title",
    notGiven: (parts: string[]) => `Not given: ${parts.join(", ")}`,
    parts: {
      title: "title",
      authors: "authors",
      year: "year",
      design: "study design",
      found: "what was found",
    },
    sameAs: (title: string) => `Looks like the same as: ${title}`,
    file: (name: string) => `File: ${name}`,
    takeAway: "Download this list:",
    formats: { ris: "RIS", bibtex: "BibTeX", "csl-json": "CSL-JSON" },
    full: (items: number) =>
      `There is no room for more: one answer holds up to ${counted.format(items)} items`,
    kindHeading: "What is it?",
    kindHint: "A service’s own evaluation is as welcome as a published paper.",
    selectKind: "Select what it is",
    addHeading: "Add a piece of evidence",
    changeHeading: "Change this item",
    formLead:
      "Only a title is needed. Whatever else you know helps the people who read it.",
    aboutHeading: "What it found, and how",
    backToList: "Back to your list",
    save: "Save and go back to the list",
    fields: {
      kind: "What it is",
      title: "Title",
      titleHint: "If it has none, say in a few words what it is.",
      authors: "Authors",
      authorsHint:
        "One to a line, family name first: Ferreira, Ana. An organisation as it calls itself.",
      year: "Year",
      yearHint: "For example, 2021",
      "container-title": "Where it appeared",
      "container-titleHint": "The journal, book or conference",
      publisher: "Who published it",
      DOI: "DOI",
      DOIHint:
        "For example, 10.1000/xyz123. It is on the first page of most papers.",
      URL: "Web address",
      URLHint: "Starting with https://",
      ORCID: "ORCID iD of an author",
      ORCIDHint: "16 digits, for example 0000-0002-1825-0097",
      design: "What kind of study is it?",
      population: "Who was studied?",
      populationHint:
        "For example, 240 foster carers, or children aged 5 to 11",
      setting: "Where and when?",
      found: "What was found?",
      foundHint: "A few sentences in plain words",
      strength: "How strong do you think this evidence is?",
      funder: "Who paid for it?",
      interests: "Does anybody have an interest in what it says?",
      interestsHint:
        "For example, an author works for the service, or you are an author",
      topics: "Which questions does it speak to?",
      fileId: "Which of your files is it?",
    },
    problems: {
      "title-missing": "Enter a title, or say in a few words what it is",
      year: "Enter the year as four digits, like 2021, or leave it empty",
      DOI: "Enter a DOI that starts with 10., like 10.1000/xyz123, or leave it empty",
      URL: "Enter a web address that starts with https://, or leave it empty",
      ORCID:
        "Check the ORCID iD: it has 16 digits, and these do not belong together. You can leave it empty",
      tooLong: (maxCharacters: number) =>
        `This must be ${counted.format(maxCharacters)} characters or less`,
    },
    savedElsewhere:
      "You have changed this item in another tab or window. Nothing has been overwritten. Choose what to keep.",
    removedElsewhere:
      "You have removed this item in another tab or window. What you typed is below: save it to add the item again, or go back to the list.",
    keepTyped: "Keep what is in the boxes",
    keepSaved: "Keep what is saved",
    saving: "What you write here is saved when you press the button.",
    keeping: {
      keeping:
        "While you type, we keep your words in this browser. They are saved on our server when you press the button.",
      off: "We do not keep what you type. It is saved when you press the button.",
      noRoom:
        "This browser has no room to keep what you type. Press the button to save it.",
    },
    removeHeading: "Remove this item?",
    removeLead: "It is taken out of your list. Nothing else changes.",
    removeConfirm: "Remove it",
    removeKeep: "Keep it",
    listHeading: "Paste or upload a list of references",
    listLead:
      "Most reference managers and databases can export one: RIS, BibTeX, CSL-JSON, or PubMed’s own format.",
    listLimits: ({ records: most, bytes, items }: ListLimits) =>
      `Up to ${records(most)} and ${megabytes(bytes)} at a time, and ${counted.format(items)} items in all.`,
    paste: "Paste the list",
    pasteHint: "The whole text of the export, as it is",
    upload: "Or choose a file",
    uploadHint: "Ending in .ris, .nbib, .bib, .json or .txt",
    read: "Read the list",
    nothingSent: "Paste a list or choose a file",
    textCut:
      "The text you pasted is longer than we can take in a box, so nothing of it was added. Save it as a file and choose that, or paste less at a time.",
    refusals: {
      empty: "There is nothing in it. Paste the whole text of the export",
      "unknown-format":
        "This is not a list that we can read. Export it again as RIS, BibTeX, CSL-JSON or PubMed, or add items by hand",
      "too-many-bytes": ({ bytes }: ListLimits) =>
        `This list is larger than ${megabytes(bytes)}. Send it in parts`,
      "too-many-lines":
        "This list has more lines than we can read at a time. Send it in parts",
      "too-many-records": ({ records: most }: ListLimits) =>
        `This list has more than ${records(most)}. Nothing of it was added. Choose the ones that matter most, or send it in parts`,
      "no-time":
        "Reading this list took too long, so nothing of it was added. Send it in parts",
      busy: "Many lists are being read at the moment, so yours was not. Wait a minute, then press the button again",
      "not-received":
        "The file did not reach us. Choose it again, or paste its text",
    },
    resultHeading: (read: number, seen: number) =>
      `${counted.format(read)} of ${counted.format(seen)} ${read === 1 ? "was" : "were"} read`,
    resultAdded: (count: number): string =>
      count === 1
        ? "It is in your list now."
        : "They are in your list now. You can remove each of them.",
    nothingRead: "There is no reference in this list.",
    brokenHeading: "Not read",
    brokenLead:
      "Nothing was added of these. Put them right in your reference manager or in the box below and read the list again: what is in your list already is not added twice. Or add them by hand.",
    leftOutHeading: "Read, but there was no room",
    remarksHeading: "Look at these",
    line: (line: number) => `Line ${counted.format(line)}`,
    broken: {
      "not-closed": "It stops before its end",
      "not-readable":
        "A comma, bracket or quotation mark is missing or too many",
      "not-a-record": "It is not a reference",
      "too-long": "It is longer than any reference",
    },
    remarks: {
      "outside-record": "This line belongs to no reference and was left out",
      "no-beginning": "The beginning of this reference is missing",
      "no-end": "The end of this reference is missing",
      "no-title": "This reference has no title",
      "year-not-read": "Its date has no year that we can read",
      cut: "Part of it was too long and was shortened",
    },
    moreRemarks: (count: number) => `And ${counted.format(count)} more.`,
    goOn: "Go to your list",
  },
};
