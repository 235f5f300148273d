import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { LoaderFunctionArgs } from "@remix-run/node";
import sharp from "sharp";
import { expect, test } from "vitest";
import { shownSize } from "#app/domain/files/logo-drawing.ts";
import { findSettings } from "#app/domain/portal/settings.server.ts";
import { firstSettings } from "#app/http/portal-settings.server.ts";
import { describePortal } from "#app/http/request/shown-portal.server.ts";
import { loader as pictureOf } from "#app/routes/logos.$logo.$times.ts";
import { action, loader } from "#app/routes/review.settings_.logo.tsx";
import { logoProblems } from "#app/screens/review/logo.ts";
import type { ShownLogo } from "#app/ui/portal/logo-form.tsx";
import { ask, callRoute } from "#tests/asking/routes.ts";
import { makeTestContext } from "#tests/given/context.ts";
import { openTestDatabase } from "#tests/given/database.ts";
import { signInAs } from "#tests/given/sessions.ts";

const start = new Date("2026-12-01T09:00:00.000Z");

async function givenDesk() {
  const { db } = openTestDatabase();
  let now = start;
  const context = { ...(await makeTestContext(db)), now: () => now };
  const { cookie } = await signInAs(context, "lead");
  const asked = { context, cookie, path: "/review/settings/logo" };
  let count = 0;
  const send = async (fields: Record<string, string>, file?: Buffer) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    count += 1;
    const { stagingFolder } = context.attachmentStore;
    const stagingPath = path.join(stagingFolder, `sent-${count}`);
    if (file) await writeFile(stagingPath, file);
    const staged = {
      ...{ questionId: "file", originalName: "logo.png", stagingPath },
      ...{ byteSize: file?.length ?? 0, sha256: "" },
    };
    const receivedForm = {
      ...{ fields: form, refusedParts: [] },
      stagedFiles: file ? [staged] : [],
    };
    const at = { ...context, receivedForm };
    const answer = await ask(action, { ...asked, context: at, form: {} });
    return {
      status: answer.status,
      ...(answer.data as {
        shown?: ShownLogo;
        errors?: Record<string, string>;
      }),
    };
  };
  const saved = async () => {
    const first = firstSettings(context.env);
    const { settings } = await findSettings(db, first);
    return settings;
  };
  const see = async () =>
    (await ask(loader, asked)).data as { earlier: ShownLogo[] };
  const wait = async (hours: number) => {
    now = new Date(now.getTime() + hours * 3_600_000);
    asked.cookie = (await signInAs(context, "admin")).cookie;
  };
  const fetchPicture = (hash: string, times: string) =>
    callRoute(pictureOf, {
      ...{ params: { logo: hash, times }, context },
      request: new Request("http://localhost:3000/"),
    } as unknown as LoaderFunctionArgs);
  return { db, send, saved, see, wait, fetchPicture };
}

/** A plain ground, with nothing behind its edges where it is seen through. */
const drawn = (colour: string) =>
  sharp({
    create: { width: 600, height: 150, channels: 4, background: colour },
  })
    .withExif({ IFD0: { Artist: "Wren Okafor" } })
    .png()
    .toBuffer();

test("a logo is drawn anew without its metadata, shown before it stands, saved, taken off and found again", async () => {
  const { send, saved, see, fetchPicture } = await givenDesk();
  const words = { alt: "Department of Kin", altCy: "Adran Perthnasau" };
  const file = await drawn("#0b3440");
  expect(file.includes("Wren Okafor")).toBe(true);
  const shown = await send({ ...words, step: "save" }, file);
  expect(shown).toMatchObject({
    ...{ status: 200, errors: {} },
    shown: { picture: { width: 220, height: 55 } },
  });
  expect((await saved()).logo).toBeUndefined();
  const hash = shown.shown?.hash ?? "";
  expect((await send({ logo: hash, alt: "", step: "save" })).errors).toEqual({
    alt: logoProblems["alt-missing"],
  });
  const kept = { ...words, logo: hash };
  expect((await send({ ...kept, step: "save" })).status).toBe(303);
  const settings = await saved();
  const portal = (language: "en" | "cy") =>
    describePortal(
      { env: { reviewName: "", reviewContactEmail: "" }, settings },
      language,
    ).logo;
  expect(portal("en")).toMatchObject({ alt: words.alt, width: 220 });
  expect(portal("cy")).toMatchObject({ alt: words.altCy, lang: undefined });
  for (const [times, width] of [
    ["1", 220],
    ["2", 440],
  ] as const) {
    const { response } = await fetchPicture(hash, times);
    expect(response?.headers.get("Cache-Control")).toContain("immutable");
    const bytes = Buffer.from(await response!.arrayBuffer());
    expect(bytes.includes("Okafor")).toBe(false);
    const facts = await sharp(bytes).metadata();
    expect(facts).toMatchObject({ format: "webp", width });
    expect(facts.exif).toBeUndefined();
  }
  for (const times of ["3", "01"])
    expect((await fetchPicture(hash, times)).status).toBe(404);
  expect((await fetchPicture(hash.toUpperCase(), "1")).status).toBe(404);
  expect((await send({ step: "remove" })).status).toBe(303);
  expect((await saved()).logo).toBeUndefined();
  const [earlier] = (await see()).earlier;
  expect(earlier).toMatchObject({ hash, ...words });
  expect((await send({ ...kept, step: "show" })).status).toBe(200);
  expect((await send({ ...kept, step: "save" })).status).toBe(303);
  expect((await saved()).logo?.hash).toBe(hash);
});

test("what is no PNG or JPEG, is too large or cannot be drawn is refused with why", async () => {
  const { send, db } = await givenDesk();
  const fields = { alt: "Kin", step: "show" };
  const head = (width: number) => {
    const png = Buffer.from(
      "89504e470d0a1a0a0000000d4948445200000000000003e808060000000000000049454e44ae426082",
      "hex",
    );
    png.writeUInt32BE(width, 16);
    return png;
  };
  const whole = await drawn("#0b3440");
  const cases: [Buffer, keyof typeof logoProblems][] = [
    [Buffer.from('<?xml version="1.0"?><svg onload="x()"/>'), "svg"],
    [Buffer.from("GIF89a"), "other-kind"],
    [Buffer.concat([whole, Buffer.alloc(2_000_001)]), "too-big"],
    [whole.subarray(0, whole.length / 2), "broken"],
    [
      await sharp(whole).resize(600, 20, { fit: "fill" }).png().toBuffer(),
      "too-small",
    ],
  ];
  for (const [file, fault] of cases)
    expect((await send(fields, file)).errors).toEqual({
      file: logoProblems[fault],
    });
  // The header alone says so many pixels: none of them is decoded.
  const bomb = (await send(fields, head(90_000))).errors?.file ?? "";
  expect([logoProblems["too-many-pixels"], logoProblems.broken]).toContain(
    bomb,
  );
  expect((await send(fields)).errors).toEqual({
    file: logoProblems["none-chosen"],
  });
  const gone = await send({ ...fields, logo: "a".repeat(64) });
  expect(gone.errors).toEqual({ file: logoProblems.gone });
  expect(await db.selectFrom("logos").selectAll().execute()).toEqual([]);
  expect(shownSize({ width: 2_400, height: 25 })).toBeUndefined();
  expect(shownSize({ width: 100, height: 40 })).toEqual({
    ...{ width: 100, height: 40 },
  });
});

test("a light picture on nothing stands on the review's colour; what was only tried is forgotten after a day", async () => {
  const { send, wait, db } = await givenDesk();
  const fields = { alt: "Kin", step: "show" };
  const ground = async (colour: string) =>
    (await send(fields, await drawn(colour))).shown;
  const keptHashes = async () =>
    (await db.selectFrom("logos").select("hash").execute()).map(
      ({ hash }) => hash,
    );
  const white = await ground("#ffffff80");
  expect(white?.picture.isLight).toBe(true);
  expect((await ground("#ffffff"))?.picture.isLight).toBe(false);
  expect((await ground("#22222280"))?.picture.isLight).toBe(false);
  await send({ alt: "Kin", step: "save", logo: white?.hash ?? "" });
  await wait(23);
  await ground("#00aa00");
  expect(await keptHashes()).toHaveLength(4);
  await wait(2);
  await ground("#aa0000");
  // Green, tried two hours ago, and red.
  expect(await keptHashes()).toHaveLength(3);
  expect(await keptHashes()).toContain(white?.hash);
});
