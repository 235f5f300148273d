import http from "node:http";
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { expect } from "vitest";
import { selectDraftAttachments } from "#app/domain/attachments/attachments.server.ts";
import { unfinishedFolderOf } from "#app/domain/attachments/unfinished-files.server.ts";
import { fromOwnPage, send, type Sent } from "#tests/asking/http.ts";
import { startGates } from "./gates.ts";
import { givenCallToAnswer, givenRespondent } from "./respondents.ts";

const encoded = (words: Record<string, string>) =>
  Object.entries(words)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString("base64")}`)
    .join(",");

export type Announced = {
  holderKey: string;
  bytes?: Buffer;
  size?: number | undefined;
  told?: Record<string, string>;
  page?: string;
};

export type Piece = { holderKey: string; offset?: number; body?: Buffer };

export const text = Buffer.from("What we saw, in order.\n".repeat(20));

export const placeOf = ({ headers }: Sent) => headers.location ?? "";

/** A server of the gates, and what a page's script asks of it. */
export async function givenUploads() {
  const { context, call } = await givenCallToAnswer();
  context.env = { ...context.env, maxDraftBytes: 200_000 };
  let { address } = await startGates(context);
  const begin = (announced: Announced) => beginAt(address, announced);
  const ask = (method: string, path: string, piece: Piece) =>
    askAt(address, method, path, piece);
  return {
    ...{ context, call, begin, ask },
    address: () => address,
    /** From now on another server is asked. */
    moveTo: (other: string) => (address = other),
    unfinished: () =>
      readdirSync(unfinishedFolderOf(context.attachmentStore.stagingFolder)),
    /** How much of an unfinished file is on the disk, in bytes. */
    bytesOnDisk: (place: string) =>
      statSync(
        path.join(
          unfinishedFolderOf(context.attachmentStore.stagingFolder),
          path.basename(place),
        ),
      ).size,
    /** Somebody with a draft, and a file of theirs of which half has come. */
    async half(bytes = text) {
      const { draft, holderKey } = await givenRespondent(context, call);
      const told = { draft: draft.publicId };
      const begun = await begin({ holderKey, bytes, told });
      const place = placeOf(begun);
      const body = bytes.subarray(0, 100);
      const sent = await ask("PATCH", place, { holderKey, offset: 0, body });
      expect(sent.headers["upload-offset"]).toBe("100");
      const rest = (offset = 100) =>
        ask("PATCH", place, {
          holderKey,
          offset,
          body: bytes.subarray(offset),
        });
      const files = async () =>
        (await selectDraftAttachments(context.db, draft.id)).files ?? [];
      return { draft, holderKey, place, rest, files };
    },
  };
}

export type Uploads = Awaited<ReturnType<typeof givenUploads>>;

/** What a page's script asks before it sends a file. */
function beginAt(address: string, announced: Announced): Promise<Sent> {
  const { holderKey, bytes, told, page = "files" } = announced;
  const size = "size" in announced ? announced.size : bytes?.length;
  return send(`${address}/respond/advice/${page}/uploads`, {
    method: "POST",
    headers: {
      ...fromOwnPage(address),
      "tus-resumable": "1.0.0",
      "content-length": "0",
      ...(size !== undefined && { "upload-length": String(size) }),
      "upload-metadata": encoded({
        ...{ question: "files", name: "Môn.txt", draft: "new", ...told },
      }),
      cookie: `heard-draft=${holderKey}`,
    },
  });
}

function askAt(address: string, method: string, path: string, piece: Piece) {
  const { holderKey, offset, body } = piece;
  return send(`${address}${path}`, {
    method,
    headers: {
      ...fromOwnPage(address),
      "tus-resumable": "1.0.0",
      ...(offset !== undefined && {
        "upload-offset": String(offset),
        "content-type": "application/offset+octet-stream",
      }),
      cookie: `heard-draft=${holderKey}`,
    },
    ...(body && { body }),
  });
}

/** A piece whose bytes come when a test sends them. */
export function beginPiece(
  address: string,
  { holderKey, place }: { holderKey: string; place: string },
  byteSize: number,
) {
  const url = new URL(address);
  const request = http.request({
    ...{ host: "127.0.0.1", port: url.port, path: place, method: "PATCH" },
    headers: {
      ...{ host: url.host, ...fromOwnPage(address) },
      "tus-resumable": "1.0.0",
      "upload-offset": "100",
      "content-type": "application/offset+octet-stream",
      "content-length": String(byteSize),
      cookie: `heard-draft=${holderKey}`,
    },
  });
  request.on("error", () => undefined);
  request.flushHeaders();
  return request;
}
