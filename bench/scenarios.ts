import { createHmac } from "node:crypto";
import { fileForm, multipart, sameOrigin, urlencoded } from "./forms.ts";
import type { Load } from "./measure.ts";
import type { Addresses } from "./portal.ts";
import type { Prepared } from "./prepare.ts";

export type Scenario = { title: string; heard: Load; node: Load; remix: Load };

const answer =
  "Ask the people who were there, and tell them what came of it. ".repeat(12);
const token = `bench.${createHmac("sha256", "floor").update("bench").digest("base64url")}`;

/** What the floors' form is sent with. */
const floorFields = {
  csrf: token,
  name: "Ada Okafor",
  email: "ada@council.example",
  respond_as: "organisation",
  declaration: "yes",
  q1: answer,
  q2: answer,
};

const loaded = { connections: 16 };

/** The same kind of work on a floor. */
export function floorLoads(origin: string) {
  const url = `${origin}/`;
  const post = {
    ...loaded,
    method: "POST",
    // Where Remix looks for the action of the first page; bare Node looks at the method alone.
    url: `${url}?index`,
    expectedStatus: 303,
  } as const;
  return {
    read: { ...loaded, method: "GET", url, expectedStatus: 200 } as const,
    write: {
      ...post,
      headers: urlencoded,
      body: new URLSearchParams(floorFields).toString(),
    },
    writeFile: {
      ...post,
      headers: multipart,
      body: fileForm("file", floorFields),
    },
  };
}

/** What is measured with 16 at once, each beside the same kind of work on the bare floors. */
export function scenarios(at: Addresses, prepared: Prepared): Scenario[] {
  const { callSlug, draftCookies, draftMarks } = prepared;
  const form = `${at.heard}/respond/${callSlug}`;
  const ownPage = sameOrigin(at.heard);
  const cookieOf = (index: number) =>
    draftCookies[index % draftCookies.length] ?? "";
  const floors = { node: floorLoads(at.node), remix: floorLoads(at.remix) };
  const beside = (kind: "read" | "write" | "writeFile") => ({
    node: floors.node[kind],
    remix: floors.remix[kind],
  });
  const get = (path: string): Load => ({
    ...loaded,
    method: "GET",
    url: `${at.heard}${path}`,
    expectedStatus: 200,
  });
  const post = (path: string, body: Record<string, string>): Load => ({
    ...loaded,
    method: "POST",
    cookieOf,
    url: `${form}${path}`,
    expectedStatus: 303,
    headers: { ...urlencoded, ...ownPage },
    body: new URLSearchParams(body).toString(),
  });
  const filesPost: Load = {
    ...post("/files", {}),
    headers: { ...multipart, ...ownPage },
    body: fileForm("files", {}),
  };
  // One rendering of the page sends it again and again, as after Back: another's text would be
  // another tab's. What is the same word for word would be held back when it is sent.
  const bodyOf = (index: number) =>
    new URLSearchParams({
      draft: draftMarks[index % draftMarks.length] ?? "",
      version: "0",
      rendering: "0123456789abcdef0123456789abcdef",
      advice: `${answer}${index}`,
    }).toString();
  const submit = { ...post("/check", {}), maxRequests: draftCookies.length };
  const questionPage = { ...get(`/respond/${callSlug}/advice`), cookieOf };
  return [
    { title: "GET home", heard: get("/"), ...beside("read") },
    {
      title: "GET call page",
      heard: get(`/calls/${callSlug}`),
      ...beside("read"),
    },
    {
      title: "GET question page, with a draft",
      heard: questionPage,
      ...beside("read"),
    },
    {
      title: "POST question page",
      heard: { ...post("/advice", { advice: answer }), bodyOf },
      ...beside("write"),
    },
    { title: "POST 1 MB PDF", heard: filesPost, ...beside("writeFile") },
    { title: "final submit", heard: submit, ...beside("write") },
  ];
}
