import type * as english from "../public-en/receipt.ts";
import { counted, minute } from "./counting.ts";
import { changeWords, everythingWords, groupWords } from "./own-response.ts";

type English = typeof english.receiptWords;
type State = Parameters<English["response"]["standing"]>[0];

const standing: Record<State, string> = {
  received: "Mae’n aros i gael ei ddarllen.",
  "in-triage": "Mae rhywun yn ei ddarllen.",
  triaged:
    "Mae wedi cael ei ddarllen, ac mae penderfyniad wedi’i wneud beth i’w wneud ag ef.",
  "needs-second-look":
    "Mae wedi cael ei ddarllen, ac mae ail berson yn mynd i edrych arno.",
  "out-of-scope":
    "Mae wedi cael ei ddarllen. Mae’n ymwneud â rhywbeth nad yw’r alwad hon yn ei gwmpasu.",
  spam: "Mae wedi’i roi o’r neilltu, oherwydd nad oedd yn edrych fel ateb. Os oedd yn ateb, ysgrifennwch atom yn y cyfeiriad ar waelod y dudalen hon.",
  withdrawn:
    "Fe’i tynnoch yn ôl. Does neb ar ein tîm yn ei ddarllen nac yn ei ddefnyddio.",
};

const keptClosed =
  "rydym yn ei gadw ar gau, er mwyn i ni allu dangos iddo gael ei dynnu’n ôl; ysgrifennwch atom os ydych am iddo gael ei ddileu";

const response: English["response"] = {
  heading: (reference) => `Ymateb ${reference}`,
  call: "Anfonwyd at",
  receivedAt: "Derbyniwyd",
  whereHeading: "Ble mae nawr",
  standing: (state) => standing[state],
  readers: (count) => {
    if (count === 0) return "Does neb ar ein tîm wedi’i agor eto.";
    return count === 1
      ? "Mae 1 person ar ein tîm wedi’i agor."
      : `Mae ${count} o bobl ar ein tîm wedi’i agor.`;
  },
  tags: "Yr hyn rydym wedi’i ffeilio oddi tano",
  notPublished: "Does dim ohono wedi’i gyhoeddi.",
  answersHeading: "Yr hyn a anfonoch",
  allHeading: "Popeth rydym yn ei ddal",
  allLead:
    "Dyma bopeth sydd wedi’i gadw am eich ymateb: eich atebion, gyda’r hyn rydym yn ei gadw ar wahân iddyn nhw, eich ffeiliau a’r hyn sydd wedi digwydd iddo.",
  allLink: "Gweld popeth rydym yn ei ddal",
  jsonLink: "Ei gadw fel ffeil y gall rhaglenni eraill ei darllen (JSON)",
  version: "Fersiwn",
  versionOf: (version) =>
    version === 1
      ? "1, fel yr anfonoch ef"
      : `${version}, ar ôl eich newidiadau`,
  changesHeading: "Yr hyn a newidioch",
  changed: (of) =>
    `Fersiwn ${of.version}: ${of.what}, ${of.when}${of.label ? ` (${of.label})` : ""}`,
  takenBack: (when) => `Fe dynnoch hwn yn ôl, ${when}.`,
  fileTakenBack: (when) => `Fe dynnoch ffeil yn ôl, ${when}.`,
  withdrawHeading: "Tynnu’r cyfan yn ôl",
  withdrawLead:
    "Gallwch dynnu un ateb neu un ffeil yn ôl drwy’r ddolen wrth ei ymyl, neu eich ymateb cyfan, unrhyw bryd cyn iddo gael ei gyhoeddi.",
  withdrawLink: "Tynnu fy ymateb yn ôl",
  closeHeading: "Pan fyddwch wedi gorffen",
  closeNote: (minutes) =>
    `Gall y ddyfais hon agor y tudalennau hyn tan ${counted(minutes, minute)} ar ôl i chi edrych ar un ddiwethaf. Os yw pobl eraill yn ei defnyddio, caewch nhw nawr.`,
  close: "Cau’r tudalennau hyn",
  closed: "Mae’r tudalennau am eich ymateb wedi’u cau ar y ddyfais hon.",
};

/** For whoever comes back with a reference and a receipt code. */
export const receiptWords: English = {
  title: "Yr hyn a anfonoch",
  enter: {
    heading: "Gweld beth ddaeth o’r hyn a anfonoch",
    lead: "Mae angen y cyfeirnod a’r cod derbynneb a roddon ni i chi pan anfonoch eich atebion.",
    reference: "Cyfeirnod",
    referenceHint: "Er enghraifft, H-7K4M-9QX2.",
    code: "Cod derbynneb",
    codeHint:
      "Mae ganddo 24 o lythrennau a rhifau. Nid yw bylchau, cysylltnodau a llythrennau bach o bwys.",
    open: "Parhau",
    wrong:
      "Rhowch gyfeirnod a chod derbynneb yr un ateb. Gwiriwch y ddau yn erbyn y copi a gadwoch.",
    wait: (minutes) =>
      `Bu gormod o gynigion. Arhoswch ${counted(minutes, minute)}, yna rhowch gynnig arall arni.`,
    lostHeading: "Os ydych wedi eu colli",
    lost: "Ni allwn ddod o hyd i ateb heb ei gyfeirnod, ac ni allwn wybod mai chi biau’r ateb heb ei god. Nid ydym yn cadw’r cod. Gallwch ysgrifennu atom yn y cyfeiriad ar waelod y dudalen hon.",
  },
  response,
  withdraw: {
    heading: "Ydych chi am dynnu eich ymateb yn ôl?",
    lead: "Os tynnwch ef yn ôl:",
    effects: [
      "mae’n gadael y rhestr o’r hyn sydd gennym i’w ddarllen, ein chwiliadau a’n cyfrifon",
      "does neb ar ein tîm yn ei ddefnyddio nac yn dyfynnu ohono, ac mae’r hyn mae’n ei ddweud a’i ffeiliau ar gau iddyn nhw",
      keptClosed,
    ],
    cannotUndo:
      "Ni allwch ddadwneud hyn. Gallwch anfon atebion newydd tra bydd yr alwad ar agor.",
    confirm: "Tynnu fy ymateb yn ôl",
    keep: "Ei adael fel y mae",
    done: "Rydych wedi tynnu eich ymateb yn ôl.",
  },
  takeBack: {
    answerHeading: "Ydych chi am dynnu’r ateb hwn yn ôl?",
    fileHeading: "Ydych chi am dynnu’r ffeil hon yn ôl?",
    lead: "Os tynnwch ef yn ôl:",
    effects: [
      "mae’n gadael eich ymateb, ein chwiliadau a’n cyfrifon, ac mae gweddill eich ymateb yn aros",
      "does neb ar ein tîm yn ei ddefnyddio nac yn dyfynnu ohono, ac mae’r hyn mae’n ei ddweud ar gau iddyn nhw",
      keptClosed,
    ],
    keptApartEffects: [
      "rydym yn dileu’r hyn a ddywedoch wrthym yma, fel na all neb ei ddarllen mwyach",
      "mae gweddill eich ymateb yn aros",
    ],
    filesGo: "Mae’r ffeiliau a anfonoch gydag ef yn cael eu tynnu’n ôl hefyd.",
    cannotUndo: "Ni allwch ddadwneud hyn.",
    answerConfirm: "Tynnu’r ateb hwn yn ôl",
    fileConfirm: "Tynnu’r ffeil hon yn ôl",
    keep: "Ei adael fel y mae",
  },
  change: changeWords,
  addFile: {
    heading: "Ychwanegu ffeil at yr hyn a anfonoch",
    lead: "Gall ein tîm weld eich bod wedi’i hychwanegu a phryd. Mae’r hyn a anfonoch o’r blaen yn aros fel y mae.",
    choose: "Dewiswch ffeil",
    save: "Ychwanegu’r ffeil hon",
    none: "Dewiswch ffeil",
    oneOnly:
      "Dewiswch un ffeil ar y tro. Does dim wedi’i ychwanegu; gallwch ddod yn ôl ar gyfer y lleill",
    notNow:
      "Ni chafodd y ffeil ei hychwanegu, oherwydd ni allwn dderbyn ffeiliau ar hyn o bryd. Rhowch gynnig arall arni ymhen ychydig funudau, neu ysgrifennwch atom",
    ofAnother:
      "Agorwyd y dudalen hon ar gyfer ymateb gwahanol i’r un rydych yn edrych arno nawr, felly does dim wedi’i ychwanegu. Gwiriwch y cyfeirnod uchod, yna dewiswch y ffeil eto",
  },
  items: {
    handOnly:
      "Ni ellir ychwanegu rhestr o gyfeiriadau ar ôl anfon. Ychwanegwch bob eitem â llaw.",
    removeLead:
      "Mae’n cael ei thynnu o’ch ymateb. Mae’r hyn a anfonoch o’r blaen yn cael ei gadw, a gall ein tîm weld eich bod wedi’i newid a phryd.",
    removeLast:
      "Hon yw’r un olaf. Gyda hi mae eich ateb i’r cwestiwn hwn yn cael ei dynnu’n ôl: rydym yn ei gadw ar gau, er mwyn i ni allu dangos i hynny ddigwydd.",
    lastNeeded:
      "Mae angen o leiaf un eitem ar y cwestiwn hwn. Ychwanegwch un arall cyn i chi dynnu’r un hon, neu newidiwch hi.",
    ofAnother:
      "Agorwyd y dudalen hon ar gyfer ymateb gwahanol i’r un rydych yn edrych arno nawr, felly does dim wedi’i newid. Gwiriwch y cyfeirnod isod, a phwyswch y botwm eto dim ond os mai’r ymateb hwn rydych yn ei olygu",
  },
  groups: groupWords,
  everything: everythingWords,
};
