import { mkdirSync } from "node:fs";
import path from "node:path";
import { fillFloor } from "./floor/data.ts";
import { type Asked, openHeard } from "./heard.ts";
import { startServer, stopServer } from "./servers.ts";
import { madeUpTexts } from "./texts.ts";

export type Addresses = { heard: string; node: string; remix: string };
export type Portal = Awaited<ReturnType<typeof openPortal>>;

/** Heard and both floors with as many responses, each in a process of its own; `close` ends and deletes them. */
export async function openPortal(asked: Asked) {
  const heard = await openHeard(asked);
  const floors = await startFloors(heard.folder, asked);
  const at: Addresses = {
    heard: heard.origin,
    node: `http://localhost:${asked.port + 1}`,
    remix: `http://localhost:${asked.port + 2}`,
  };
  return {
    at,
    prepared: heard.prepared,
    heard: heard.server,
    async close() {
      await Promise.all(floors.map(stopServer));
      await heard.close();
    },
  };
}

async function startFloors(folder: string, asked: Asked) {
  return [
    await startFloor("bench/floor/server.ts", { folder, ...asked, number: 1 }),
    await startFloor("bench/floor/remix-server.ts", {
      folder,
      ...asked,
      number: 2,
    }),
  ];
}

/** A floor with as many responses as are asked for, on the port that is so many after Heard's. */
export async function startFloor(
  script: string,
  of: { folder: string; responses: number; port: number; number: number },
) {
  const files = path.join(of.folder, "floor-files");
  mkdirSync(files, { recursive: true });
  const file = path.join(of.folder, `floor-${of.number}.sqlite`);
  fillFloor(file, madeUpTexts(of.responses));
  return startServer(script, {
    NODE_ENV: "production",
    PORT: String(of.port + of.number),
    DATABASE_FILE: file,
    UPLOADS_FOLDER: files,
  });
}
