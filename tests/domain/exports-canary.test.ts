import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Db } from "#app/db/schema.ts";
import { exportFormats, exportKinds } from "#app/db/export-values.ts";
import type { RedactionsOf } from "#app/domain/exports/release.server.ts";
import { tagPassage } from "#app/domain/tagging/passages.server.ts";
import { givenCoding, now } from "#tests/given/coded.ts";
import { givenFileText } from "#tests/given/files.ts";
import { givenExport, unpackBytes } from "#tests/given/exported.ts";

/** A word of its own for each thing that must not leave, that stands nowhere else. */
const canaries = {
  withdrawn: "Zwithdrawnzq",
  flagged: "Zflaggedzq",
  unquotable: "Zunquotablezq",
  redacted: "Zredactedzq",
  identity: "Zidentityzq",
  note: "Znotezq",
  memo: "Zmemozq",
  memoBeside: "Zmemobesidezq",
  fileName: "Zfilenamezq",
  /** What nobody tagged in a file. */
  fileText: "Zfiletextzq",
  /** What is tagged in a file of a response in which something is redacted. */
  fileBeside: "Zfilebesidezq",
  /** What is tagged in a file that is withheld as a whole. */
  withheldFile: "Zwithheldzq",
  heldBack: "Zheldbackzq",
  takenBack: "Ztakenbackzq",
};
type Canary = keyof typeof canaries;

/** Of everything one, each tagged, so that every format has a reason to hold it. */
async function givenCanaries() {
  const coding = await givenCoding();
  const { db, answer, code, whole, amina } = coding;
  const tagId = await coding.tag("Support");
  const say = async (word: string, more: { memo?: string } = {}) => {
    const place = await answer(`It was ${word} that \u{1F3E0} helped us.`);
    await code(place, tagId, `${word} that`, more);
    await whole(place.responseId, tagId);
    return place;
  };
  const set = (responseId: number, row: object) =>
    db.updateTable("responses").set(row).where("id", "=", responseId).execute();
  const withdrawn = await say(canaries.withdrawn);
  await set(withdrawn.responseId, { state: "withdrawn", awaits_triage: 0 });
  const flagged = await say(canaries.flagged);
  await set(flagged.responseId, { safeguarding_flag: 1 });
  const unquotable = await say(canaries.unquotable);
  await db
    .updateTable("answers")
    .set({ value: JSON.stringify("no") })
    .where("response_id", "=", unquotable.responseId)
    .where("question_id", "=", "may-quote")
    .execute();
  const redacted = await say(canaries.redacted, { memo: canaries.memoBeside });
  const open = await say("Zopenzq", { memo: canaries.memo });
  await db
    .insertInto("identities")
    .values({
      response_id: open.responseId,
      question_id: "name",
      value: JSON.stringify(canaries.identity),
    })
    .execute();
  await db
    .insertInto("notes")
    .values({
      ...{ response_id: open.responseId, author_id: amina.staffId },
      ...{ body: canaries.note, written_at: now.toISOString() },
    })
    .execute();
  const attachmentId = await givenFileText(db, open.responseId, {
    text: `The allowance came late. ${canaries.fileText}`,
  });
  await db
    .updateTable("attachments")
    .set({ original_name: `${canaries.fileName}.pdf` })
    .where("id", "=", attachmentId)
    .execute();
  await tagPassage(db, {
    ...{ responseId: open.responseId, attachmentId, tagId },
    ...{ quote: "The allowance", memo: "", actor: amina, now, randomBytes },
  });
  const { responseId } = redacted;
  const quote = canaries.fileBeside;
  const beside = await givenFileText(db, responseId, { text: quote });
  await tagPassage(db, {
    ...{ responseId, attachmentId: beside, tagId, quote },
    ...{ memo: "", actor: amina, now, randomBytes },
  });
  const keeper = await say("Zkeeperzq");
  const kept = { responseId: keeper.responseId, quote: canaries.withheldFile };
  const withheldFile = await givenFileText(db, kept.responseId, {
    text: kept.quote,
  });
  await tagPassage(db, {
    ...{ ...kept, attachmentId: withheldFile, tagId },
    ...{ memo: "", actor: amina, now, randomBytes },
  });
  const heldBack = await say(canaries.heldBack);
  await db
    .insertInto("held_back")
    .values({
      ...{ response_id: heldBack.responseId, reasons: "[]" },
      ...{ held_at: now.toISOString(), standing: "waiting" },
      ...{ decided_by: null, decided_at: null },
    })
    .execute();
  const taken = await say(canaries.takenBack);
  for (const table of ["answers", "passages"] as const)
    await db
      .updateTable(table)
      .set({ taken_back_at: now.toISOString() })
      .where("response_id", "=", taken.responseId)
      .execute();
  const redactionsOf: RedactionsOf = async (_, ids) => {
    const spans = await spansOf(db, redacted.answerId);
    const file = { attachmentId: withheldFile, reason: "name" };
    const all: [number, typeof spans | [typeof file]][] = [
      [redacted.responseId, spans],
      [keeper.responseId, [file]],
    ];
    return new Map(all.filter(([id]) => ids.includes(id)));
  };
  return { ...coding, redactionsOf };
}

async function spansOf(db: Db, answerId: number) {
  const { text } = await db
    .selectFrom("answers")
    .select("text")
    .where("id", "=", answerId)
    .executeTakeFirstOrThrow();
  const start = text.indexOf(canaries.redacted);
  const end = start + canaries.redacted.length;
  return [{ answerId, start, end, reason: "name" }];
}

/** Whether bytes hold a word as any program might write it. */
function holds(bytes: Buffer, word: string): boolean {
  const entities = (write: (code: number) => string) =>
    [...word].map((letter) => write(letter.codePointAt(0) ?? 0)).join("");
  return [
    Buffer.from(word, "utf8"),
    Buffer.from(word, "utf16le"),
    Buffer.from(word, "utf16le").swap16(),
    Buffer.from(entities((code) => `&#${code};`)),
    Buffer.from(entities((code) => `&#x${code.toString(16)};`)),
    Buffer.from(entities((code) => `\\u${code.toString(16).padStart(4, "0")}`)),
    Buffer.from(Buffer.from(word).toString("base64").replace(/=+$/, "")),
  ].some((written) => bytes.includes(written));
}

/** Every byte of an archive, and of those that are in it. */
async function everyByte(bytes: Buffer): Promise<Buffer[]> {
  const all = [bytes];
  for (const [name, member] of await unpackBytes(bytes))
    all.push(
      Buffer.from(name),
      ...(member.subarray(0, 4).toString("latin1") === "PK\u0003\u0004"
        ? await everyByte(member)
        : [member]),
    );
  return all;
}

const never: Canary[] = [
  ...(["withdrawn", "flagged", "redacted", "identity", "note"] as const),
  ...(["memoBeside", "fileName", "heldBack", "takenBack"] as const),
  ...(["fileText", "fileBeside", "withheldFile"] as const),
];

for (const format of exportFormats)
  for (const kind of exportKinds)
    test(`${format} for ${kind} holds no byte of what must not leave`, async () => {
      const { db, lead: actor, redactionsOf } = await givenCanaries();
      const asked = { actor, format, kind, redactionsOf };
      const { file, row } = await givenExport(db, asked);
      const bytes = await everyByte(readFileSync(file));
      const found = (word: string) => bytes.some((one) => holds(one, word));
      const kept =
        kind === "quoting" ? [...never, "memo", "unquotable"] : never;
      for (const name of kept as Canary[])
        expect({ name, isThere: found(canaries[name]) }).toEqual({
          ...{ name, isThere: false },
        });
      if (format !== "ris") {
        expect(found("Zopenzq")).toBe(true);
        expect(found("[redacted: name]")).toBe(true);
        expect(found(canaries.unquotable)).toBe(kind === "analysis");
        if (["json", "odt", "qdpx"].includes(format))
          expect(found("The allowance")).toBe(true);
      }
      expect(JSON.parse(row.left_out ?? "")).toMatchObject({
        ...{ withdrawn: 1, safeguarding: 1 },
        consent: kind === "quoting" ? 2 : 0,
        ...{ redactedResponses: 1, withheldFiles: 1 },
      });
    });

test("the search for canaries would see one in every writing", () => {
  const { memo } = canaries;
  const entities = [...memo].map((one) => `&#${one.charCodeAt(0)};`).join("");
  for (const bytes of [
    Buffer.from(`x${memo}y`),
    Buffer.from(`x${memo}y`, "utf16le"),
    Buffer.from(entities),
  ])
    expect(holds(bytes, memo)).toBe(true);
  expect(holds(Buffer.from("anything"), memo)).toBe(false);
});
