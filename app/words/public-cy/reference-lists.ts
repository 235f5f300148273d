import type { evidenceWords } from "../public-en/evidence.ts";
import { counted, inFigures, item, record } from "./counting.ts";

type English = (typeof evidenceWords)["evidence"];

const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`;

/** A whole list of references, pasted or sent as a file, and what was read of it. */
export const listWords = {
  listHeading: "Gludo neu uwchlwytho rhestr o gyfeiriadau",
  listLead:
    "Gall y rhan fwyaf o reolwyr cyfeiriadau a chronfeydd data allforio un: RIS, BibTeX, CSL-JSON, neu fformat PubMed ei hun.",
  listLimits: ({ records, bytes, items }) =>
    `Hyd at ${counted(records, record)} a ${megabytes(bytes)} ar y tro, a ${counted(items, item)} i gyd.`,
  paste: "Gludwch y rhestr",
  pasteHint: "Holl destun yr allforiad, fel y mae",
  upload: "Neu dewiswch ffeil",
  uploadHint: "Yn gorffen â .ris, .nbib, .bib, .json neu .txt",
  read: "Darllen y rhestr",
  nothingSent: "Gludwch restr neu dewiswch ffeil",
  textCut:
    "Mae’r testun a ludoch yn hirach nag y gallwn ei dderbyn mewn blwch, felly ni chafodd dim ohono ei ychwanegu. Cadwch ef fel ffeil a dewiswch honno, neu gludwch lai ar y tro.",
  refusals: {
    empty: "Does dim ynddi. Gludwch holl destun yr allforiad",
    "unknown-format":
      "Nid rhestr y gallwn ei darllen yw hon. Allforiwch hi eto fel RIS, BibTeX, CSL-JSON neu PubMed, neu ychwanegwch eitemau â llaw",
    "too-many-bytes": ({ bytes }: { bytes: number }) =>
      `Mae’r rhestr hon yn fwy na ${megabytes(bytes)}. Anfonwch hi mewn rhannau`,
    "too-many-lines":
      "Mae gan y rhestr hon fwy o linellau nag y gallwn eu darllen ar y tro. Anfonwch hi mewn rhannau",
    "no-time":
      "Cymerodd darllen y rhestr hon yn rhy hir, felly ni chafodd dim ohoni ei ychwanegu. Anfonwch hi mewn rhannau",
    busy: "Mae llawer o restrau’n cael eu darllen ar hyn o bryd, felly ni chafodd eich un chi ei darllen. Arhoswch funud, yna pwyswch y botwm eto",
    "not-received":
      "Wnaeth y ffeil ddim ein cyrraedd. Dewiswch hi eto, neu gludwch ei thestun",
  },
  resultHeading: (read, seen) =>
    `Darllenwyd ${inFigures(read)} o ${inFigures(seen)}`,
  resultAdded: (count) =>
    count === 1
      ? "Mae yn eich rhestr nawr."
      : "Maen nhw yn eich rhestr nawr. Gallwch dynnu pob un ohonyn nhw.",
  nothingRead: "Does dim cyfeiriad yn y rhestr hon.",
  brokenHeading: "Heb eu darllen",
  brokenLead:
    "Ni chafodd dim ei ychwanegu o’r rhain. Cywirwch nhw yn eich rheolwr cyfeiriadau neu yn y blwch isod a darllenwch y rhestr eto: ni chaiff yr hyn sydd yn eich rhestr yn barod ei ychwanegu ddwywaith. Neu ychwanegwch nhw â llaw.",
  leftOutHeading: "Wedi’u darllen, ond doedd dim lle",
  remarksHeading: "Edrychwch ar y rhain",
  line: (line) => `Llinell ${inFigures(line)}`,
  broken: {
    "not-closed": "Mae’n stopio cyn ei ddiwedd",
    "not-readable": "Mae coma, cromfach neu ddyfynnod ar goll neu’n ormod",
    "not-a-record": "Nid cyfeiriad yw hwn",
    "too-long": "Mae’n hirach nag unrhyw gyfeiriad",
  },
} satisfies Partial<Omit<English, "refusals">> & {
  refusals: Omit<English["refusals"], "too-many-records">;
};
