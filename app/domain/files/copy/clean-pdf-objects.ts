/** A PDF as qpdf writes it in JSON: names begin with a slash, `4 0 R` names another object. */
type PdfValue =
  string | number | boolean | null | PdfValue[] | { [key: string]: PdfValue };
type PdfDictionary = { [key: string]: PdfValue };

export type PdfObject = {
  value?: PdfValue;
  stream?: { dict: PdfDictionary; datafile?: string };
};
export type PdfObjects = Record<string, PdfObject>;

/** Properties, private data of programs, attached files, thumbnails, and whatever runs. */
const droppedKeys = [
  ...["/Metadata", "/PieceInfo", "/LastModified", "/Info", "/ID", "/AF"],
  ...["/OpenAction", "/AA", "/JavaScript", "/EmbeddedFiles", "/Thumb"],
  ...["/SpiderInfo", "/XFA", "/Popup", "/IRT", "/Encrypt"],
];

/** Notes in the margin and attachments: not part of the page that a reader sees. */
const droppedAnnotations = [
  ...["/Text", "/Popup", "/FileAttachment", "/Sound", "/Movie", "/Screen"],
  ...["/RichMedia", "/3D"],
];
/** Who made a mark, when, and what they wrote beside it. */
const keysOfMarks = ["/T", "/M", "/CreationDate", "/NM", "/Subj", "/RC"];
const runningActions = [
  ...["/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/Rendition"],
  ...["/GoToE", "/Movie", "/Sound"],
];

const isDictionary = (value: PdfValue | undefined): value is PdfDictionary =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isIn = (list: readonly string[], value: PdfValue | undefined) =>
  typeof value === "string" && list.includes(value);

const isDropped = (value: PdfValue | undefined) =>
  isDictionary(value) &&
  "/Rect" in value &&
  isIn(droppedAnnotations, value["/Subtype"]);

/**
 * Takes out of a PDF's objects what is not the page itself. What nothing leads
 * to any more is not written: who writes the file follows the references.
 */
export function cleanPdfObjects(objects: PdfObjects): PdfObjects {
  const dropped = new Set(
    Object.entries(objects)
      .filter(([, { value }]) => isDropped(value))
      .map(([name]) => name.replace(/^obj:/, "")),
  );
  return Object.fromEntries(
    Object.entries(objects).map(([name, object]) => [
      name,
      cleanObject(object, dropped),
    ]),
  );
}

function cleanObject(object: PdfObject, dropped: Set<string>): PdfObject {
  const { value, stream } = object;
  if (stream) {
    const dict = cleanDictionary(stream.dict, dropped);
    return { ...object, stream: { ...stream, dict } };
  }
  return value === undefined ? object : { value: cleanValue(value, dropped) };
}

function cleanValue(value: PdfValue, dropped: Set<string>): PdfValue {
  if (Array.isArray(value))
    return value
      .filter(
        (one) =>
          !isDropped(one) && !(typeof one === "string" && dropped.has(one)),
      )
      .map((one) => cleanValue(one, dropped));
  return isDictionary(value) ? cleanDictionary(value, dropped) : value;
}

function cleanDictionary(
  dictionary: PdfDictionary,
  dropped: Set<string>,
): PdfDictionary {
  const subtype = dictionary["/Subtype"];
  const isMark = "/Rect" in dictionary && subtype !== "/Widget";
  const showsItsWords = isIn(["/FreeText", "/Stamp", "/Link"], subtype);
  const kept = Object.entries(dictionary).filter(([key, value]) => {
    if (droppedKeys.includes(key)) return false;
    if (isMark && keysOfMarks.includes(key)) return false;
    if (isMark && key === "/Contents" && !showsItsWords) return false;
    return !(isDictionary(value) && isIn(runningActions, value["/S"]));
  });
  return Object.fromEntries(
    kept.map(([key, value]) => [key, cleanValue(value, dropped)]),
  );
}
