import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { selectExports } from "#app/domain/exports/exports.server.ts";
import { makeExport } from "#app/domain/exports/make-export.server.ts";
import { redactionsOf } from "#app/domain/exports/redactions.server.ts";
import { takeOutEvidence } from "#app/domain/exports/taking-out.server.ts";
import { tagPassage } from "#app/domain/tagging/passages.server.ts";
import { selectReaderChoices } from "#app/domain/tagging/retrieval.server.ts";
import { readReaderFilter } from "#app/domain/tagging/retrieval.ts";
import { defineTag } from "#app/domain/tagging/tags.server.ts";
import { writeEvidenceFile } from "#app/screens/review/evidence-file.ts";
import { exportWords } from "#app/words/review-en/exports.ts";
import { givenCoding, now } from "#tests/given/coded.ts";
import { canMount, mountDisk } from "#tests/given/disks.ts";
import { givenAskedExport } from "#tests/given/exported.ts";
import { givenRedacting } from "#tests/given/redacting.ts";

test("a tag's table has marks in the place of what is redacted, in passages and in how a response begins", async () => {
  const { db, lead, place, propose, decide, ids } = await givenRedacting();
  const words = { name: "Support", definition: "" };
  const defined = await defineTag(db, { ...words, actor: lead, now });
  if (!defined.ok) throw new Error(defined.reason);
  const { tagId } = defined;
  await tagPassage(db, {
    ...{ ...place, tagId, quote: "Khan saw me. Nia", memo: "Is it Khan?" },
    ...{ actor: lead, now, randomBytes },
  });
  await db
    .insertInto("response_tags")
    .values({
      ...{ response_id: place.responseId, tag_id: tagId },
      ...{ tagged_by: lead.staffId, tagged_at: now.toISOString() },
    })
    .execute();
  await propose("Dr Amira Khan");
  await propose("Nia Rees", { startOffset: 7, endOffset: 15 });
  await decide("approve", await ids());
  const options = {
    callSlugs: [],
    speakers: [],
    questionIds: [],
    staffIds: [],
  };
  const { filter } = readReaderFilter(new URLSearchParams(), options);
  const choices = await selectReaderChoices(db, tagId);
  const taken = await takeOutEvidence(db, {
    ...{ tagId, filter, choices, viewer: lead, now, reason: "report" },
    ...{ redactionsOf, markOf: exportWords.redacted },
  });
  let text = "";
  for await (const piece of writeEvidenceFile(taken)) text += piece;
  expect(text).toContain('"[redacted: name] saw me. Nia"');
  expect(text).toContain("\u{1F600} I am [redacted: name], ring");
  expect(text).not.toContain("Khan");
});

test.runIf(canMount)(
  "a disk that is full is told, and nothing is left on it",
  async () => {
    const { db, lead: actor, answer } = await givenCoding();
    for (let count = 0; count < 12; count += 1)
      await answer(randomBytes(100_000).toString("base64"));
    const folder = mountDisk(1);
    const exportId = await givenAskedExport(db, { actor, format: "json" });
    const words = exportWords;
    const own = { folder, words, redactionsOf, now: () => now };
    await makeExport(db, own, exportId);
    expect((await selectExports(db))[0]).toMatchObject({
      ...{ state: "failed", failure: "disk-full" },
    });
    expect(readdirSync(folder)).toEqual([]);
  },
);
