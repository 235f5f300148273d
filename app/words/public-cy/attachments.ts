import type * as english from "../public-en/attachments.ts";
import { foreignFiles, foundTypes } from "./foreign-files.ts";

type English = typeof english.attachmentWords;
type Refusals = English["refusals"];
type RefusedFile = Parameters<Refusals["empty"]>[0];

/** "Mae “a.pdf” ..." or, where one file was chosen, "Mae’r ffeil a ddewisoch ...". */
const maeFile = (file: RefusedFile) =>
  file.name ? `Mae “${file.name}”` : "Mae’r ffeil a ddewisoch";

const theFile = (file: RefusedFile) =>
  file.name ? `“${file.name}”` : "y ffeil a ddewisoch";

const notAdded = (file: RefusedFile) =>
  `Ni chafodd ${theFile(file)} ei hychwanegu`;

const megabytes = (bytes: number) =>
  `${Math.round(bytes / 100_000) / 10}MB`.replace(".0MB", "MB");

const takenKinds =
  "PDF, DOCX, ODT, RTF, TXT, CSV, XLSX, neu ffotograff neu lun (JPEG, PNG, HEIC, WebP)";

/** The endings that a name says: they are shown where they gainsay what the file is. */
const endingOf = ({ name = "" }: RefusedFile) =>
  /\.([a-z0-9]{1,10})$/i.exec(name)?.[0] ?? "";

const endingsOfTaken =
  /^\.(?:pdf|docx|odt|rtf|txt|csv|xlsx|png|jpe?g?|jfif|pjpe?g|hei[cf]|webp|avif)$/i;

type Foreign = keyof typeof foreignFiles;
const isForeign = (found: string): found is Foreign =>
  Object.hasOwn(foreignFiles, found);

/** Mae “a page.pdf” yn dudalen we, er bod ei henw yn gorffen â .pdf. Agorwch hi … */
function whatItIs(file: RefusedFile, otherwise: string): string {
  const { found } = file;
  if (!found) return `${maeFile(file)} ${otherwise}`;
  if (!isForeign(found)) {
    const [what, ending] = foundTypes[found];
    return `${maeFile(file)} yn ${what}, er bod ei henw yn dweud rhywbeth arall. Rhowch enw iddi sy’n gorffen â ${ending}, a’i hychwanegu eto`;
  }
  const [what = "", ...wayOn] = foreignFiles[found].split(/(?<=\.) /);
  const ending = endingOf(file);
  const although = endingsOfTaken.test(ending)
    ? `${what.replace(/\.$/, "")}, er bod ei henw yn gorffen â ${ending}.`
    : what;
  return [`${maeFile(file)} yn ${although}`, ...wayOn].join(" ");
}

const refusals: Refusals = {
  "wrong-type": (file) =>
    whatItIs(
      file,
      `o fath nad ydym yn ei adnabod. Cadwch hi fel PDF ac ychwanegwch hwnnw. Rydym yn derbyn ${takenKinds}`,
    ),
  "foreign-photo": (file) =>
    whatItIs(
      file,
      "yn llun mewn fformat na allwn ei dderbyn. Cadwch ef fel JPEG, neu tynnwch sgrinlun ohono, ac ychwanegwch hwnnw",
    ),
  "foreign-document": (file) =>
    whatItIs(
      file,
      "mewn fformat na allwn ei dderbyn. Agorwch hi, cadwch neu allforiwch hi fel PDF ac ychwanegwch hwnnw",
    ),
  archive: (file) => whatItIs({ found: "archive", ...file }, ""),
  "old-format": (file) =>
    whatItIs(
      file,
      "mewn hen fformat Office. Agorwch hi, cadwch hi fel DOCX, XLSX neu PDF ac ychwanegwch honno",
    ),
  mismatch: (file) =>
    whatItIs(
      file,
      "yn fath gwahanol o ffeil i’r hyn y mae ei henw yn ei ddweud. Agorwch hi, cadwch hi fel PDF ac ychwanegwch hwnnw",
    ),
  empty: (file) => `${maeFile(file)} yn wag`,
  encrypted: (file) =>
    `${maeFile(file)} wedi’i diogelu â chyfrinair. Tynnwch y cyfrinair a dewiswch y ffeil eto`,
  "too-big": (file) =>
    `Rhaid i ${theFile(file)} fod yn llai na ${megabytes(file.limits.maxFileBytes)}`,
  "too-many": (file) => {
    const most = `Dim ond hyd at ${file.limits.maxFiles} o ffeiliau y gallwch eu dewis`;
    return file.name ? `${notAdded(file)}. ${most}` : most;
  },
  "unpacked-too-big": (file) =>
    `${maeFile(file)} yn rhy fawr ar ôl ei dadbacio. Gwnewch hi’n llai neu cadwch hi fel PDF`,
  "image-too-large": (file) =>
    `Mae gormod o bicseli yn ${theFile(file)}. Cadwch y llun mewn maint llai`,
  macro: (file) =>
    `Ni chaiff ${theFile(file)} gynnwys macros. Cadwch hi fel DOCX neu XLSX heb macros, neu fel PDF`,
  "embedded-file": (file) =>
    `Ni chaiff ${theFile(file)} gynnwys ffeiliau eraill y tu mewn iddi. Tynnwch nhw a’u dewis ar eu pen eu hunain`,
  "unsafe-archive": (file) =>
    `Doedd dim modd agor ${theFile(file)} yn ddiogel. Agorwch hi, cadwch hi fel ffeil newydd neu fel PDF, a dewiswch y ffeil honno`,
  corrupt: (file) =>
    `${maeFile(file)} wedi’i difrodi a doedd dim modd ei darllen. Agorwch hi, cadwch hi fel ffeil newydd, a dewiswch y ffeil honno`,
  "not-text": (file) =>
    `Mae gan ${theFile(file)} enw ar gyfer testun plaen ond mae’n rhywbeth arall y tu mewn. Cadwch hi fel testun plaen neu fel PDF, a dewiswch y ffeil honno`,
  markup: (file) =>
    `${maeFile(file)} yn dudalen we neu’n ffeil ar gyfer rhaglenni. Cadwch yr hyn mae’n ei ddweud fel testun plaen neu fel PDF, a dewiswch y ffeil honno`,
  "two-in-one": (file) =>
    `${maeFile(file)} yn ddau fath o ffeil mewn un. Agorwch hi, cadwch hi fel ffeil newydd, a dewiswch y ffeil honno`,
  malware: (file) =>
    `${maeFile(file)} yn edrych fel feirws i sganiwr feirysau, felly ni ellir ei derbyn`,
  "not-checked": (file) =>
    `Doedd dim modd gwirio ${theFile(file)} mewn pryd, ac efallai nad bai’r ffeil yw hynny. Rhowch derfyniad fel .pdf neu .docx i’w henw a dewiswch hi eto`,
  "not-received": (file) =>
    `Doedd dim modd uwchlwytho ${theFile(file)} – rhowch gynnig arall arni`,
  "not-taken": (file) =>
    `${notAdded(file)}. Nid yw ffeiliau’n cael eu derbyn yma nawr`,
  "draft-full": (file) =>
    `${notAdded(file)}. Rhaid i’ch holl ffeiliau gyda’i gilydd fod yn llai na ${megabytes(file.limits.maxDraftBytes)}`,
  "no-room": (file) =>
    `${notAdded(file)}, oherwydd does gennym ddim lle i ffeiliau ar hyn o bryd. Mae’r hyn a ysgrifennoch wedi’i gadw. Rhowch gynnig arall arni yn nes ymlaen, neu ysgrifennwch atom`,
  "not-kept": (file) =>
    `${notAdded(file)}, oherwydd ni allwn gadw ffeiliau ar hyn o bryd. Mae’r hyn a ysgrifennoch wedi’i gadw. Rhowch gynnig arall arni ymhen ychydig funudau, neu ysgrifennwch atom`,
  busy: (file) =>
    `${notAdded(file)}, oherwydd mae llawer o bobl yn anfon ffeiliau ar hyn o bryd. Mae’r hyn a ysgrifennoch wedi’i gadw. Rhowch gynnig arall arni ymhen munud`,
};

export const attachmentWords: English = {
  refusals,
  limits: (limits) =>
    `Gallwch ddewis hyd at ${limits.maxFiles} o ffeiliau, pob un yn llai na ${megabytes(limits.maxFileBytes)}${limits.maxFiles * limits.maxFileBytes > limits.maxDraftBytes ? ` a’r cyfan gyda’i gilydd yn llai na ${megabytes(limits.maxDraftBytes)}` : ""}. Gallant fod yn ${takenKinds}.`,
};
