const photoExtensions = [
  ...["heic", "heif", "hif", "avif", "webp", "gif", "bmp", "tif", "tiff"],
  ...["jxl", "jp2", "psd", "ico", "dng", "cr2", "cr3", "nef", "arw", "orf"],
  ...["raf", "rw2"],
];

const documentExtensions = [
  ...["pptx", "ppsx", "potx", "dotx", "xltx", "xlsb", "pub", "one", "xps"],
  ...["oxps", "vsdx", "msg", "eml", "pages", "numbers", "key", "odp", "ods"],
  ...["odg", "odm", "ott", "ots", "otp", "fodt", "epub", "mobi", "md", "wpd"],
  ...["hwp", "hwpx", "abw", "ps", "eps", "mht", "mhtml", "djvu"],
  ...["gdoc", "gsheet", "gslides"],
];

const archiveExtensions = [
  ...["zip", "7z", "rar", "tar", "gz", "tgz", "bz2", "xz", "zst", "lzh", "arj"],
];

/**
 * Why a file with this ending, or with bytes that are known by it, is not taken.
 * A phone's photo and a document of another program can be turned into what we
 * take, an archive holds what we might, and their senders are told how.
 */
export function refusalOfExtension(
  extension: string,
): "foreign-photo" | "foreign-document" | "archive" | "wrong-type" {
  const sought = extension.toLowerCase();
  if (photoExtensions.includes(sought)) return "foreign-photo";
  if (archiveExtensions.includes(sought)) return "archive";
  return documentExtensions.includes(sought)
    ? "foreign-document"
    : "wrong-type";
}

/** Parts that only a document's program writes: Office and its like, Apple's programs of today and before. */
const documentParts =
  /^(?:\[Content_Types\]\.xml|mimetype|Index\/.+\.iwa|index\.(?:xml|apxl)(?:\.gz)?|Metadata\/DocumentIdentifier)$/;

/** Why a ZIP is not taken in which there is none of the documents we take. */
export function refusalOfZip(
  names: Iterable<string>,
): "foreign-document" | "archive" {
  return [...names].some((name) => documentParts.test(name))
    ? "foreign-document"
    : "archive";
}
