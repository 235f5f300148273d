/**
 * The bare Node floor that Heard's speed is divided by: one http server that
 * does as little as can be done and still keeps the promise (WAL,
 * synchronous=FULL, files fsynced before the answer).
 *
 * Environment: PORT, DATABASE_FILE, UPLOADS_FOLDER.
 */
import { createHmac, randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import Database from "better-sqlite3";
import busboy from "busboy";
import { formPage } from "./form.ts";

const { PORT, DATABASE_FILE = "", UPLOADS_FOLDER = "" } = process.env;
const db = new Database(DATABASE_FILE);
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
const insert = db.prepare(
  "insert into submission (reference, created_at, q1, q2, attachment) values (?, ?, ?, ?, ?)",
);
const list = db.prepare(
  "select id, reference, created_at, status, substr(q1, 1, 120) as extract from submission order by id desc limit 50 offset ?",
);
const count = db.prepare("select count(*) as n from submission");
const search = db.prepare(
  "select s.id, reference, created_at, status, snippet(submission_fts, -1, '', '', '…', 16) as extract from submission_fts join submission s on s.id = submission_fts.rowid where submission_fts match ? order by rank limit 50",
);
const searchCount = db.prepare(
  "select count(*) as n from submission_fts where submission_fts match ?",
);

type ListedRow = {
  id: number;
  reference: string;
  created_at: number;
  status: string;
  extract: string;
};

function signedToken() {
  const nonce = randomBytes(12).toString("base64url");
  const mac = createHmac("sha256", "floor").update(nonce).digest("base64url");
  return `${nonce}.${mac}`;
}

function escapeHtml(text: string) {
  return text.replace(
    /[&<>"]/g,
    (character) => `&#${character.charCodeAt(0)};`,
  );
}

function queueHtml(rows: ListedRow[], total: number) {
  const lines = rows.map(
    (row) =>
      `<tr><th><a href="/queue/${row.id}">${row.reference}</a><td>${new Date(row.created_at).toISOString()}<td>${row.status}<td>${escapeHtml(row.extract)}`,
  );
  return `<!doctype html><title>Responses</title><p>${total} responses<table>${lines.join("")}</table>`;
}

function sendHtml(response: ServerResponse, body: string) {
  response
    .writeHead(200, { "content-type": "text/html; charset=utf-8" })
    .end(body);
}

function answerQueue(response: ServerResponse, words: string | null) {
  if (words === null) {
    const rows = list.all(0) as ListedRow[];
    return sendHtml(
      response,
      queueHtml(rows, (count.get() as { n: number }).n),
    );
  }
  const match = `"${words.replaceAll('"', '""')}"`;
  const rows = search.all(match) as ListedRow[];
  const { n } = searchCount.get(match) as { n: number };
  sendHtml(response, queueHtml(rows, n));
}

function keep(
  response: ServerResponse,
  fields: Map<string, string>,
  attachment: string | null,
) {
  const reference = `F-${randomBytes(6).toString("hex")}`;
  insert.run(
    reference,
    Date.now(),
    fields.get("q1") ?? "",
    fields.get("q2") ?? "",
    attachment,
  );
  response.writeHead(303, { location: `/done?ref=${reference}` }).end();
}

async function keepMultipart(
  request: IncomingMessage,
  response: ServerResponse,
) {
  const fields = new Map<string, string>();
  const files: Promise<string>[] = [];
  const parser = busboy({
    headers: request.headers,
    limits: { fileSize: 10_000_000, files: 1 },
  });
  parser.on("field", (name, value) => fields.set(name, value));
  parser.on("file", (_name, stream) => {
    const file = path.join(UPLOADS_FOLDER, randomBytes(12).toString("hex"));
    const kept = pipeline(stream, createWriteStream(file)).then(() =>
      fsync(file),
    );
    // A body cut off rejects here too, before anybody waits for it.
    kept.catch(() => {});
    files.push(kept);
  });
  await pipeline(request, parser);
  const [attachment = null] = await Promise.all(files);
  keep(response, fields, attachment);
}

async function fsync(file: string) {
  const handle = await open(file, "r+");
  await handle.sync();
  await handle.close();
  return file;
}

async function keepUrlencoded(
  request: IncomingMessage,
  response: ServerResponse,
) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const fields = new URLSearchParams(Buffer.concat(chunks).toString());
  keep(response, new Map(fields), null);
}

http
  .createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://floor");
    if (url.pathname === "/queue")
      return answerQueue(response, url.searchParams.get("q"));
    if (request.method === "GET")
      return sendHtml(response, formPage(signedToken()));
    const isMultipart =
      request.headers["content-type"]?.startsWith("multipart/");
    const kept = isMultipart
      ? keepMultipart(request, response)
      : keepUrlencoded(request, response);
    kept.catch(() => response.writeHead(500).end());
  })
  .listen(Number(PORT), "127.0.0.1", () => process.send?.("ready"));
