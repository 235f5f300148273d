import type * as english from "../public-en/coming-back.ts";
import { counted, hour, minute } from "./counting.ts";
import { formatTime } from "./times.ts";

type English = typeof english.comingBackWords;

function waitInWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (minutes > 90) return counted(Math.ceil(minutes / 60), hour);
  return minutes === 1 ? "funud" : counted(minutes, minute);
}

const save: English["save"] = {
  heading: "Mae eich atebion wedi’u cadw",
  saved:
    "Gallwch gau’r dudalen hon. Ar y ddyfais hon mae eich atebion, gyda’r ffeiliau a ychwanegoch, ar dudalen yr alwad pan ddewch yn ôl.",
  makeHeading: "I fynd ymlaen yn unrhyw le arall",
  makeNote:
    "Mae cod dychwelyd yn agor eich atebion a’ch ffeiliau ar unrhyw ddyfais, heb gyfrif na chyfeiriad e-bost. Cadwch ef yn breifat: gall pwy bynnag sydd ag ef ddarllen a newid eich atebion.",
  make: "Dangos cod dychwelyd i mi",
  againNote:
    "Rydych wedi gwneud cod dychwelyd ar gyfer yr atebion hyn. Nid ydym yn cadw copi ohono ac ni allwn ei ddangos eto. Os gwnewch un newydd, daw’r hen un i ben.",
  again: "Gwneud cod dychwelyd newydd",
  codeHeading: "Eich cod dychwelyd",
  codeWhere: "Teipiwch ef ar y dudalen hon, ar unrhyw ddyfais:",
  codeOnce:
    "Dim ond y tro hwn rydym yn dangos y cod. Ysgrifennwch ef i lawr, copïwch ef neu argraffwch y dudalen hon. Cadwch ef yn breifat: gall pwy bynnag sydd ag ef ddarllen a newid eich atebion. Os gwnewch un newydd, daw’r un hwn i ben.",
  copy: "Copïo’r cod",
  copied: "Wedi’i gopïo.",
  notCopied: "Wnaeth eich porwr ddim ei gopïo. Dewiswch y cod a’i gopïo.",
  mail: {
    heading: "Anfon y cod i gyfeiriad e-bost",
    note: "Does dim rhaid i chi. Nid yw’r neges yn enwi unrhyw alwad, ac mae’r cod ynddi: gall pwy bynnag sy’n darllen eich e-bost ei ddefnyddio. Rydym yn dileu’r cyfeiriad pan fydd y neges wedi mynd, ac nid ydym yn cadw dim sy’n ei gysylltu â’ch atebion.",
    label: "Cyfeiriad e-bost",
    send: "Anfon y cod",
    sent: "Os yw’r cyfeiriad yn gywir, mae neges â’r cod hwn ar ei ffordd. Gall gymryd ychydig funudau, neu lanio ymhlith negeseuon diangen, ac nid yw un cyfeiriad yn cael mwy na phum neges gennym mewn diwrnod. Ysgrifennwch y cod i lawr hefyd, rhag ofn na ddaw.",
    ended:
      "Mae’r cod hwn wedi dod i ben, oherwydd cafodd un mwy newydd ei wneud. Defnyddiwch hwnnw, neu gwnewch un newydd",
    mustWait: (seconds) =>
      `Anfonwyd codau oddi yma sawl gwaith. Ysgrifennwch y cod i lawr, neu gofynnwch eto ymhen ${waitInWords(seconds)}`,
  },
  backToAnswers: "Yn ôl i’ch atebion",
  offHeading: "Os yw pobl eraill yn defnyddio’r ddyfais hon",
  offNote:
    "Gall unrhyw un sy’n defnyddio’r porwr hwn agor eich atebion. Pan fydd gennych god dychwelyd, gallwch eu tynnu oddi ar y ddyfais hon. Maen nhw’n aros ar ein gweinydd, a dim ond y cod sy’n eu hagor.",
  off: "Mae fy nghod gen i: tynnu fy atebion oddi ar y ddyfais hon",
  deleteLink: "Dileu fy atebion yn lle hynny",
  offDoneHeading: "Mae eich atebion wedi’u tynnu oddi ar y ddyfais hon",
  offDone:
    "Maen nhw’n cael eu cadw ar ein gweinydd tan yr amser a ddywedon ni wrthych. Dim ond eich cod dychwelyd sy’n eu hagor.",
};

/** Leaving a form and coming back to it, here or on another device. */
export const comingBackWords: English = {
  until: ({ at, because }) =>
    because === "call-closes"
      ? `Gallwch ddod yn ôl ac anfon yr atebion hyn tan ${formatTime(at)}, amser y DU, pan fydd yr alwad yn cau.`
      : `Gallwch ddod yn ôl at yr atebion hyn tan ${formatTime(at)}, amser y DU. Yna byddwn yn eu dileu, oni bai eich bod wedi eu cadw eto.`,
  save,
  codeLetter: ({ code, comeBackAt, until }) => ({
    subject: "Y cod y gofynnoch amdano",
    text: [
      "Dyma’r cod y gofynnoch amdano:",
      code,
      `Teipiwch ef ar y dudalen hon, ar unrhyw ddyfais:\n${comeBackAt}`,
      until,
      "Os caiff cod mwy newydd ei wneud, daw’r un hwn i ben. Cadwch ef yn breifat: gall pwy bynnag sydd ag ef ddarllen a newid yr hyn a gadwyd. Dilëwch y neges hon pan na fydd ei hangen arnoch mwyach.",
      "Os na ofynnoch am god, teipiodd rhywun eich cyfeiriad mewn camgymeriad. Does dim rhaid i chi wneud dim.",
      "Does neb yn darllen atebion i’r neges hon.",
    ].join("\n\n"),
  }),
  comeBack: {
    link: "Dod yn ôl at eich atebion gyda chod",
    heading: "Beth yw eich cod dychwelyd?",
    hint: "Mae ganddo 24 o lythrennau a rhifau, fel AAAA-BBBB-CCCC-DDDD-EEEE-FFFF. Nid yw bylchau, cysylltnodau a llythrennau bach o bwys.",
    open: "Agor fy atebion",
    refusals: {
      "unknown-code":
        "Rhowch eich cod dychwelyd. Nid yw hwn yn agor dim: gall fod camgymeriad ynddo, neu gall fod yn un hŷn, neu gall ei atebion fod wedi’u hanfon neu eu dileu",
      "too-many-drafts":
        "Mae gan y porwr hwn 20 set o atebion sydd heb eu hanfon, sef y mwyaf rydym yn ei gadw. Anfonwch neu dilëwch un ohonyn nhw, yna rhowch eich cod eto",
    },
    mustWait: (seconds) =>
      `Rhoddwyd cynnig ar lawer o godau. Arhoswch ${waitInWords(seconds)}, yna rhowch eich cod eto`,
    helpHeading: "Os nad oes gennych god",
    help: [
      "Ar y ddyfais ac yn y porwr y dechreuoch ynddo, ewch i dudalen yr alwad. Mae’n dangos eich atebion.",
      "Os ydych wedi colli’r cod ac na allwch ddefnyddio’r ddyfais honno, ni all neb agor eich atebion: nid ydym yn cadw copi o’r cod. Gallwch ddechrau eto o dudalen yr alwad.",
      "Math arall o god yw cod derbynneb, neu god a roddon ni i chi i ateb yn hwyr. Nid yw’n gweithio yma.",
    ],
  },
  somebodyElse: {
    heading: "Dechrau eto fel rhywun arall",
    lead: "Rydych yn cael ffurflen wag i chi eich hun. Nid yw’n newid dim yn yr atebion sydd yma’n barod.",
    stays: (time) =>
      `Mae’r atebion hynny’n aros ar y ddyfais hon tan ${time}, amser y DU, oni bai eu bod yn cael eu dileu neu eu tynnu oddi arni cyn hynny. Tan hynny gall unrhyw un sy’n defnyddio’r porwr hwn eu hagor, a’ch rhai chi hefyd.`,
    start: "Dechrau fy atebion fy hun",
    offHeading:
      "Os chi biau’r atebion sydd yma hefyd, neu os ydych yn rhannu’r ddyfais hon",
    off: "Gallwch gael cod dychwelyd ar eu cyfer ac yna eu tynnu oddi ar y ddyfais hon.",
    offLink: "Cael cod a’u tynnu oddi ar y ddyfais hon",
    delete: {
      note: "Neu gallwch eu dileu, yma ac ar ein gweinydd.",
      link: "Dileu’r atebion sydd yma",
    },
  },
};
