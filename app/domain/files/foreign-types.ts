import type { FileRefusalReason } from "./findings.ts";

/** What people have on their devices and we do not take, by the endings that it goes under. */
const kinds = {
  pages: ["pages"],
  numbers: ["numbers"],
  keynote: ["key", "keynote"],
  presentation: [
    ...["pptx", "ppsx", "potx", "odp", "otp", "fodp", "sxi"],
    ...["ppt", "pps", "pot", "pptm", "ppsm", "potm"],
  ],
  "old-word": ["doc", "dot", "wps", "wri", "sxw", "works"],
  "old-excel": ["xls", "xlt", "xlr", "sxc", "wks"],
  template: ["dotx", "ott", "xltx", "ots"],
  spreadsheet: ["ods", "fods", "xlsb", "tsv", "dif"],
  "open-document": ["odg", "odm", "odf", "fodt", "odb", "otg"],
  publisher: ["pub"],
  note: ["one", "onepkg", "onetoc2", "enex"],
  visio: ["vsdx", "vsd", "mpp", "drawio"],
  database: ["mdb", "accdb", "sqlite", "sav", "dta", "rdata", "sas7bdat"],
  mail: ["eml", "emlx", "msg", "oft", "mbox", "pst", "p7m", "p7s"],
  "web-page": [
    ...["html", "htm", "xhtml", "xht", "shtml", "mht", "mhtml"],
    ...["webarchive", "maff"],
  ],
  link: [
    ...["gdoc", "gsheet", "gslides", "gform", "url", "webloc", "lnk"],
    ...["desktop", "website"],
  ],
  "print-document": ["xps", "oxps", "ps", "eps", "djvu", "djv", "ai", "indd"],
  book: ["epub", "mobi", "azw", "azw3", "fb2", "ibooks"],
  writer: [
    ...["hwp", "hwpx", "abw", "md", "markdown", "tex", "rst", "rtfd"],
    ...["scriv", "lwp", "wpd"],
  ],
  "plain-data": [
    ...["json", "xml", "yaml", "yml", "log", "text", "nfo", "ini", "sql"],
    ...["gpx", "kml", "kmz", "geojson", "ris", "bib", "nbib", "enw"],
  ],
  calendar: ["ics", "vcs"],
  contact: ["vcf"],
  subtitles: ["srt", "vtt", "sub", "ass"],
  tiff: ["tif", "tiff"],
  gif: ["gif"],
  bitmap: ["bmp", "dib", "ico", "cur", "pcx", "tga", "wmf", "emf"],
  drawing: ["svg", "svgz"],
  "raw-photo": [
    ...["dng", "cr2", "cr3", "crw", "nef", "nrw", "arw", "orf", "raf"],
    ...["rw2", "pef", "srw"],
  ],
  picture: [
    ...["jxl", "jp2", "j2k", "jpx", "psd", "xcf", "afphoto", "procreate"],
    ...["sketch", "fig"],
  ],
  sound: [
    ...["m4a", "mp3", "amr", "awb", "wav", "aac", "ogg", "oga", "opus"],
    ...["flac", "wma", "3ga", "caf", "aif", "aiff", "mid", "midi", "m4b"],
    ...["ds2", "dss", "weba"],
  ],
  video: [
    ...["mp4", "m4v", "mov", "qt", "avi", "mkv", "webm", "3gp", "3g2", "wmv"],
    ...["mpg", "mpeg", "mts", "m2ts", "flv", "ogv", "asf", "vob"],
  ],
  archive: [
    ...["zip", "zipx", "7z", "rar", "tar", "gz", "tgz", "bz2", "tbz", "xz"],
    ...["zst", "lzh", "lha", "arj", "cab", "sit", "z", "iso", "dmg", "lz"],
  ],
  unfinished: ["crdownload", "part", "partial", "download", "icloud", "tmp"],
  locked: ["gpg", "pgp", "asc", "age", "axx", "aes", "asice", "kdbx", "pfx"],
  program: [
    ...["exe", "msi", "bat", "cmd", "com", "scr", "pif", "dll", "sys", "apk"],
    ...["app", "jar", "js", "mjs", "jse", "vbs", "vbe", "wsf", "hta", "ps1"],
    ...["sh", "py", "php", "pl", "rb", "ts", "class", "deb", "rpm", "elf"],
    ...["pkg", "ipa", "xpi", "crx", "reg", "chm", "cpl", "msix", "swf"],
  ],
  font: ["ttf", "otf", "woff", "woff2", "eot"],
} as const satisfies Record<string, readonly string[]>;

export type ForeignKind = keyof typeof kinds;

export const foreignKinds = Object.keys(kinds) as ForeignKind[];

const kindsByExtension = new Map<string, ForeignKind>(
  foreignKinds.flatMap((kind) =>
    kinds[kind].map((extension) => [extension, kind] as const),
  ),
);

/** What a file with this ending is, or one whose bytes are known by it; undefined where nobody knows the ending. */
export function kindOfExtension(extension: string): ForeignKind | undefined {
  return kindsByExtension.get(extension.toLowerCase());
}

const ofPictures: readonly ForeignKind[] = [
  ...(["tiff", "gif", "bitmap", "raw-photo", "picture"] as const),
];
const ofNoDocument: readonly ForeignKind[] = [
  ...(["web-page", "drawing", "sound", "video", "program", "font"] as const),
  ...(["plain-data", "calendar", "contact", "unfinished", "locked"] as const),
  ...(["database", "link", "subtitles"] as const),
];

/**
 * Why a file of such a kind is not taken. A photo and a document of another
 * program can be turned into what we take, an archive holds what we might, and
 * their senders are told how.
 */
export function reasonOfKind(kind: ForeignKind): FileRefusalReason {
  if (kind === "archive") return "archive";
  if (kind === "old-word" || kind === "old-excel") return "old-format";
  if (ofPictures.includes(kind)) return "foreign-photo";
  return ofNoDocument.includes(kind) ? "wrong-type" : "foreign-document";
}

/** Parts that only one kind of document has; the first that is found decides. */
const tellingParts: [part: RegExp, kind: ForeignKind][] = [
  [/^ppt\/presentation\.xml$/, "presentation"],
  [/^(?:Index\/Slide.*\.iwa|index\.apxl(?:\.gz)?)$/, "keynote"],
  [/^Index\/(?:CalculationEngine|Tables\/DataList).*\.iwa$/, "numbers"],
  [/^(?:Index\/.+\.iwa|index\.xml(?:\.gz)?)$/, "pages"],
  [/^Metadata\/DocumentIdentifier$/, "pages"],
  [/^FixedDocSeq\.fdseq$/i, "print-document"],
  [/^visio\/document\.xml$/, "visio"],
  [/^(?:AndroidManifest\.xml|META-INF\/MANIFEST\.MF)$/, "program"],
  [/^(?:\[Content_Types\]\.xml|mimetype)$/, "open-document"],
];

const openDocument = "application/vnd.oasis.opendocument.";
const kindsByMimetype: [start: string, kind: ForeignKind][] = [
  [`${openDocument}presentation`, "presentation"],
  [`${openDocument}spreadsheet`, "spreadsheet"],
  [`${openDocument}text-template`, "template"],
  ["application/epub+zip", "book"],
];

/**
 * What a ZIP is in which there is none of the documents we take.
 *
 * @param mimetype what an OpenDocument says of itself; empty where the ZIP has no such part.
 */
export function kindOfZip(
  names: Iterable<string>,
  { mimetype, contentTypes }: { mimetype: string; contentTypes: string },
): ForeignKind {
  const said = kindsByMimetype.find(([start]) => mimetype.startsWith(start));
  if (said) return said[1];
  if (/\.template\.main\+xml/.test(contentTypes)) return "template";
  const all = [...names];
  const found = tellingParts.find(([part]) =>
    all.some((name) => part.test(name)),
  );
  return found ? found[1] : "archive";
}
