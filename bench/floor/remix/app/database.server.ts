import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import Database from "better-sqlite3";

const db = new Database(process.env.DATABASE_FILE ?? "");
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");

export type ListedRow = {
  id: number;
  reference: string;
  created_at: number;
  status: string;
  name: string | null;
  organisation: string | null;
  respond_as: string | null;
  extract: string;
};

const listed =
  "s.id, reference, created_at, status, s.name, s.organisation, respond_as";

export const list = db.prepare<[number], ListedRow>(
  `select ${listed}, substr(q1, 1, 120) as extract from submission s order by id desc limit 50 offset ?`,
);
export const count = db.prepare<[], { n: number }>(
  "select count(*) as n from submission",
);
export const search = db.prepare<[string], ListedRow>(
  `select ${listed}, snippet(submission_fts, -1, '', '', '…', 16) as extract from submission_fts join submission s on s.id = submission_fts.rowid where submission_fts match ? order by rank limit 50`,
);
export const searchCount = db.prepare<[string], { n: number }>(
  "select count(*) as n from submission_fts where submission_fts match ?",
);
export const insert = db.prepare<(string | number | null)[]>(
  "insert into submission (reference, created_at, name, email, organisation, respond_as, q1, q2, q3, q4, q5, attachment) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
);

const sign = (nonce: string) =>
  createHmac("sha256", "floor").update(nonce).digest();

export function makeToken(): string {
  const nonce = randomBytes(12).toString("base64url");
  return `${nonce}.${sign(nonce).toString("base64url")}`;
}

export function isToken(token: string): boolean {
  const [nonce = "", mac = ""] = token.split(".");
  const given = Buffer.from(mac, "base64url");
  const expected = sign(nonce);
  return given.length === expected.length && timingSafeEqual(expected, given);
}

export const makeReference = () =>
  `F-${randomBytes(6).toString("hex").toUpperCase()}`;
