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
