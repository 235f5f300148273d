import { expect, test } from "vitest";
import { selectDraftAttachments } from "#app/domain/attachments/attachments.server.ts";
import * as questionPage from "#app/routes/_public.respond.$call.$page/route.tsx";
import { addressOf } from "#tests/asking/browser.ts";
import { stageFile } from "#tests/given/files.ts";
import {
  givenCallToAnswer,
  givenRespondent,
} from "#tests/given/respondents.ts";

const page = addressOf("advice", "files");

test("what is said of a file is kept with it in one line, shown again, and gone when it is taken back", async () => {
  const { context, call } = await givenCallToAnswer();
  const { stagingFolder } = context.attachmentStore;
  const other = await givenRespondent(context, call);
  const owner = await givenRespondent(context, call);
  for (const { browser } of [other, owner])
    await browser.postFiles(questionPage, page, {
      stagedFiles: ["first.txt", "then.txt"].map((name) =>
        stageFile(stagingFolder, { name, bytes: Buffer.from(`It is ${name}`) }),
      ),
    });
  const filesOf = async ({ draft }: typeof owner) =>
    (await selectDraftAttachments(context.db, draft.id)).files ?? [];
  const [first, then] = await filesOf(owner);
  const [theirs] = await filesOf(other);
  const say = (about: string) =>
    owner.browser.post(questionPage, page, [
      [`about-${then?.publicId}`, about],
      [`about-${theirs?.publicId}`, "Not mine to say"],
      ["about-nothing", "x"],
    ]);
  expect((await say(" Our\r\n diary,\tby Môn ")).status).toBe(303);
  const seen = await owner.browser.get(questionPage.loader, page);
  expect(seen.data).toMatchObject({
    questions: [{ files: [{ about: "" }, { about: "Our diary, by Môn" }] }],
  });
  expect(await filesOf(other)).toMatchObject([{ about: "" }, { about: "" }]);
  // Of a file that a form does not name nothing changes.
  await owner.browser.post(questionPage, page, [
    [`about-${first?.publicId}`, "x".repeat(5_000)],
  ]);
  const kept = await filesOf(owner);
  expect(kept.map(({ about }) => about)).toEqual([
    "x".repeat(200),
    "Our diary, by Môn",
  ]);
  await say(" ");
  expect((await filesOf(owner))[1]).toMatchObject({ about: "" });
});
