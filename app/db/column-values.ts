/*
 * The words that may stand in a column, each list once: the schema's types are
 * made of it, the areas that own the columns hand it on, and a test holds it
 * against the CHECK.
 */

/** The states of a call. `closing-announced` is open with its closing time told. */
export const callStates = [
  "draft",
  "open",
  "closing-announced",
  "closed-late-accepted",
  "closed",
  "archived",
] as const;
export type CallState = (typeof callStates)[number];

/** What somebody of the team is told of a call by mail. */
export const callTellingKinds = [
  "opening-asked",
  "opening-approved",
  "opening-returned",
  "opening-fell",
  "change-asked",
  "change-approved",
  "change-published",
  "change-returned",
  "change-fell",
  "publishing-cancelled",
  "published-alone",
] as const;
export type CallTellingKind = (typeof callTellingKinds)[number];

/** The parts that a call's definition is changed in. */
export const definitionPartKinds = [
  "about",
  "page",
  "condition",
  "section",
  "equality",
] as const;
export type DefinitionPartKind = (typeof definitionPartKinds)[number];

/** The pages that a review writes of itself: those that every review has a place for, and its own. */
export const ownPageKinds = [
  "about",
  "who",
  "timetable",
  "help",
  "faqs",
  "privacy",
  "accessibility",
  "free",
] as const;
export type OwnPageKind = (typeof ownPageKinds)[number];

/** Of drafts and responses. No CHECK holds it, so that a language is added without a migration. */
export const languages = ["en", "cy"] as const;
export type Language = (typeof languages)[number];

/** Where a response stands; which state may follow which is triage's to say. */
export const responseStates = [
  "received",
  "in-triage",
  "triaged",
  "needs-second-look",
  "out-of-scope",
  "spam",
  "withdrawn",
] as const;
export type ResponseState = (typeof responseStates)[number];

/** Why somebody does not read a response. */
export const skipReasons = [
  "conflict-of-interest",
  "language",
  "not-for-me",
] as const;
export type SkipReason = (typeof skipReasons)[number];

/** Where what was held back stands. */
export const heldBackStandings = ["waiting", "let-in", "kept-out"] as const;
export type HeldBackStanding = (typeof heldBackStandings)[number];

/** In which order a list of responses can stand. */
export const queueSorts = [
  "oldest",
  "newest",
  "longest",
  "shortest",
  "waiting",
  "recorded",
  "due",
] as const;
export type QueueSort = (typeof queueSorts)[number];

/** How a response came in. */
export const responseChannels = [
  "web",
  "import",
  "letter",
  "email",
  "phone",
  "meeting",
] as const;
export type ResponseChannel = (typeof responseChannels)[number];

export const scanStates = [
  "waiting",
  "clean",
  "infected",
  "not-scanned",
] as const;
export type ScanState = (typeof scanStates)[number];

export const extractionStates = [
  "waiting",
  "done",
  "no-text",
  "failed",
] as const;
export type ExtractionState = (typeof extractionStates)[number];

/** Of the copy of a file that others may see; without a row it is not made yet. */
export const copyStates = [
  "made",
  "not-needed",
  "failed",
  "not-available",
] as const;
export type CopyState = (typeof copyStates)[number];

/** Only the rows of one that is `done` are seen. */
export const importStates = ["arriving", "done", "undoing", "undone"] as const;
export type ImportState = (typeof importStates)[number];

/** Where a table that somebody uploaded stands. */
export const importFileStates = [
  "uploaded",
  "checking",
  "checked",
  "importing",
  "imported",
  "undoing",
  "undone",
] as const;
export type ImportFileState = (typeof importFileStates)[number];

export const jobStates = ["waiting", "running", "done", "failed"] as const;
export type JobState = (typeof jobStates)[number];

export const moveSides = ["source", "target"] as const;
export type MoveSide = (typeof moveSides)[number];

export const staffRoles = ["admin", "lead", "reviewer"] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Who did what an event tells of. */
export const actorKinds = ["system", "respondent", "staff"] as const;
export type ActorKind = (typeof actorKinds)[number];

/** What an event is about. */
export const subjectKinds = [
  "call",
  "draft",
  "response",
  "attachment",
  "tag",
  "staff",
  "import",
] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** Of what somebody was worried when a response was flagged. */
export const safeguardingKinds = [
  "child",
  "adult",
  "self-harm",
  "threat",
  "other",
] as const;
export type SafeguardingKind = (typeof safeguardingKinds)[number];

/** What comes of a case. */
export const caseOutcomes = [
  "passed-on",
  "no-further-step",
  "not-safeguarding",
] as const;
export type CaseOutcome = (typeof caseOutcomes)[number];

/** What becomes of the response when its case is closed. */
export const caseEndings = ["release", "hold"] as const;
export type CaseEnding = (typeof caseEndings)[number];

export const caseAnswers = ["agreed", "sent-back"] as const;
export type CaseAnswer = (typeof caseAnswers)[number];

/** How something was passed on. */
export const passingWays = [
  "phone",
  "email",
  "in-person",
  "form",
  "other",
] as const;
export type PassingWay = (typeof passingWays)[number];

/** What can be done to the codebook. */
export const codebookChangeKinds = [
  "defined",
  "redefined",
  "moved",
  "merged",
  "split",
  "recoded",
  "retired",
  "unretired",
  "imported",
  "undone",
] as const;
export type CodebookChangeKind = (typeof codebookChangeKinds)[number];

/** Why words must not leave the review. */
export const redactionReasons = [
  "name",
  "phone",
  "email",
  "address",
  "postcode",
  "nhs-number",
  "ni-number",
  "place",
  "third-person",
  "other",
] as const;
export type RedactionReason = (typeof redactionReasons)[number];

export const redactionStates = [
  "proposed",
  "approved",
  "refused",
  "taken-back",
] as const;
export type RedactionState = (typeof redactionStates)[number];

/** How an email came as a file. */
export const receivedEmailFormats = ["eml", "msg"] as const;
export type ReceivedEmailFormat = (typeof receivedEmailFormats)[number];

export const receivedEmailStates = [
  "arriving",
  "waiting",
  "left-out",
  "entered",
] as const;
export type ReceivedEmailState = (typeof receivedEmailStates)[number];

/** Why an email was not taken in. */
export const leavingOutReasons = [
  "not-an-answer",
  "twice",
  "automatic",
  "other",
] as const;
export type LeavingOutReason = (typeof leavingOutReasons)[number];
