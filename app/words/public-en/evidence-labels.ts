/** Labels, and a few words on what each means. */
type Labelled = Record<string, { label: string; hint?: string }>;

const kinds = {
  "journal-article": { label: "An article in a journal" },
  report: {
    label: "A report",
    hint: "From a government, a charity, a company or anybody else",
  },
  evaluation: {
    label: "An evaluation of a service or programme",
    hint: "Your own counts, whether or not it was published",
  },
  guidance: { label: "Guidance or a standard" },
  book: { label: "A book or a chapter" },
  thesis: { label: "A thesis or dissertation" },
  conference: { label: "A talk or paper at a conference" },
  preprint: {
    label: "A preprint",
    hint: "Not yet looked over by other researchers",
  },
  dataset: { label: "Data or statistics" },
  "web-page": { label: "A web page" },
  other: { label: "Something else" },
} satisfies Labelled;

const designs = {
  "systematic-review": {
    label: "Systematic review",
    hint: "Looks for all studies on a question and sums them up",
  },
  "randomised-trial": {
    label: "Randomised trial",
    hint: "Chance decides who gets what is tested",
  },
  controlled: {
    label: "Comparison of groups without chance",
    hint: "Some get it and some do not, for other reasons",
  },
  "before-after": {
    label: "Before and after, or a series over time",
    hint: "The same people or places, measured more than once",
  },
  cohort: {
    label: "Cohort study",
    hint: "Follows a group of people for a time",
  },
  "case-control": {
    label: "Case-control study",
    hint: "Compares people with an outcome to people without it",
  },
  "cross-sectional": {
    label: "Survey at one time",
    hint: "A questionnaire or count, made once",
  },
  qualitative: {
    label: "Qualitative study",
    hint: "Interviews, groups or observation, in words",
  },
  "mixed-methods": {
    label: "Mixed methods",
    hint: "Numbers and words together",
  },
  economic: {
    label: "Economic evaluation",
    hint: "Costs set against what comes of them",
  },
  "service-evaluation": {
    label: "Service evaluation or audit",
    hint: "How one service did, by its own records",
  },
  "case-study": {
    label: "Case study",
    hint: "One or a few people, places or services",
  },
  modelling: {
    label: "Modelling",
    hint: "Works out what would happen",
  },
  consensus: {
    label: "Consensus or guideline",
    hint: "What experts have agreed on",
  },
  "not-a-study": {
    label: "Not a study",
    hint: "An opinion, an account, a law, a policy",
  },
  "not-known": { label: "I do not know" },
} satisfies Labelled;

const strengths = {
  strong: {
    label: "Strong",
    hint: "Further studies are unlikely to change it",
  },
  moderate: {
    label: "Moderate",
    hint: "Further studies may change it",
  },
  limited: {
    label: "Limited",
    hint: "Further studies are likely to change it",
  },
  "very-limited": {
    label: "Very limited",
    hint: "It points somewhere, and no more",
  },
  "not-known": { label: "I do not know" },
} satisfies Labelled;

/** Before each part of an item in the text that is frozen. */
const parts = {
  kind: "Kind",
  design: "Study design",
  population: "Who was studied",
  setting: "Setting",
  found: "What was found",
  strength: "How strong, in the sender's view",
  funder: "Funder",
  interests: "Interests",
  topics: "Speaks to",
  abstract: "Abstract",
};

/** What the stated lists of evidence say to people, and stand with in the text that is frozen. */
export const evidenceLabels = { parts, kinds, designs, strengths };
