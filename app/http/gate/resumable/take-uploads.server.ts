import type { Request, RequestHandler, Response } from "express";
import { Server } from "@tus/server";
import {
  attachUpload,
  findOpenDraft,
} from "#app/domain/drafts/attach-upload.server.ts";
import type { Surroundings } from "../../request/context.server.ts";
import { readDraftHolder } from "../../request/draft-holder.server.ts";
import { answerJson, type TellUpload } from "./answer-json.ts";
import { beginUpload } from "./begin-upload.server.ts";
import { holderMark } from "./files-on-their-way.server.ts";
import { openPieceRoom } from "./piece-room.server.ts";
import { openPieceTurns } from "./piece-turns.server.ts";
import type { UploadParts } from "./upload-parts.ts";
import {
  type FinishedUpload,
  type UnfinishedUpload,
  UnfinishedUploads,
  type UploadRecord,
} from "./unfinished-uploads.server.ts";

const addressPattern = /^\/respond\/[^/]+\/[^/]+\/uploads(?:\/([^/]+))?$/;

type Gate = {
  /** What counts posts: the beginning of a file is one, its pieces are not. */
  limit: RequestHandler;
  tell: TellUpload;
};

/**
 * Takes files that a page's script sends in pieces, by the protocol of tus 1.0:
 * one that broke off goes on where it was. Only the browser that began a file
 * knows of it. When the last piece is there, the file is taken as one of a form.
 */
export function takeUploads(
  surroundings: Surroundings,
  { limit, tell }: Gate,
): RequestHandler {
  const { stagingFolder } = surroundings.attachmentStore;
  const parts = {
    surroundings,
    tell,
    uploads: new UnfinishedUploads(stagingFolder),
  };
  const openServer = remember(() => makeServer(parts));
  const takeInTurn = openPieceTurns();
  const promiseRoom = openPieceRoom(surroundings);
  return (request, response, next) => {
    const [, id] = addressPattern.exec(request.path) ?? [];
    if (!addressPattern.test(request.path)) return next();
    if (id === undefined && request.method === "POST")
      return limit(request, response, (error?: unknown) => {
        if (error) return next(error);
        beginUpload(request, response, parts).catch(next);
      });
    const going = { request, response, id: id ?? "" };
    goOn(going, parts, { openServer, takeInTurn, promiseRoom }).catch(next);
  };
}

function remember<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}

type Pieces = {
  openServer: () => Promise<Server>;
  takeInTurn: ReturnType<typeof openPieceTurns>;
  promiseRoom: ReturnType<typeof openPieceRoom>;
};

type Going = { request: Request; response: Response; id: string };

/** Somebody else's file, one that was given up, and one whose draft is gone or off this browser are all not there. */
async function goOn(
  { request, response, id }: Going,
  parts: UploadParts,
  pieces: Pieces,
): Promise<void> {
  const { surroundings, uploads } = parts;
  const holderKey = holderOf(request.headers.cookie, surroundings);
  const holder = holderKey && holderMark(surroundings, holderKey);
  const done = await uploads.readOutcome(id);
  if (done && done.holder === holder)
    return void (request.method === "HEAD"
      ? tellDone(response, done)
      : response.status(200).type("json").send(done.body));
  const upload = await uploads.find(id);
  if (!upload || !holderKey || upload.record.holder !== holder)
    return answerJson(response, 404, {});
  const { call, draft } = upload.record;
  const of = { callId: Number(call), draftId: draft, holderKey };
  const now = surroundings.now();
  const isOpen = await findOpenDraft(surroundings.db, { ...of, now });
  if (!isOpen || request.method === "DELETE") {
    await uploads.remove(id);
    return void (isOpen
      ? response.status(204).set("Tus-Resumable", "1.0.0").end()
      : answerJson(response, 404, {}));
  }
  if (request.method !== "HEAD" && request.method !== "PATCH")
    return answerJson(response, 404, {});
  const take = () => takePiece({ request, response }, upload, parts, pieces);
  await (request.method === "HEAD"
    ? (await pieces.openServer()).handle(request, response)
    : pieces.takeInTurn(response, draft, take));
}

/** A piece for which there is no room is refused before a byte of it is written; what came before it stays. */
async function takePiece(
  { request, response }: Pick<Going, "request" | "response">,
  upload: UnfinishedUpload,
  { surroundings, uploads, tell }: UploadParts,
  { openServer, promiseRoom }: Pieces,
): Promise<void> {
  const { byteSize, record } = upload;
  const rest = Math.max(0, byteSize - (await uploads.countCome(upload)));
  const announced = Number(request.headers["content-length"]) || rest;
  const endPromise = await promiseRoom(Math.min(announced, rest));
  if (!endPromise) {
    const refusal = { name: record.name, reason: "no-room" as const };
    const of = { ...record, limits: limitsOf(record, surroundings) };
    return answerJson(response, 507, tell({ ok: false, refusal }, of));
  }
  try {
    const server = await openServer();
    await server.handle(request, response);
  } finally {
    endPromise();
  }
}

function limitsOf(record: UploadRecord, { env }: Surroundings) {
  return {
    maxFiles: Number(record.maxFiles),
    maxFileBytes: Number(record.maxFileBytes),
    maxDraftBytes: env.maxDraftBytes,
  };
}

function holderOf(cookie: string | null | undefined, { env }: Surroundings) {
  const headers = new Headers({ Cookie: cookie ?? "" });
  return readDraftHolder({ headers }, { env });
}

/** A browser that did not hear that the last piece arrived asks how far it is. */
function tellDone(response: Response, { byteSize, body }: FinishedUpload) {
  response
    .status(200)
    .set({
      "Tus-Resumable": "1.0.0",
      "Upload-Offset": String(byteSize),
      "Upload-Length": String(byteSize),
      "Cache-Control": "no-store",
      "Heard-Upload": encodeURIComponent(body),
    })
    .end();
}

async function makeServer(parts: UploadParts): Promise<Server> {
  const { surroundings, uploads } = parts;
  return new Server({
    path: "/uploads",
    datastore: await uploads.store(),
    relativeLocation: true,
    respectForwardedHeaders: false,
    allowedOrigins: [],
    onUploadFinish: async (request, { id }) => {
      const upload = await uploads.find(id);
      const cookie = request.headers.get("Cookie");
      const holderKey = holderOf(cookie, surroundings);
      if (!upload || !holderKey) return { status_code: 404 };
      // The draft may have been taken off the browser while the last piece came.
      const body = await finish(parts, { upload, holderKey });
      return {
        status_code: 200,
        body,
        headers: {
          "Content-Type": "application/json",
          "Cache-Control": "no-store",
        },
      };
    },
    onResponseError: (_request, error) => {
      const status = "status_code" in error ? error.status_code : 500;
      if (status >= 500)
        surroundings.logger.error(
          { name: error instanceof Error ? error.name : "unknown" },
          "A piece of a file was not taken",
        );
      return { status_code: status, body: "{}" };
    },
  });
}

async function finish(
  { surroundings, uploads, tell }: UploadParts,
  { upload, holderKey }: { upload: UnfinishedUpload; holderKey: string },
): Promise<string> {
  const { db, attachmentStore, now } = surroundings;
  const { record, id } = upload;
  const limits = limitsOf(record, surroundings);
  const outcome = await attachUpload(db, attachmentStore, {
    ...{ callId: Number(record.call), draftId: record.draft, holderKey },
    limits,
    stagedFile: await uploads.stage(upload),
    now: now(),
  });
  const body = JSON.stringify(
    tell(outcome, { limits, language: record.language }),
  );
  await uploads.writeOutcome(id, {
    ...{ holder: record.holder, byteSize: upload.byteSize },
    body,
  });
  return body;
}
