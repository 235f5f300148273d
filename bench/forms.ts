import { onePagePdf } from "./pdf.ts";

const boundary = "----heard-bench";

export const urlencoded = {
  "content-type": "application/x-www-form-urlencoded",
};
export const multipart = {
  "content-type": `multipart/form-data; boundary=${boundary}`,
};

/** What a browser says of a form of the page's own. */
export function sameOrigin(origin: string) {
  return { origin, "sec-fetch-site": "same-origin" };
}

/** A form with one PDF of so many bytes. */
export function fileForm(
  fileField: string,
  fields: Record<string, string>,
  byteSize = 1_000_000,
): Buffer {
  const texts = Object.entries(fields).map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return Buffer.concat([
    Buffer.from(
      `${texts.join("")}--${boundary}\r\nContent-Disposition: form-data; name="${fileField}"; filename="evidence.pdf"\r\nContent-Type: application/pdf\r\n\r\n`,
    ),
    onePagePdf(byteSize),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
}
