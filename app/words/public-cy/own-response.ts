import type { receiptWords } from "../public-en/receipt.ts";

type English = typeof receiptWords;

/** Changing an answer that was sent. */
export const changeWords: English["change"] = {
  lead: "Mae’r hyn a anfonoch o’r blaen yn cael ei gadw, a gall ein tîm weld eich bod wedi’i newid a phryd.",
  apart:
    "Rydym yn cadw’r hyn a roesoch yma ar wahân ac nid ydym yn ei ddangos eto. Mae’r hyn rydych yn ei ysgrifennu nawr yn cymryd ei le, ac mae’r hyn a roesoch o’r blaen yn cael ei ddileu. Os gadewch ef yn wag, nid oes dim yn newid.",
  emptied: "Os gadewch ef yn wag, mae eich ateb yn cael ei dynnu’n ôl.",
  save: "Newid fy ateb",
  leavesOutHeading: "Bydd yr atebion hyn yn cael eu gadael allan",
  leavesOutMessage:
    "Gyda’r newid hwn nid oes angen rhywfaint o’r hyn a anfonoch mwyach. Does dim wedi’i newid eto. Darllenwch beth fydd yn cael ei adael allan, yna dewiswch.",
  leavesOutLead:
    "Nid ydyn nhw’n rhan o’ch ymateb bellach. Daw geiriau yn ôl os newidiwch yr ateb hwn eto; ni ddaw ffeiliau na’r hyn rydym yn ei gadw ar wahân yn ôl.",
  leavesOutConfirm: "Newid fy ateb a gadael y rhain allan",
  keep: "Ei adael fel y mae",
  cannotHeading: "Ni ellir newid hwn",
  refusals: {
    withdrawn: "Fe dynnoch eich ymateb yn ôl, felly ni ellir newid dim ohono.",
    coded:
      "Mae ein tîm wedi dechrau trefnu’r hyn a ysgrifennoch yn ôl pwnc, felly mae ei eiriau’n aros fel y maen nhw. Gallwch dynnu ateb, ffeil neu’r cyfan yn ôl o hyd, ac anfon ymateb arall tra bydd yr alwad ar agor.",
    "not-asked":
      "Nid yw’r cwestiwn hwn yn rhan o’ch ymateb. Ewch yn ôl i’r hyn a anfonoch.",
  },
  typed: "Yr hyn a ysgrifennoch",
};

const groupKept =
  "Nid yw’n dod yn ôl os ychwanegwch un arall. Gall ein tîm weld pryd y gwnaethoch hyn.";

/** Things that were answered about one by one, in what was sent. */
export const groupWords: English["groups"] = {
  changeEach:
    "I newid yr hyn a atebwyd gennych am un ohonyn nhw, dewiswch “Newid” wrth ymyl yr ateb hwnnw ar y dudalen cyn hon.",
  tooFew: (min) =>
    `Mae angen o leiaf ${min} ar unwaith ar y cwestiwn hwn, felly ni ellir eu hychwanegu yma fesul un.`,
  add: "Ei ychwanegu at yr hyn a anfonais",
  addedAlready:
    "Mae’r dudalen hon eisoes wedi ychwanegu un. Pwyswch y botwm eto dim ond os ydych am ychwanegu un arall",
  removeLead: `Mae’n cael ei dynnu o’ch ymateb, ac mae’r rhai ar ei ôl yn symud i fyny. Mae’r hyn a atebwyd gennych amdano yn cael ei dynnu’n ôl: does neb ar ein tîm yn ei ddefnyddio, ac rydym yn ei gadw ar gau, er mwyn i ni allu dangos iddo gael ei dynnu’n ôl. ${groupKept}`,
  removeLast:
    "Hwn yw’r un olaf, felly mae eich ateb i’r cwestiwn hwn yn cael ei dynnu’n ôl gydag ef. Rydym yn cadw’r cyfan ar gau, er mwyn i ni allu dangos iddo gael ei dynnu’n ôl. Nid yw’n dod yn ôl os ychwanegwch un arall.",
  takenBackHeading: "Yr hyn sy’n cael ei dynnu’n ôl gydag ef",
  takesMore:
    "Rydych wedi ateb rhagor amdano ers i’r dudalen hon gael ei hagor. Does dim wedi’i dynnu’n ôl eto. Darllenwch beth sy’n mynd gydag ef, yna dewiswch",
  lastNeeded: (min) =>
    `Mae angen o leiaf ${min === 1 ? "un" : min} ar y cwestiwn hwn, felly mae’r un hwn yn aros. Gallwch newid yr hyn a atebwyd gennych amdano.`,
};

/** All that is held of a response. */
export const everythingWords: English["everything"] = {
  heading: "Popeth rydym yn ei ddal",
  identityHeading: "Yr hyn rydym yn ei gadw ar wahân i’ch atebion",
  earlierHeading: "Yr hyn a ysgrifennoch o’r blaen",
  earlierUntil: (version) =>
    `Roedd yn sefyll tan fersiwn ${version}. Rydym yn ei gadw, a gall ein tîm ei weld.`,
  earlierTakenBack:
    "Fe’i tynnoch yn ôl. Rydym yn ei gadw, ar gau; ysgrifennwch atom os ydych am iddo gael ei ddileu.",
  eventsHeading: "Beth sydd wedi digwydd iddo",
  fileName: (reference) => `popeth-${reference}.json`,
  events: {
    "response.received": "Fe’i hanfonoch",
    "response.read": "Agorodd rhywun ar ein tîm ef",
    "response.claimed": "Cymerodd rhywun ar ein tîm ef i’w ddarllen",
    "response.claim-released":
      "Rhoddodd rhywun ar ein tîm ef yn ôl i gael ei ddarllen",
    "response.state-changed": "Penderfynwyd beth i’w wneud ag ef",
    "response.assigned": "Fe’i rhoddwyd i rywun ar ein tîm",
    "response.tags-saved": "Fe’i ffeiliwyd o dan rywbeth",
    "response.identity-read":
      "Edrychodd rhywun ar yr hyn rydym yn ei gadw ar wahân i’ch atebion",
    "response.references-exported":
      "Tynnodd rhywun ar ein tîm eich rhestr o dystiolaeth allan fel ffeil",
    "response.answer-changed": "Fe newidioch ateb",
    "response.answer-taken-back": "Fe dynnoch ateb yn ôl",
    "response.file-added": "Fe ychwanegoch ffeil",
    "response.file-taken-back": "Fe dynnoch ffeil yn ôl",
    "response.withdrawn-by-sender": "Fe’i tynnoch yn ôl",
    "response.held-back":
      "Rhoddodd ein meddalwedd ef o’r neilltu, oherwydd iddo ddod fel mae peiriannau’n anfon pethau",
    "response.let-in": "Rhoddodd rhywun ar ein tîm ef gyda’r lleill",
    "response.kept-out":
      "Cadwodd rhywun ar ein tîm ef o’r neilltu, oherwydd nad oedd yn edrych fel ateb. Ni chafodd dim ohono ei ddileu",
    "response.held-back-again":
      "Rhoddodd rhywun ar ein tîm ef o’r neilltu i edrych arno eto",
  },
  otherEvent: "Gweithiodd rhywun ar ein tîm arno",
};
