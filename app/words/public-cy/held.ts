import type { answeringWords } from "../public-en/answering.ts";

type English = typeof answeringWords;

/** Answers that were not sent, to read. */
export const draftWords: English["draft"] = {
  heading: "Eich atebion na chawsant eu hanfon",
  openNote:
    "Copi i’w ddarllen neu ei argraffu yw hwn. Does dim yma wedi’i anfon atom.",
  closedNote: (closing) =>
    `${closing} Ni chafodd yr atebion hyn eu hanfon atom, a does neb ar ein tîm wedi eu darllen.`,
  closedAdvice:
    "Gallwch argraffu’r dudalen hon neu gopïo eich testun. Os nad oedd modd i chi ateb mewn pryd, ysgrifennwch atom yn y cyfeiriad ar waelod y dudalen hon.",
  codeUsed:
    "Ni chafodd yr atebion hyn eu hanfon, a does neb ar ein tîm wedi eu darllen. Mae’r cod a roesoch eisoes wedi’i ddefnyddio i anfon atebion eraill, a dim ond unwaith y gellir defnyddio cod.",
  codeUsedAdvice:
    "Gallwch argraffu’r dudalen hon neu gopïo eich testun. I anfon yr atebion hyn hefyd, ysgrifennwch atom yn y cyfeiriad ar waelod y dudalen hon a gofynnwch am god arall. Yna rhowch ef o dudalen yr alwad.",
  closedMeanwhile:
    "Caeodd yr alwad cyn i chi anfon eich atebion. Mae’r hyn a deipioch wedi’i gadw ac i’w weld isod.",
  continue: "Parhau â’ch atebion",
  delete: "Dileu’r atebion hyn nawr",
  backToCall: "Yn ôl i’r alwad",
};

/** A browser's answers, where there may be several. */
export const heldWords: English["held"] = {
  heading: "Eich atebion ar y ddyfais hon",
  lead: "Mae pob un ar wahân. Nid yw’r hyn rydych yn ei wneud ag un yn newid dim yn y lleill.",
  headings: {
    drafts: "Atebion nad ydych wedi’u hanfon",
    receipts: "Atebion a anfonwyd o’r porwr hwn",
  },
  place: ({ place, of }, begunAt) =>
    `${place} o ${of}, dechreuwyd am ${begunAt}, amser y DU.`,
  saved: (time) => `Cadwyd ddiwethaf am ${time}, amser y DU.`,
  ownAnswers: "Dechrau fy atebion fy hun",
  continue: "Parhau â’r atebion hyn",
  read: "Darllen yr atebion hyn",
  delete: "Dileu’r atebion hyn",
  sent: (time) => `Anfonwyd am ${time}, amser y DU.`,
  visible: (time) =>
    `Gallwch weld y dderbynneb ar y ddyfais hon tan ${time}, amser y DU.`,
  receipt: "Gweld y dderbynneb",
  another: "Dechrau ateb arall i’r alwad hon",
  anotherLate: "Dechrau ateb arall gyda chod a roddon ni i chi",
};
