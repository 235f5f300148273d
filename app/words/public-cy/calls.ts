import type * as english from "../public-en/calls.ts";
import { answer, counted, day, minute, question } from "./counting.ts";
import { extendedInWords } from "./extensions.ts";
import { formatTime } from "./times.ts";

type English = typeof english.callWords;
type Facts = Parameters<English["facts"]["questions"]>[0];

const questionsInWords = ({ questionCount, isUpTo }: Facts): string =>
  questionCount === 1
    ? "1 cwestiwn"
    : `${isUpTo ? "Hyd at " : ""}${counted(questionCount, question)}`;

const requiredInWords = ({ questionCount, requiredCount }: Facts): string => {
  if (requiredCount === 0)
    return questionCount === 1
      ? "Gallwch ei adael allan"
      : "Gallwch adael unrhyw un ohonyn nhw allan";
  if (requiredCount === questionCount)
    return questionCount === 1 ? "Mae angen ei ateb" : "Mae angen ateb pob un";
  return `Mae angen ateb ${requiredCount} ohonyn nhw`;
};

const closedAt = (at: string) =>
  `Caeodd yr alwad hon am ${formatTime(at)}, amser y DU.`;

const opening: English["opening"] = (of) => {
  switch (of.kind) {
    case "open":
      return "Ar agor. Nid oes dyddiad cau wedi’i bennu.";
    case "open-until":
      return `Ar agor tan ${formatTime(of.at)}, amser y DU.`;
    case "opens-at":
      return `Yn agor am ${formatTime(of.at)}, amser y DU.`;
    case "late-by-code":
      return of.at ? `Caeodd am ${formatTime(of.at)}, amser y DU.` : "Ar gau.";
    case "closed-at":
      return `Caeodd am ${formatTime(of.at)}, amser y DU.`;
    case "closed":
      return "Ar gau.";
  }
};

const openingOfCall: English["call"]["opening"] = (of) => {
  switch (of.kind) {
    case "open":
      return "Ar agor. Nid oes dyddiad cau wedi’i bennu: byddwn yn cyhoeddi un yma cyn i ni ei chau.";
    case "open-until":
      return `Gallwch ateb tan ${formatTime(of.at)}, amser y DU.`;
    case "opens-at":
      return `Ni allwch ateb eto. Mae’r alwad hon yn agor am ${formatTime(of.at)}, amser y DU.`;
    case "late-by-code":
      return of.at ? closedAt(of.at) : "Mae’r alwad hon ar gau.";
    case "closed-at":
      return `${closedAt(of.at)} Nid ydym yn derbyn atebion iddi bellach.`;
    case "closed":
      return "Mae’r alwad hon ar gau. Nid ydym yn derbyn atebion iddi bellach.";
  }
};

/** The first page and the page of one call. */
export const callWords: English = {
  home: {
    heading: "Dywedwch wrthym beth rydych yn ei wybod",
    lead: (reviewName) =>
      `Dyma lle mae ${reviewName} yn gofyn i bobl beth maen nhw’n ei wybod, ac yn gwrando ar yr hyn maen nhw’n ei ddweud.`,
    assurances: [
      "Does dim angen cyfrif arnoch. Chi sy’n dewis beth i’w ddweud wrthym.",
      "Mae eich atebion yn cael eu cadw bob tro y byddwch yn pwyso Parhau. Gallwch stopio a dod yn ôl.",
      "Mae person ar ein tîm yn darllen pob ateb.",
    ],
    openHeading: "Ar agor nawr",
    upcomingHeading: "Yn agor yn nes ymlaen",
    closedHeading: "Ar gau",
    nothingOpen:
      "Does dim ar agor ar hyn o bryd. Gallwch ddarllen yr hyn a ofynnon ni o’r blaen o hyd.",
    nothingYet: "Nid ydym wedi gofyn dim eto. Dewch yn ôl yn fuan.",
    runBy: "Pwy sy’n ei gynnal",
    reports: "Pryd mae’n adrodd",
    description: (reviewName) =>
      `Mae ${reviewName} yn gofyn i bobl beth maen nhw’n ei wybod. Gwelwch beth y gallwch ei ateb, a sut mae’r hyn mae pobl yn ei ddweud yn cael ei ddefnyddio.`,
    outcome: "Darllen yr hyn a glywson ni",
  },
  ownPage: {
    changed: (date) => `Newidiwyd ddiwethaf ar ${date}`,
    pageChanged: (date) => `Newidiwyd y dudalen hon ddiwethaf ar ${date}`,
    more: (heading) => `Darllenwch y cyfan o “${heading}”`,
    allQuestions: "Gweld pob cwestiwn ac ateb",
    pages: "Rhagor gan yr adolygiad",
  },
  opening,
  timeLeft: (days) =>
    days === 0 ? "Llai na diwrnod ar ôl" : `${counted(days, day)} ar ôl`,
  answersSoFar: (count) => `${counted(count, answer)} hyd yma`,
  answersInAll: (count) => counted(count, answer),
  facts: {
    minutes: (minutes) => `Tua ${counted(minutes, minute)}`,
    questions: (facts) =>
      `${questionsInWords(facts)}. ${requiredInWords(facts)}`,
    who: {
      never: "Nid ydym yn gofyn pwy ydych chi",
      "if-you-like": "Does dim rhaid i chi ddweud pwy ydych chi",
      always:
        "Rydym yn gofyn pwy ydych chi, ac yn cadw hynny ar wahân i’ch atebion",
    },
  },
  call: {
    opening: openingOfCall,
    extended: extendedInWords,
    closedDraft:
      "Roedd gennych atebion ar y ddyfais hon na chawsant eu hanfon. Gallwch eu darllen, eu hargraffu a’u copïo o hyd.",
    closedDraftLink: "Darllen eich atebion",
    closedThanks: "Mae popeth a anfonwyd mewn pryd gyda’n tîm.",
    lateNote: "A gytunon ni gyda chi y cewch ateb o hyd?",
    lateLink: "Rhowch y cod a roddon ni i chi",
    startHeading: "Ateb yr alwad hon",
    outcomeHeading: "Yr hyn a glywson ni",
    headings: {
      purpose: "Beth yw diben yr alwad hon",
      who: "Pwy gaiff ateb",
      use: "Sut rydym yn defnyddio eich atebion",
      asked: "Beth y byddwn yn ei ofyn i chi",
    },
    headingsOnceClosed: {
      purpose: "Beth oedd diben yr alwad hon",
      who: "Pwy oedd yn cael ateb",
      use: "Sut rydym yn defnyddio’r atebion",
      asked: "Beth ofynnon ni",
    },
    beforeYouStart: "Cyn i chi ddechrau",
    allQuestions: "Darllen neu argraffu’r holl gwestiynau",
    whatYouAreAskedLead:
      "Gallwch ysgrifennu eich atebion yn rhywle arall yn gyntaf a’u gludo yma. Gallwch adael allan unrhyw beth sydd wedi’i farcio’n ddewisol.",
    optional: "(dewisol)",
    conditional: "(dim ond os yw’n berthnasol i chi)",
    filesHeading: "Anfon ffeiliau",
    filesNote:
      "Rydym yn gwirio pob ffeil wrth iddi gyrraedd ac yn dweud wrthych ar unwaith os na allwn ei derbyn.",
    keepingHeading: "Cymryd hoe",
    keeping: (days) =>
      `Bob tro y byddwch yn pwyso Parhau byddwn yn cadw eich atebion. Mae’r rhan fwyaf o borwyr yn eu cadw wrth i chi deipio hefyd. Gallwch gau’r dudalen a dod yn ôl ar y ddyfais hon o fewn ${counted(days, day)}, cyhyd â bod yr alwad ar agor. I ddod yn ôl ar ddyfais arall, dewiswch “Cadw a dod yn ôl yn nes ymlaen” ar unrhyw dudalen o gwestiynau: mae’n rhoi cod i chi, ac nid oes angen cyfeiriad e-bost. Rydym yn dileu’r hyn nad oes neb wedi’i gadw ers ${counted(days, day)}.`,
    keepingShared:
      "Os yw pobl eraill yn defnyddio’r ddyfais hon, gallent agor eich atebion sydd heb eu hanfon. Mae pob tudalen o gwestiynau yn gadael i chi atal y cadw wrth i chi deipio. Gallwch dynnu eich atebion oddi ar y ddyfais hon ar ôl i chi gael cod, a’u dileu unrhyw bryd o’r dudalen lle rydych yn eu gwirio. Gallwch hefyd anfon sawl set o atebion o un ddyfais: mae gan bob un ei ffurflen a’i derbynneb ei hun.",
    questions: {
      heading: "Yr holl gwestiynau",
      lead: "Tudalen i’w darllen a’i hargraffu yw hon. Rydych yn ateb ar y tudalennau sy’n dechrau gyda thudalen yr alwad ei hun.",
      lateLead:
        "Dyma’r hyn a ofynnon ni. Nid yw’r alwad yn derbyn atebion bellach.",
      back: "Yn ôl i’r alwad",
      anyOf: "Gallwch ddewis mwy nag un:",
      oneOf: "Gallwch ddewis un:",
    },
    start: "Dechrau nawr",
    continue: "Parhau â’ch atebion",
    continueNote: (until) =>
      `Mae gennych atebion ar y ddyfais hon sydd heb eu hanfon eto. ${until}`,
    deleteDraft: "Dileu’r atebion ar y ddyfais hon",
  },
};
