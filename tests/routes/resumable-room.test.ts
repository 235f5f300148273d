import { expect, test } from "vitest";
import { startGates } from "#tests/given/gates.ts";
import { givenUploads, placeOf, text } from "#tests/given/resumable.ts";
import { givenRespondent } from "#tests/given/respondents.ts";

/** So much is free beside what is kept for the database. */
const freeBytes = 500;

test("files that were begun while there was room take none of what the database needs", async () => {
  const { context, call, begin, ask, bytesOnDisk, moveTo } =
    await givenUploads();
  const { minFreeDiskBytes } = context.env;
  const places: { place: string; holderKey: string }[] = [];
  let written = 0;
  context.countFreeBytes = async () => minFreeDiskBytes + freeBytes - written;
  moveTo((await startGates(context)).address);
  for (let people = 0; people < 3; people += 1) {
    const { draft, holderKey } = await givenRespondent(context, call);
    const told = { draft: draft.publicId };
    const begun = await begin({ holderKey, bytes: text, told });
    expect(begun.status).toBe(201);
    places.push({ place: placeOf(begun), holderKey });
  }
  const half = text.subarray(0, 400);
  const statuses: number[] = [];
  for (const { place, holderKey } of places) {
    const piece = { holderKey, offset: 0, body: half };
    statuses.push((await ask("PATCH", place, piece)).status);
    written += bytesOnDisk(place);
  }
  expect(statuses).toEqual([204, 507, 507]);
  expect(written).toBe(half.length);
  // What has come stays, and goes on where there is room again.
  written = 0;
  const [, { place, holderKey } = { place: "", holderKey: "" }] = places;
  const head = await ask("HEAD", place, { holderKey });
  expect(head.headers["upload-offset"]).toBe("0");
  const whole = { holderKey, offset: 0, body: text };
  expect((await ask("PATCH", place, whole)).status).toBe(200);
});
