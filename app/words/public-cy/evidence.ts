import type * as english from "../public-en/evidence.ts";
import { counted, inFigures, item, record } from "./counting.ts";
import { listWords } from "./reference-lists.ts";

type English = (typeof english.evidenceWords)["evidence"];

const fields: English["fields"] = {
  kind: "Beth yw",
  title: "Teitl",
  titleHint: "Os nad oes ganddo un, dywedwch mewn ychydig eiriau beth yw.",
  authors: "Awduron",
  authorsHint:
    "Un i bob llinell, cyfenw yn gyntaf: Ferreira, Ana. Sefydliad fel mae’n galw ei hun.",
  year: "Blwyddyn",
  yearHint: "Er enghraifft, 2021",
  "container-title": "Ble yr ymddangosodd",
  "container-titleHint": "Y cyfnodolyn, y llyfr neu’r gynhadledd",
  publisher: "Pwy a’i cyhoeddodd",
  DOI: "DOI",
  DOIHint:
    "Er enghraifft, 10.1000/xyz123. Mae ar dudalen gyntaf y rhan fwyaf o bapurau.",
  URL: "Cyfeiriad gwe",
  URLHint: "Yn dechrau gyda https://",
  ORCID: "ORCID iD awdur",
  ORCIDHint: "16 digid, er enghraifft 0000-0002-1825-0097",
  design: "Pa fath o astudiaeth yw?",
  population: "Pwy a astudiwyd?",
  populationHint:
    "Er enghraifft, 240 o ofalwyr maeth, neu blant rhwng 5 ac 11 oed",
  setting: "Ble a phryd?",
  found: "Beth a ganfuwyd?",
  foundHint: "Ychydig frawddegau mewn geiriau plaen",
  strength: "Pa mor gryf yw’r dystiolaeth hon yn eich barn chi?",
  funder: "Pwy dalodd amdano?",
  interests: "Oes gan unrhyw un fuddiant yn yr hyn mae’n ei ddweud?",
  interestsHint:
    "Er enghraifft, mae awdur yn gweithio i’r gwasanaeth, neu rydych chi’n awdur",
  topics: "Pa gwestiynau mae’n ymwneud â nhw?",
  fileId: "Pa un o’ch ffeiliau yw?",
};

/** Pieces of evidence: the list, one by hand, and many at once. */
export const evidenceWords: typeof english.evidenceWords = {
  evidence: {
    count: (count) => `${counted(count, item)} wedi’i hychwanegu`,
    none: "Nid ydych wedi ychwanegu dim eto.",
    addOne: "Ychwanegu un â llaw",
    addAnother: "Ychwanegu un arall â llaw",
    addList: "Gludo neu uwchlwytho rhestr o gyfeiriadau",
    change: "Newid",
    remove: "Tynnu",
    untitled: "Dim teitl",
    notGiven: (parts) => `Heb ei roi: ${parts.join(", ")}`,
    parts: {
      title: "teitl",
      authors: "awduron",
      year: "blwyddyn",
      design: "cynllun yr astudiaeth",
      found: "beth a ganfuwyd",
    },
    sameAs: (title) => `Yn edrych yr un fath â: ${title}`,
    file: (name) => `Ffeil: ${name}`,
    takeAway: "Lawrlwytho’r rhestr hon:",
    formats: { ris: "RIS", bibtex: "BibTeX", "csl-json": "CSL-JSON" },
    full: (items) =>
      `Does dim lle i ragor: mae un ateb yn dal hyd at ${counted(items, item)}`,
    kindHeading: "Beth yw?",
    kindHint:
      "Mae croeso i werthusiad gwasanaeth ohono’i hun lawn cymaint â phapur cyhoeddedig.",
    selectKind: "Dewiswch beth yw",
    addHeading: "Ychwanegu darn o dystiolaeth",
    changeHeading: "Newid yr eitem hon",
    formLead:
      "Dim ond teitl sydd ei angen. Mae beth bynnag arall rydych yn ei wybod yn helpu’r bobl sy’n ei ddarllen.",
    aboutHeading: "Beth a ganfu, a sut",
    backToList: "Yn ôl i’ch rhestr",
    save: "Cadw a mynd yn ôl i’r rhestr",
    fields,
    problems: {
      "title-missing": "Rhowch deitl, neu dywedwch mewn ychydig eiriau beth yw",
      year: "Rhowch y flwyddyn fel pedwar digid, fel 2021, neu gadewch hi’n wag",
      DOI: "Rhowch DOI sy’n dechrau gyda 10., fel 10.1000/xyz123, neu gadewch ef yn wag",
      URL: "Rhowch gyfeiriad gwe sy’n dechrau gyda https://, neu gadewch ef yn wag",
      ORCID:
        "Gwiriwch yr ORCID iD: mae ganddo 16 digid, ac nid yw’r rhain yn perthyn i’w gilydd. Gallwch ei adael yn wag",
      tooLong: (maxCharacters) =>
        `Rhaid i hwn fod yn ${inFigures(maxCharacters)} nod neu lai`,
    },
    savedElsewhere:
      "Rydych wedi newid yr eitem hon mewn tab neu ffenestr arall. Does dim wedi’i ysgrifennu drosodd. Dewiswch beth i’w gadw.",
    removedElsewhere:
      "Rydych wedi tynnu’r eitem hon mewn tab neu ffenestr arall. Mae’r hyn a deipioch isod: cadwch ef i ychwanegu’r eitem eto, neu ewch yn ôl i’r rhestr.",
    keepTyped: "Cadw’r hyn sydd yn y blychau",
    keepSaved: "Defnyddio’r hyn sydd eisoes wedi’i gadw",
    saving:
      "Mae’r hyn rydych yn ei ysgrifennu yma yn cael ei gadw pan fyddwch yn pwyso’r botwm.",
    keeping: {
      keeping:
        "Wrth i chi deipio, rydym yn cadw eich geiriau yn y porwr hwn. Maen nhw’n cael eu cadw ar ein gweinydd pan fyddwch yn pwyso’r botwm.",
      off: "Nid ydym yn cadw’r hyn rydych yn ei deipio. Mae’n cael ei gadw pan fyddwch yn pwyso’r botwm.",
      noRoom:
        "Does gan y porwr hwn ddim lle i gadw’r hyn rydych yn ei deipio. Pwyswch y botwm i’w gadw.",
    },
    removeHeading: "Tynnu’r eitem hon?",
    removeLead: "Mae’n cael ei thynnu o’ch rhestr. Nid oes dim arall yn newid.",
    removeConfirm: "Ei thynnu",
    removeKeep: "Ei chadw",
    ...listWords,
    remarks: {
      "outside-record":
        "Nid yw’r llinell hon yn perthyn i unrhyw gyfeiriad a chafodd ei gadael allan",
      "no-beginning": "Mae dechrau’r cyfeiriad hwn ar goll",
      "no-end": "Mae diwedd y cyfeiriad hwn ar goll",
      "no-title": "Nid oes teitl gan y cyfeiriad hwn",
      "year-not-read": "Nid oes blwyddyn y gallwn ei darllen yn ei ddyddiad",
      cut: "Roedd rhan ohono’n rhy hir a chafodd ei byrhau",
    },
    moreRemarks: (count) => `A ${inFigures(count)} arall.`,
    goOn: "Mynd i’ch rhestr",
    refusals: {
      ...listWords.refusals,
      "too-many-records": ({ records }) =>
        `Mae mwy na ${counted(records, record)} yn y rhestr hon. Ni chafodd dim ohoni ei ychwanegu. Dewiswch y rhai pwysicaf, neu anfonwch hi mewn rhannau`,
    },
  },
};
