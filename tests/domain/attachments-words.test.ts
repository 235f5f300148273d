import { expect, test } from "vitest";
import { attachmentRefusalReasons } from "#app/domain/attachments/attachments.ts";
import { attachmentWords } from "#app/words/public-en/attachments.ts";

test("there are words for each reason of refusal, with and without a name", () => {
  const limits = {
    maxFiles: 10,
    maxFileBytes: 50_000_000,
    maxDraftBytes: 500_000_000,
  };
  expect(Object.keys(attachmentWords.refusals).sort()).toEqual(
    [...attachmentRefusalReasons].sort(),
  );
  for (const reason of attachmentRefusalReasons) {
    const words = attachmentWords.refusals[reason];
    expect(words({ limits })).toMatch(/^(The selected file|You can only) /);
    expect(words({ name: "a.pdf", limits })).toContain("“a.pdf”");
  }
  expect(attachmentWords.refusals["too-big"]({ limits })).toBe(
    "The selected file must be smaller than 50MB",
  );
});
