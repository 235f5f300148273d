/** The bytes of a file. */
export function fileAddress(publicId: string): string {
  return `/review/files/${encodeURIComponent(publicId)}`;
}

/** The bytes of its copy without hidden data. */
export function fileCopyAddress(publicId: string): string {
  return `${fileAddress(publicId)}?as=copy`;
}

/** What is said of a file that is held back. */
export function heldFileAddress(
  publicId: string,
  part: "original" | "copy" = "original",
): string {
  const address = `${fileAddress(publicId)}/held`;
  return part === "copy" ? `${address}?as=copy` : address;
}

/** A page of a PDF, from 1 on, as a picture. */
export function filePageAddress(publicId: string, page: number): string {
  return `${fileAddress(publicId)}/pages/${page}`;
}
