import type { Load } from "./measure.ts";
import type { Prepared } from "./prepare.ts";
import { searchedWord } from "./texts.ts";

export type Scenario = { title: string; heard: Load; floor: Load };

const boundary = "----heard-bench";
const urlencoded = { "content-type": "application/x-www-form-urlencoded" };
const multipart = {
  "content-type": `multipart/form-data; boundary=${boundary}`,
};
const answer =
  "Ask the people who were there, and tell them what came of it. ".repeat(12);

/** A PDF of a megabyte that readers open: one page, and a stream that nothing draws. */
function onePagePdf(byteSize: number): Buffer {
  const padding = "0".repeat(byteSize - 500);
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
    `<< /Length ${padding.length} >>\nstream\n${padding}\nendstream`,
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const crossReferences = `xref\n0 5\n0000000000 65535 f \n${offsets.join("")}`;
  return Buffer.from(
    `${body}${crossReferences}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
  );
}

function multipartBody(
  fileField: string,
  fields: Record<string, string>,
): Buffer {
  const texts = Object.entries(fields).map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return Buffer.concat([
    Buffer.from(
      `${texts.join("")}--${boundary}\r\nContent-Disposition: form-data; name="${fileField}"; filename="evidence.pdf"\r\nContent-Type: application/pdf\r\n\r\n`,
    ),
    onePagePdf(1_000_000),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
}

type Addresses = { heard: string; floor: string };

/** What is measured, each beside the same kind of work on the bare floor. */
export function scenarios(at: Addresses, prepared: Prepared): Scenario[] {
  const { callSlug, draftCookies, staffCookie } = prepared;
  const form = `${at.heard}/respond/${callSlug}`;
  const ownPage = { origin: at.heard, "sec-fetch-site": "same-origin" };
  const cookieOf = (index: number) =>
    draftCookies[index % draftCookies.length] ?? "";
  const floorGet: Load = {
    method: "GET",
    url: `${at.floor}/`,
    connections: 16,
    expectedStatus: 200,
  };
  const floorPost: Load = {
    method: "POST",
    url: `${at.floor}/`,
    connections: 16,
    expectedStatus: 303,
    headers: urlencoded,
    body: new URLSearchParams({ q1: answer, q2: answer }).toString(),
  };
  const heardGet = {
    method: "GET",
    connections: 16,
    expectedStatus: 200,
  } as const;
  const heardPost = { method: "POST", connections: 16, cookieOf } as const;
  const review = {
    ...heardGet,
    connections: 1,
    headers: { cookie: staffCookie },
  };
  return [
    {
      title: "GET call page",
      heard: { ...heardGet, url: `${at.heard}/calls/${callSlug}` },
      floor: floorGet,
    },
    {
      title: "GET question page, with a draft",
      heard: { ...heardGet, url: `${form}/advice`, cookieOf },
      floor: floorGet,
    },
    {
      title: "POST question page",
      heard: {
        ...heardPost,
        url: `${form}/advice`,
        expectedStatus: 303,
        headers: { ...urlencoded, ...ownPage },
        body: new URLSearchParams({ advice: answer }).toString(),
      },
      floor: floorPost,
    },
    {
      title: "POST 1 MB PDF",
      heard: {
        ...heardPost,
        url: `${form}/files`,
        expectedStatus: 303,
        headers: { ...multipart, ...ownPage },
        body: multipartBody("files", {}),
      },
      floor: {
        ...floorPost,
        headers: multipart,
        body: multipartBody("file", { q1: answer }),
      },
    },
    {
      title: "final submit",
      heard: {
        ...heardPost,
        url: `${form}/check`,
        expectedStatus: 303,
        headers: { ...urlencoded, ...ownPage },
        maxRequests: draftCookies.length,
      },
      floor: floorPost,
    },
    {
      title: "queue page, 10,000 responses",
      heard: { ...review, url: `${at.heard}/review/queue` },
      floor: { ...floorGet, url: `${at.floor}/queue`, connections: 1 },
    },
    {
      title: "search, 10,000 responses",
      heard: { ...review, url: `${at.heard}/review/queue?q=${searchedWord}` },
      floor: {
        ...floorGet,
        url: `${at.floor}/queue?q=${searchedWord}`,
        connections: 1,
      },
    },
  ];
}
