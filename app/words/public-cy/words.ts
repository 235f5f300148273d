import type { Words } from "../public-en/words.ts";
import { answeringWords } from "./answering.ts";
import { askedAgainWords } from "./asked-again.ts";
import { attachmentWords } from "./attachments.ts";
import { callWords } from "./calls.ts";
import { careWords } from "./care.ts";
import { comingBackWords } from "./coming-back.ts";
import { character, counted, inFigures } from "./counting.ts";
import { dateHints, dateMessages } from "./dates.ts";
import { descriptions } from "./descriptions.ts";
import { equalityWords } from "./equality.ts";
import { evidenceLabels } from "./evidence-labels.ts";
import { evidenceWords } from "./evidence.ts";
import { groupMessages, groupWords } from "./groups.ts";
import { lastResortWords } from "./last-resort.ts";
import { receiptWords } from "./receipt.ts";
import { signedReceiptWords } from "./signed-receipts.ts";
import { formatDate, formatTime } from "./times.ts";
import { unsavedWords } from "./unsaved.ts";
import { uploadingWords } from "./uploading.ts";

const home = "Mynd i’r holl alwadau";

/** The public side's words in Welsh; a word that is missing does not compile (docs/decisions/303). */
export const cy: Words = {
  productName: "Heard",
  times: { time: formatTime, date: formatDate },
  descriptions,
  askedAgain: askedAgainWords,
  languages: {
    heading: "Iaith",
    callPartlyEnglish: "Mae rhan o’r alwad hon yn Saesneg yn unig.",
    pagePartlyEnglish: "Mae rhan o’r dudalen hon yn Saesneg yn unig.",
  },
  skipToContent: "Neidio i’r prif gynnwys",
  titleOf: (heading, reviewName) => `${heading} – ${reviewName}`,
  errorTitle: (title) => `Gwall: ${title}`,
  footer: {
    heading: "Help a gwybodaeth",
    help: "Os oes angen help arnoch i ateb, neu os ydych am ateb mewn ffordd arall, ysgrifennwch at",
    links: {
      privacy: "Preifatrwydd",
      accessibility: "Hygyrchedd",
      home: "Yr holl alwadau",
      receipt: "Beth ddaeth o’r hyn a anfonoch",
      comeBack: "Dod yn ôl gyda chod",
    },
  },
  form: {
    back: "Yn ôl",
    continue: "Parhau",
    change: "Newid",
    takeBack: "Tynnu’n ôl",
    addFile: "Ychwanegu ffeil",
    optional: "(dewisol)",
    errorSummaryHeading: "Mae problem",
    errorPrefix: "Gwall:",
    notProvided: "Heb ei ddarparu",
    lengthAdvice: (maxCharacters) =>
      `Gallwch ysgrifennu hyd at ${maxCharacters} nod.`,
    date: { day: "Diwrnod", month: "Mis", year: "Blwyddyn" },
    dateHints,
    selectEmpty: "Dewiswch un",
    noAnswer: "Dim ateb",
    lost: {
      partCut:
        "Roedd hwn yn rhy hir, ac mae wedi’i dorri yma. Gwnewch ef yn fyrrach",
      partsLeftOut:
        "Roedd mwy yn y ffurflen hon nag sydd o le iddo, felly chafodd dim ei gadw. Gwiriwch yr hyn sydd yma a’i anfon eto",
      otherThanSent:
        "Nid yw hwn fel y mae ein tudalen yn ei anfon, felly chafodd dim ei gadw. Agorwch y dudalen eto a dewiswch unwaith yn rhagor",
    },
  },
  questions: {
    enterAnswer: "Rhowch ateb",
    selectOne: "Dewiswch un o’r atebion",
    selectSome: "Dewiswch o leiaf un o’r atebion",
    enterDate: "Rhowch ddyddiad, fel 27 3 2021",
    dates: dateMessages,
    emailFormat:
      "Rhowch gyfeiriad e-bost yn y fformat cywir, fel enw@example.com",
    emailAlone:
      "Rhowch un cyfeiriad e-bost heb fylchau a heb ddim wrth ei ymyl, fel enw@example.com",
    wholeNumber: (least, most) =>
      most === undefined
        ? `Rhowch rif cyfan mewn ffigurau, ${inFigures(least)} neu fwy`
        : `Rhowch rif cyfan mewn ffigurau, o ${inFigures(least)} i ${inFigures(most)}`,
    tooLong: (maxCharacters, over) =>
      `Mae gennych ${counted(over, character)} yn ormod. Gwnewch eich ateb yn fyrrach, i ${counted(maxCharacters, character)} neu lai`,
    cannotBeStored:
      "Mae nodau yn eich ateb na ellir eu cadw: teipiwch ef eto hebddyn nhw",
    selectFile: "Dewiswch ffeil",
    addEvidence: "Ychwanegwch o leiaf un darn o dystiolaeth",
    ...groupMessages,
    evidence: evidenceLabels,
    answerSomething:
      "Atebwch o leiaf un cwestiwn, neu ychwanegwch ffeil, cyn i chi anfon",
  },
  attachments: attachmentWords,
  ...callWords,
  care: careWords,
  receipt: receiptWords,
  equality: equalityWords,
  signedReceipt: signedReceiptWords,
  group: groupWords,
  ...answeringWords,
  ...evidenceWords,
  ...comingBackWords,
  uploading: uploadingWords,
  unsaved: unsavedWords,
  lastResort: lastResortWords,
  notFound: {
    heading: "Does dim tudalen yn y cyfeiriad hwn",
    advice: [
      "Os teipioch y cyfeiriad, gwiriwch ei fod yn gywir.",
      "Os dilynoch ddolen o un o’n tudalennau, ysgrifennwch atom yn y cyfeiriad isod a dywedwch wrthym pa un.",
    ],
    home,
  },
  notHeld: {
    heading: "Nid yw’r atebion hyn ar y ddyfais hon",
    advice: [
      "Cawsant eu dileu, eu tynnu oddi ar y ddyfais hon neu eu hanfon o un arall, daeth eu hamser i ben, neu fe’u dechreuwyd yn rhywle arall.",
      "Os oes gennych god dychwelyd, mae’n eu hagor: dewiswch “Dod yn ôl gyda chod” ar waelod y dudalen hon.",
    ],
    home,
  },
  failed: {
    heading: "Aeth rhywbeth o’i le ar ein hochr ni",
    advice: [
      "Mae’r hyn a gadwoch o’r blaen yno o hyd. Efallai nad yw’r hyn a deipioch ddiwethaf wedi’i gadw: ewch yn ôl ac edrychwch cyn i chi ei deipio eto.",
      "Yna rhowch gynnig arall arni ymhen ychydig funudau.",
      "Os bydd yn digwydd eto, ysgrifennwch atom yn y cyfeiriad isod.",
    ],
    home,
  },
};
