import type { answeringWords } from "../public-en/answering.ts";

type English = typeof answeringWords;

/** The receipt, as it is shown once the answers have been sent. */
export const sentWords: English["sent"] = {
  heading: "Mae eich atebion wedi’u hanfon",
  reference: "Eich cyfeirnod",
  codeHeading: "Eich cod derbynneb",
  codePurpose:
    "Mae’r cod hwn yn dangos mai chi biau’r ymateb. Gydag ef a’r cyfeirnod gallwch weld beth ddaeth o’r ymateb, gweld popeth rydym yn ei ddal, neu ei dynnu’n ôl.",
  codeOnce: (time) =>
    `Nid ydym yn cadw copi o’r cod ac ni allwn ei anfon atoch eto. Gallwch ei weld ar y ddyfais hon tan ${time}, amser y DU. Ysgrifennwch ef i lawr, neu cadwch gopi nawr.`,
  saveHeading: "Cadw copi",
  saveLink: "Cadw copi o’ch atebion",
  saveNote:
    "Ffeil sy’n agor mewn unrhyw borwr, gyda’ch atebion, eich cyfeirnod a’ch cod derbynneb. Cadwch hi yn rhywle preifat. Gallwch argraffu’r dudalen hon hefyd.",
  nextHeading: "Beth sy’n digwydd nesaf",
  codeLink: "Gweld beth ddaeth ohono",
  qrLabel: (address) => `Cod sy’n arwain ffôn at ${address}`,
  qrNote: (address) =>
    `Mae camera ffôn yn darllen hwn ac yn agor ${address}. Nid yw eich cod derbynneb ynddo.`,
  clearHeading: "Os yw pobl eraill yn defnyddio’r ddyfais hon",
  clearNote:
    "Nes i chi ei chlirio, gall unrhyw un sy’n agor y dudalen hon ar y ddyfais hon weld eich cod derbynneb a’ch atebion.",
  clear: "Rwyf wedi cadw fy nghod: ei glirio oddi ar y ddyfais hon",
  answersHeading: "Yr hyn a anfonoch",
  keptApart: "Wedi’i roi. Rydym yn ei gadw ar wahân i’ch atebion",
  goneHeading: "Does dim derbynneb ar y ddyfais hon",
  gone: "Rydym yn dangos derbynneb am 24 awr, a dim ond ar y ddyfais yr anfonwyd yr atebion ohoni. Os ydych wedi anfon atebion, maen nhw’n ddiogel gyda ni.",
  goneCode:
    "Os gwnaethoch gadw eich cyfeirnod a’ch cod derbynneb, gallwch eu defnyddio i weld beth ddaeth o’ch ymateb.",
  clearedHeading: "Mae eich derbynneb wedi’i chlirio oddi ar y ddyfais hon",
  cleared:
    "Mae eich atebion yn ddiogel gyda ni. Nid yw eich cyfeirnod a’ch cod derbynneb i’w gweld ar y ddyfais hon bellach.",
  backToCall: "Mynd i dudalen yr alwad",
  anotherHeading: "Rhagor i’w ddweud wrthym?",
  anotherNote:
    "Anfonwch un ffurflen ar gyfer pob darn o waith. Mae’r dderbynneb hon yn aros fel y mae.",
};

/** The file with a copy of what was sent. */
export const copyWords: English["copy"] = {
  title: (reference) => `Copi o’r hyn a anfonoch: ${reference}`,
  heading: "Copi o’r hyn a anfonoch",
  fileName: (reference) => `ymateb-${reference}.html`,
  sentTo: "Anfonwyd at",
  call: "Galwad",
  receivedAt: "Derbyniwyd am",
  reference: "Cyfeirnod",
  code: "Cod derbynneb",
  codeWarning:
    "Cadwch y ffeil hon yn breifat: gall pwy bynnag sydd â’r cod derbynneb ofyn am eich ymateb fel pe bai ef neu hi yn chi.",
  answers: "Eich atebion",
  filesHeading: "Sut i wirio eich ffeiliau",
  filesNote:
    "Mae ôl bys ffeil (SHA-256) yn newid os bydd hyd yn oed un nod o’r ffeil yn newid. Mae’n profi mai’r ffeil sydd gennych yw’r ffeil a gawsom ni.",
  fingerprint: "Ôl bys",
};
