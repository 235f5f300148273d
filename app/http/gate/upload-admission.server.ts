import type { Request } from "express";
import { cannotSaveReason } from "#app/db/cannot-save.ts";
import { countDraftBytes } from "#app/domain/attachments/attachments.server.ts";
import {
  findEvidenceQuestion,
  takesFiles,
} from "#app/domain/calls/question-types/question-types.ts";
import { takeTurns } from "#app/domain/limits/turns.ts";
import type { Surroundings } from "../request/context.server.ts";
import { findAskedPage } from "./asked-page.server.ts";
import { networkKey } from "./network-key.server.ts";
import { findStaffRoom, staffUploadOf } from "./staff-file-room.server.ts";
import { findOwnRoom, isAddingFile } from "./own-file-room.server.ts";

/** Why a request's files are not put on disk; its texts are read all the same. */
export type AdmissionRefusal = "not-taken" | "draft-full" | "no-room" | "busy";

export type Admission = {
  /** Set where no file of the request is taken. */
  refusal?: AdmissionRefusal;
  /** What its files may come to, and what is told of those beyond. */
  maxBytes: number;
  whenFull: AdmissionRefusal;
  /** Gives the room and the turn back. */
  end: () => void;
};

/**
 * Six people of one household or office; all of a small machine's disk and
 * patience. Who stands in line costs a socket and some 64 kB, because nothing of
 * their body is read: so there is room for everybody of a last evening, for
 * less than the minute after which a proxy gives up.
 */
const bounds = {
  atOnce: 24,
  atOnceForOne: 6,
  waiting: 1_000,
  waitingForOne: 48,
  waitMilliseconds: 45_000,
};

/**
 * Asks, before a byte is put on disk, whether anybody wants it: is there such a
 * call and page with a file question, may this person answer, or add to what they
 * sent, is there room in the draft and on the disk, and are not too many at it already.
 */
export function admitUploads(surroundings: Surroundings) {
  const waitForTurn = takeTurns(bounds);
  let promisedBytes = 0;

  const admit = async (request: Request): Promise<Admission> => {
    if (request.mustWaitSeconds !== undefined) return refuse("busy");
    const uploader = await findUploader(request, surroundings);
    if (!uploader) return refuse("not-taken");
    if (uploader.draftBytesLeft <= 0) return refuse("draft-full");
    const turn = await waitForTurn(uploader.key);
    if (!turn) return refuse("busy");
    const room = (await countRoom(surroundings)) - promisedBytes;
    if (room <= 0) {
      turn.end();
      return refuse("no-room");
    }
    const announcedBytes =
      Number(request.headers["content-length"]) ||
      surroundings.env.maxDraftBytes;
    const promise = Math.min(announcedBytes, uploader.draftBytesLeft, room);
    promisedBytes += promise;
    return {
      maxBytes: Math.min(uploader.draftBytesLeft, room),
      whenFull: uploader.draftBytesLeft <= room ? "draft-full" : "no-room",
      end: () => {
        promisedBytes -= promise;
        turn.end();
      },
    };
  };
  return (request: Request) => admit(request).catch(refuseUnasked);
}

/** What files may take of the disk; nothing of one that cannot be asked. */
async function countRoom({
  env,
  attachmentStore,
  countFreeBytes,
}: Surroundings): Promise<number> {
  const freeBytes = await countFreeBytes(attachmentStore.stagingFolder).catch(
    () => 0,
  );
  return freeBytes - env.minFreeDiskBytes;
}

/** Where the database cannot be asked, the texts are read all the same: the route gives them back. */
function refuseUnasked(error: unknown): Admission {
  const reason = cannotSaveReason(error);
  if (!reason) throw error;
  return refuse(reason === "disk" ? "no-room" : "busy");
}

function refuse(refusal: AdmissionRefusal): Admission {
  return { refusal, maxBytes: 0, whenFull: refusal, end: () => undefined };
}

/** Who may put files where the request says; undefined where nobody may. */
async function findUploader(
  request: Request,
  surroundings: Surroundings,
): Promise<{ key: string; draftBytesLeft: number } | undefined> {
  if (isAddingFile(request)) return findOwnRoom(request, surroundings);
  const asked = staffUploadOf(request);
  if (asked) return findStaffRoom(request, surroundings, asked);
  const { db, env } = surroundings;
  const found = await findAskedPage(request, surroundings);
  if (!found?.answering.ok) return undefined;
  const { draft, page } = found;
  const { questions = [] } = page ?? {};
  if (!questions.some(takesFiles) && !findEvidenceQuestion(questions))
    return undefined;
  const heldBytes = draft ? await countDraftBytes(db, draft.id) : 0;
  return {
    key: draft ? `draft:${draft.id}` : networkKey(request.ip ?? "", env.secret),
    draftBytesLeft: env.maxDraftBytes - heldBytes,
  };
}
