/**
 * What a file is that we do not take, and the way on. The kinds are those of
 * the files area, mirrored here because words import nothing.
 */
type ForeignKind =
  | "pages"
  | "numbers"
  | "keynote"
  | "presentation"
  | "old-word"
  | "old-excel"
  | "template"
  | "spreadsheet"
  | "open-document"
  | "publisher"
  | "note"
  | "visio"
  | "database"
  | "mail"
  | "web-page"
  | "link"
  | "print-document"
  | "book"
  | "writer"
  | "plain-data"
  | "calendar"
  | "contact"
  | "subtitles"
  | "tiff"
  | "gif"
  | "bitmap"
  | "drawing"
  | "raw-photo"
  | "picture"
  | "sound"
  | "video"
  | "archive"
  | "unfinished"
  | "locked"
  | "program"
  | "font";

/** A kind that we take. */
type AcceptedType =
  | "pdf"
  | "docx"
  | "odt"
  | "rtf"
  | "txt"
  | "csv"
  | "xlsx"
  | "png"
  | "jpeg"
  | "heic"
  | "webp"
  | "avif";

export type FoundKind = ForeignKind | AcceptedType;

const printAsPdf = "Open it, choose Print, then Save as PDF, and add that";

/** After "“holiday.pages” is". */
export const foreignFiles: Record<ForeignKind, string> = {
  pages:
    "a Pages document. Open it in Pages, choose Export to PDF and add that",
  numbers:
    "a Numbers spreadsheet. Open it in Numbers, choose Export to Excel or to PDF and add that",
  keynote:
    "a Keynote presentation. Open it in Keynote, choose Export to PDF and add that",
  presentation:
    "a presentation. Open it in PowerPoint or the program it was made with, save it as a PDF and add that",
  "old-word":
    "a document in an older Office format. Open it, save it as DOCX or PDF and add that",
  "old-excel":
    "a spreadsheet in an older Office format. Open it, save it as XLSX or PDF and add that",
  template:
    "a template. Open it, save it as a document (DOCX or ODT) or as a PDF and add that",
  spreadsheet:
    "a spreadsheet in a format that we cannot take. Open it, save it as XLSX, CSV or PDF and add that",
  "open-document":
    "a document in a format that we cannot take. Open it, save or export it as a PDF and add that",
  publisher:
    "a Publisher document. Open it in Publisher, save it as a PDF and add that",
  note: "a page from a notes app. Open it in the app, choose Export or Print, save it as a PDF and add that",
  visio: "a drawing or plan. Open it, save or export it as a PDF and add that",
  database:
    "a data file for another program. Open it there, export the table as CSV or XLSX and add that",
  mail: `an e-mail. ${printAsPdf}. Add what was attached to it as files of their own`,
  "web-page": `a web page. ${printAsPdf}`,
  link: "a link to something, and not the thing itself. Open it, download it or save it as a PDF and add that",
  "print-document":
    "a document in a format for printing. Open it, save or export it as a PDF and add that",
  book: "an e-book. Add a PDF of the pages that matter, or write in your answer which book it is",
  writer:
    "a document in a format that we cannot take. Open it, save or export it as a PDF or as DOCX and add that",
  "plain-data":
    "a file for programs. Open it, save what matters in it as plain text (TXT), CSV or PDF and add that",
  calendar: "a calendar entry. Write what it says into your answer instead",
  contact: "a contact card. Write what it says into your answer instead",
  subtitles:
    "a file of subtitles. Open it, save its words as plain text (TXT) or PDF and add that",
  tiff: "a TIFF scan or picture. Open it, save or export it as a PDF or JPEG and add that",
  gif: "a GIF picture. Open it, save it as a PNG or JPEG, or take a screenshot, and add that",
  bitmap:
    "a picture in a format that we cannot take. Open it, save it as a PNG or JPEG and add that",
  drawing:
    "a drawing (SVG). Open it, save or export it as a PDF or PNG and add that",
  "raw-photo":
    "a photo as a camera keeps it before it is developed. Export it as a JPEG and add that",
  picture:
    "a picture in a format that we cannot take. Export it as a JPEG or PNG, or take a screenshot, and add that",
  sound:
    "a sound recording, which we cannot take here. Write down what is said in it, or have your phone write it down, and add that as a PDF, DOCX or TXT",
  video:
    "a video, which we cannot take here. Write down what it shows, and add that as a PDF, DOCX or TXT, with screenshots if they help",
  archive:
    "an archive: other files are packed into it. Unpack it, and add the files that you want to send on their own",
  unfinished:
    "a download that has not finished. Wait until it has, or download it again, and add the finished file",
  locked:
    "locked or signed by another program. Open it there, save it without the lock and add that",
  program:
    "a program, which we never take. If you meant to show what it does, add a PDF or a screenshot",
  font: "a font, which we cannot take. If it is about what something looks like, add a PDF or a screenshot",
};

/** What of ours a file is under another's name, with the ending that it should have. */
export const foundTypes: Record<AcceptedType, [what: string, ending: string]> =
  {
    pdf: ["a PDF", ".pdf"],
    docx: ["a Word document", ".docx"],
    odt: ["an OpenDocument text", ".odt"],
    rtf: ["an RTF document", ".rtf"],
    txt: ["plain text", ".txt"],
    csv: ["a CSV table", ".csv"],
    xlsx: ["an Excel spreadsheet", ".xlsx"],
    png: ["a PNG picture", ".png"],
    jpeg: ["a JPEG picture", ".jpg"],
    heic: ["a HEIC photo", ".heic"],
    webp: ["a WebP picture", ".webp"],
    avif: ["an AVIF picture", ".avif"],
  };

export function isForeign(found: FoundKind): found is ForeignKind {
  return Object.hasOwn(foreignFiles, found);
}
