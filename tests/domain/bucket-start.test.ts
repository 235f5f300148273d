import { describe, expect, test } from "vitest";
import type { BucketSettings } from "#app/domain/attachments/bucket-line.server.ts";
import { readEnvironment } from "#app/http/env.server.ts";
import { openCheckedStore } from "#app/tasks/open-checked-store.server.ts";
import { shortPatience, startBucket } from "#tests/given/bucket.ts";
import { testSecret } from "#tests/given/context.ts";
import { makeTestFolder } from "#tests/given/database.ts";
import { listIds } from "#tests/given/stores.ts";

/** Opens a store as a server does when it starts. @returns why it does not, and what it says. */
async function start(bucket: BucketSettings) {
  const told: string[] = [];
  const opening = openCheckedStore(
    { database: { file: "" }, files: { folder: makeTestFolder(), bucket } },
    { error: (_facts, words) => void told.push(words) },
    { patience: { ...shortPatience, silenceMilliseconds: 10_000 } },
  );
  const refusal = await opening.then(
    () => undefined,
    (error: unknown) => String(error),
  );
  expect(`${told.join()} ${refusal}`).not.toContain(bucket.secretKey);
  return { refusal, told, opening };
}

describe("with a bucket a server starts", () => {
  test("where it does everything, and leaves nothing in it", async () => {
    const { bucket, settings } = await startBucket();
    const { refusal, told, opening } = await start(settings);
    expect([refusal, told]).toEqual([undefined, []]);
    expect(bucket.objects.size).toBe(0);
    expect(await listIds(await opening)).toEqual([]);
  });

  test("that is away, and says that files are not taken until it is back", async () => {
    const { settings, stop } = await startBucket();
    stop();
    const { refusal, told, opening } = await start(settings);
    expect(refusal).toBeUndefined();
    expect(told.at(-1)).toMatch(/does not answer.*texts are saved/);
    expect(await (await opening).check()).toMatchObject([{ fault: "away" }]);
  });

  test.each(["versioning", "object-lock", "replication"])(
    "that does not say of %s, and asks somebody to look",
    async (setting) => {
      const { bucket, settings } = await startBucket();
      bucket.troubles.push({
        ...{ does: "answer", status: 501, code: "NotImplemented" },
        ...{ to: "GET", asks: `?${setting}` },
      });
      const { refusal, told } = await start(settings);
      expect(refusal).toBeUndefined();
      expect(told.at(-1)).toContain(`(${setting.replace("-", " ")})`);
    },
  );
});

describe("with a bucket a server does not start", () => {
  test.each([
    ["versioning", "<Status>Enabled</Status>", "old versions"],
    ["versioning", "<Status>Suspended</Status>", "old versions"],
    [
      "object-lock",
      "<ObjectLockEnabled>Enabled</ObjectLockEnabled>",
      "files locked",
    ],
    ["replication", "<Rule><ID>1</ID></Rule>", "copies in another bucket"],
  ])(
    "that would keep what people delete: %s, %s",
    async (name, text, words) => {
      const { bucket, settings } = await startBucket();
      bucket.settings[name] = `<Configuration>${text}</Configuration>`;
      const { refusal } = await start(settings);
      expect(refusal).toContain(words);
      expect(refusal).toContain("FILES_BUCKET");
    },
  );

  test.each<[string, Partial<BucketSettings>, string]>([
    ["a wrong secret", { secretKey: "x".repeat(40) }, "FILES_SECRET_KEY"],
    ["a wrong key", { accessKey: "another" }, "FILES_ACCESS_KEY"],
    ["a wrong region", { region: "us-east-1" }, "FILES_REGION"],
    ["a bucket that is not there", { bucket: "other-files" }, "Make it"],
  ])("with %s, and says what to look at", async (_what, wrong, words) => {
    const { settings } = await startBucket();
    const { refusal } = await start({ ...settings, ...wrong });
    expect(refusal).toContain(words);
  });

  test.each([
    [{ to: "PUT", status: 403, code: "AccessDenied" }, "The key may not"],
    [{ to: "DELETE", status: 403, code: "AccessDenied" }, "The key may not"],
    [{ status: 403, code: "RequestTimeTooSkewed" }, "clock"],
    [{ status: 301, code: "PermanentRedirect" }, "FILES_ENDPOINT"],
    [{ status: 418, code: "Teapot" }, "(Teapot)"],
  ] as const)("that answers %j", async (answer, words) => {
    const { bucket, settings } = await startBucket();
    bucket.troubles.push({ does: "answer", times: 9, ...answer });
    expect((await start(settings)).refusal).toContain(words);
  });

  test("that deletes nothing", async () => {
    const { bucket, settings } = await startBucket();
    bucket.objects.delete = () => true;
    expect((await start(settings)).refusal).toContain("told to delete");
  });
});

test("with a database for many servers and a folder of one, it says so", async () => {
  const told: string[] = [];
  const error = (_facts: object, words: string) => void told.push(words);
  const files = { folder: makeTestFolder() };
  await openCheckedStore({ database: { file: "" }, files }, { error });
  expect(told).toEqual([]);
  const database = { url: "postgres://machine/heard" };
  await openCheckedStore({ database, files }, { error });
  expect(told).toEqual([expect.stringContaining("Set FILES_BUCKET")]);
});

describe("of the settings", () => {
  const whole = {
    NODE_ENV: "test" as const,
    HEARD_SECRET: testSecret,
    FILES_BUCKET: "heard-files",
    FILES_REGION: "eu-west-2",
    FILES_ACCESS_KEY: "key",
    FILES_SECRET_KEY: "very-secret-indeed",
  };

  test("none is a folder, and all are a bucket at Amazon's address or another", () => {
    const { NODE_ENV, HEARD_SECRET } = whole;
    expect(
      readEnvironment({ NODE_ENV, HEARD_SECRET }).files.bucket,
    ).toBeUndefined();
    const amazon = readEnvironment(whole).files.bucket;
    expect(amazon?.endpoint.href).toBe("https://s3.eu-west-2.amazonaws.com/");
    const FILES_ENDPOINT = "https://files.example:9000/s3";
    const other = readEnvironment({ ...whole, FILES_ENDPOINT }).files.bucket;
    expect(other?.endpoint.href).toBe(FILES_ENDPOINT);
  });

  test.each([
    "FILES_BUCKET",
    "FILES_REGION",
    "FILES_ACCESS_KEY",
    "FILES_SECRET_KEY",
  ])(
    "%s alone may not be left out: files would go to the folder unseen",
    (name) => {
      expect(() => readEnvironment({ ...whole, [name]: "" })).toThrow(
        `${name}: is needed`,
      );
    },
  );

  test("one that is wrong is told by its name and not by what it says", () => {
    const wrong = {
      ...whole,
      FILES_ENDPOINT: "ftp://very-secret-indeed",
      FILES_BUCKET: "Very Secret/Indeed",
    };
    expect(() => readEnvironment(wrong)).toThrow(/FILES_ENDPOINT/);
    expect(() => readEnvironment(wrong)).not.toThrow(/secret-indeed|Very/);
  });
});
