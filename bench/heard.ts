import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { DatabasePlace } from "#app/db/connection.server.ts";
import { serverFile, serverFlags } from "../bin/steps/server-command.mjs";
import { prepareHeard } from "./prepare.ts";
import { startServer, stopServer } from "./servers.ts";

export type Asked = {
  responses: number;
  drafts: number;
  staff: number;
  port: number;
};
export type Heard = Awaited<ReturnType<typeof openHeard>>;

/** Heard as it is built, filled and in a process of its own; `close` ends and deletes it. */
export async function openHeard(asked: Asked) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "heard-bench-"));
  const origin = `http://localhost:${asked.port}`;
  const url = process.env.DATABASE_URL;
  const file = path.join(folder, "heard.sqlite");
  const place: DatabasePlace = url ? { url } : { file };
  const secret = randomBytes(32).toString("hex");
  const prepared = await prepareHeard({
    place,
    secret,
    publicBaseUrl: new URL(origin),
    responseCount: asked.responses,
    draftCount: asked.drafts,
    staffCount: asked.staff,
  });
  /** What a command needs to work on the same portal. */
  const settings = {
    NODE_ENV: "production" as const,
    PORT: String(asked.port),
    PUBLIC_BASE_URL: origin,
    HEARD_SECRET: secret,
    SECOND_STEP: "waived",
    DATABASE_FILE: file,
    UPLOADS_FOLDER: path.join(folder, "heard-files"),
    POSTS_PER_HOUR: "100000000",
    POSTS_PER_HOUR_OF_DRAFT: "100000000",
    MAX_DRAFT_MEGABYTES: "100000",
    LOG_LEVEL: "error",
  };
  const server = await startServer(serverFile, settings, serverFlags);
  return {
    origin,
    place,
    folder,
    prepared,
    settings,
    server,
    async close() {
      await stopServer(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
