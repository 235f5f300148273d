import { once } from "node:events";
import { expect, test } from "vitest";
import {
  makeResumeCode,
  takeDraftOffDevice,
} from "#app/domain/drafts/resume-codes.server.ts";
import { givenDraft } from "#app/tasks/demo/factories.ts";
import { beginPiece, givenUploads, text } from "#tests/given/resumable.ts";
import { now } from "#tests/given/respondents.ts";

test("a browser that the draft was taken off sends nothing more to it, not even the rest of a piece", async () => {
  const uploads = await givenUploads();
  const { context, call } = uploads;
  const { db, env, randomBytes } = context;
  for (const isUnderWay of [false, true]) {
    const half = await uploads.half();
    const { draft, holderKey, place } = half;
    const { publicId } = draft;
    const of = { callId: call.id, holderKey, publicId, now };
    // It has another one, so that its cookie stays.
    await givenDraft(db, { call, holderKey, now });
    await makeResumeCode(db, { ...of, secret: env.secret, randomBytes });
    const piece = beginPiece(
      uploads.address(),
      { holderKey, place },
      text.length - 100,
    );
    if (isUnderWay) {
      piece.write(text.subarray(100, 200));
      await expect.poll(() => uploads.bytesOnDisk(place)).toBe(200);
    } else piece.destroy();
    expect(await takeDraftOffDevice(db, of)).toEqual({ ok: true });
    if (isUnderWay) {
      const answered = once(piece, "response");
      piece.end(text.subarray(200));
      await answered;
    } else expect((await half.rest()).status).toBe(404);
    expect(await half.files()).toEqual([]);
  }
});
