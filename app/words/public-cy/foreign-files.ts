import type * as english from "../public-en/foreign-files.ts";

const printAsPdf =
  "Agorwch hi, dewiswch Argraffu, yna Cadw fel PDF, ac ychwanegwch hwnnw";

/** After "Mae “holiday.pages” yn": soft mutation. */
export const foreignFiles: typeof english.foreignFiles = {
  pages:
    "ddogfen Pages. Agorwch hi yn Pages, dewiswch allforio i PDF ac ychwanegwch hwnnw",
  numbers:
    "daenlen Numbers. Agorwch hi yn Numbers, dewiswch allforio i Excel neu i PDF ac ychwanegwch honno",
  keynote:
    "gyflwyniad Keynote. Agorwch ef yn Keynote, dewiswch allforio i PDF ac ychwanegwch hwnnw",
  presentation:
    "gyflwyniad. Agorwch ef yn PowerPoint neu’r rhaglen y cafodd ei wneud â hi, cadwch ef fel PDF ac ychwanegwch hwnnw",
  "old-word":
    "ddogfen mewn hen fformat Office. Agorwch hi, cadwch hi fel DOCX neu PDF ac ychwanegwch honno",
  "old-excel":
    "daenlen mewn hen fformat Office. Agorwch hi, cadwch hi fel XLSX neu PDF ac ychwanegwch honno",
  template:
    "dempled. Agorwch ef, cadwch ef fel dogfen (DOCX neu ODT) neu fel PDF ac ychwanegwch honno",
  spreadsheet:
    "daenlen mewn fformat na allwn ei dderbyn. Agorwch hi, cadwch hi fel XLSX, CSV neu PDF ac ychwanegwch honno",
  "open-document":
    "ddogfen mewn fformat na allwn ei dderbyn. Agorwch hi, cadwch neu allforiwch hi fel PDF ac ychwanegwch hwnnw",
  publisher:
    "ddogfen Publisher. Agorwch hi yn Publisher, cadwch hi fel PDF ac ychwanegwch hwnnw",
  note: "dudalen o ap nodiadau. Agorwch hi yn yr ap, dewiswch Allforio neu Argraffu, cadwch hi fel PDF ac ychwanegwch hwnnw",
  visio:
    "lun neu gynllun. Agorwch ef, cadwch neu allforiwch ef fel PDF ac ychwanegwch hwnnw",
  database:
    "ffeil ddata ar gyfer rhaglen arall. Agorwch hi yno, allforiwch y tabl fel CSV neu XLSX ac ychwanegwch hwnnw",
  mail: `neges e-bost. ${printAsPdf}. Ychwanegwch yr hyn a oedd ynghlwm wrthi fel ffeiliau ar wahân`,
  "web-page": `dudalen we. ${printAsPdf}`,
  link: "ddolen i rywbeth, ac nid y peth ei hun. Agorwch hi, lawrlwythwch y peth neu cadwch ef fel PDF ac ychwanegwch hwnnw",
  "print-document":
    "ddogfen mewn fformat ar gyfer argraffu. Agorwch hi, cadwch neu allforiwch hi fel PDF ac ychwanegwch hwnnw",
  book: "e-lyfr. Ychwanegwch PDF o’r tudalennau sy’n bwysig, neu ysgrifennwch yn eich ateb pa lyfr yw",
  writer:
    "ddogfen mewn fformat na allwn ei dderbyn. Agorwch hi, cadwch neu allforiwch hi fel PDF neu fel DOCX ac ychwanegwch honno",
  "plain-data":
    "ffeil ar gyfer rhaglenni. Agorwch hi, cadwch yr hyn sy’n bwysig ynddi fel testun plaen (TXT), CSV neu PDF ac ychwanegwch honno",
  calendar:
    "gofnod calendr. Ysgrifennwch yr hyn mae’n ei ddweud yn eich ateb yn lle hynny",
  contact:
    "gerdyn cyswllt. Ysgrifennwch yr hyn mae’n ei ddweud yn eich ateb yn lle hynny",
  subtitles:
    "ffeil o isdeitlau. Agorwch hi, cadwch ei geiriau fel testun plaen (TXT) neu PDF ac ychwanegwch honno",
  tiff: "sgan neu lun TIFF. Agorwch ef, cadwch neu allforiwch ef fel PDF neu JPEG ac ychwanegwch hwnnw",
  gif: "llun GIF. Agorwch ef, cadwch ef fel PNG neu JPEG, neu tynnwch sgrinlun, ac ychwanegwch hwnnw",
  bitmap:
    "llun mewn fformat na allwn ei dderbyn. Agorwch ef, cadwch ef fel PNG neu JPEG ac ychwanegwch hwnnw",
  drawing:
    "lluniad (SVG). Agorwch ef, cadwch neu allforiwch ef fel PDF neu PNG ac ychwanegwch hwnnw",
  "raw-photo":
    "ffotograff fel mae camera yn ei gadw cyn iddo gael ei ddatblygu. Allforiwch ef fel JPEG ac ychwanegwch hwnnw",
  picture:
    "llun mewn fformat na allwn ei dderbyn. Allforiwch ef fel JPEG neu PNG, neu tynnwch sgrinlun, ac ychwanegwch hwnnw",
  sound:
    "recordiad sain, na allwn ei dderbyn yma. Ysgrifennwch yr hyn sy’n cael ei ddweud ynddo, neu gofynnwch i’ch ffôn ei ysgrifennu, ac ychwanegwch hynny fel PDF, DOCX neu TXT",
  video:
    "fideo, na allwn ei dderbyn yma. Ysgrifennwch yr hyn mae’n ei ddangos, ac ychwanegwch hynny fel PDF, DOCX neu TXT, gyda sgrinluniau os ydyn nhw’n helpu",
  archive:
    "archif: mae ffeiliau eraill wedi’u pacio ynddi. Dadbaciwch hi, ac ychwanegwch y ffeiliau rydych am eu hanfon ar eu pen eu hunain",
  unfinished:
    "lawrlwythiad sydd heb orffen. Arhoswch nes iddo orffen, neu lawrlwythwch y ffeil eto, ac ychwanegwch y ffeil orffenedig",
  locked:
    "ffeil sydd wedi’i chloi neu ei llofnodi gan raglen arall. Agorwch hi yno, cadwch hi heb y clo ac ychwanegwch honno",
  program:
    "rhaglen, nad ydym byth yn ei derbyn. Os oeddech am ddangos beth mae’n ei wneud, ychwanegwch PDF neu sgrinlun",
  font: "ffont, na allwn ei dderbyn. Os yw’n ymwneud â sut mae rhywbeth yn edrych, ychwanegwch PDF neu sgrinlun",
};

/** What of ours a file is under another's name, with the ending that it should have. */
export const foundTypes: typeof english.foundTypes = {
  pdf: ["PDF", ".pdf"],
  docx: ["ddogfen Word", ".docx"],
  odt: ["destun OpenDocument", ".odt"],
  rtf: ["ddogfen RTF", ".rtf"],
  txt: ["destun plaen", ".txt"],
  csv: ["dabl CSV", ".csv"],
  xlsx: ["daenlen Excel", ".xlsx"],
  png: ["llun PNG", ".png"],
  jpeg: ["llun JPEG", ".jpg"],
  heic: ["ffotograff HEIC", ".heic"],
  webp: ["llun WebP", ".webp"],
  avif: ["llun AVIF", ".avif"],
};
