const photoExtensions = [
  ...["heic", "heif", "hif", "avif", "webp", "gif", "bmp", "tif", "tiff"],
  ...["jxl", "jp2", "dng"],
];

const documentExtensions = [
  ...["pptx", "ppsx", "pub", "one", "xps", "oxps", "vsdx", "msg", "eml"],
  ...["pages", "numbers", "key", "odp", "ods", "odg", "epub", "md"],
  ...["gdoc", "gsheet", "gslides"],
];

/**
 * Why a file with this ending is not taken. A phone's photo and a document of
 * another program can be turned into what we take, and their senders are told how.
 */
export function refusalOfExtension(
  extension: string,
): "foreign-photo" | "foreign-document" | "wrong-type" {
  const sought = extension.toLowerCase();
  if (photoExtensions.includes(sought)) return "foreign-photo";
  return documentExtensions.includes(sought)
    ? "foreign-document"
    : "wrong-type";
}
