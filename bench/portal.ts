import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fillFloor } from "./floor/data.ts";
import { prepareHeard } from "./prepare.ts";
import { startServer, stopServer } from "./servers.ts";
import { madeUpTexts } from "./texts.ts";

export type Addresses = { heard: string; node: string; remix: string };

type Asked = { responses: number; drafts: number; staff: number; port: number };
export type Portal = Awaited<ReturnType<typeof openPortal>>;

/** Heard and both floors with as many responses, each in a process of its own; `close` ends and deletes them. */
export async function openPortal(asked: Asked) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "heard-bench-"));
  const at: Addresses = {
    heard: `http://localhost:${asked.port}`,
    node: `http://localhost:${asked.port + 1}`,
    remix: `http://localhost:${asked.port + 2}`,
  };
  const url = process.env.DATABASE_URL;
  const file = path.join(folder, "heard.sqlite");
  const secret = randomBytes(32).toString("hex");
  const prepared = await prepareHeard({
    place: url ? { url } : { file },
    secret,
    publicBaseUrl: new URL(at.heard),
    responseCount: asked.responses,
    draftCount: asked.drafts,
    staffCount: asked.staff,
  });
  const heard = await startServer("build/program/server.js", {
    NODE_ENV: "production",
    PORT: String(asked.port),
    PUBLIC_BASE_URL: at.heard,
    HEARD_SECRET: secret,
    DATABASE_FILE: file,
    UPLOADS_FOLDER: path.join(folder, "heard-files"),
    POSTS_PER_HOUR: "100000000",
    POSTS_PER_HOUR_OF_DRAFT: "100000000",
    MAX_DRAFT_MEGABYTES: "100000",
    LOG_LEVEL: "error",
  });
  const floors = await startFloors(folder, asked);
  return {
    at,
    prepared,
    heard,
    async close() {
      await Promise.all([heard, ...floors].map(stopServer));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startFloors(folder: string, { responses, port }: Asked) {
  const files = path.join(folder, "floor-files");
  mkdirSync(files);
  const start = async (script: string, number: number) => {
    const file = path.join(folder, `floor-${number}.sqlite`);
    fillFloor(file, madeUpTexts(responses));
    return startServer(script, {
      NODE_ENV: "production",
      PORT: String(port + number),
      DATABASE_FILE: file,
      UPLOADS_FOLDER: files,
    });
  };
  return [
    await start("bench/floor/server.ts", 1),
    await start("bench/floor/remix-server.ts", 2),
  ];
}
