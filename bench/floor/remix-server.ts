/**
 * The bare Remix floor: its pages, action and queue as somebody begins with
 * Remix on Express, with one INSERT and the same promise.
 *
 * Environment: PORT, DATABASE_FILE, UPLOADS_FOLDER.
 */
import { Readable } from "node:stream";
import {
  createReadableStreamFromReadable,
  createRequestHandler,
  type ServerBuild,
  writeReadableStreamToWritable,
} from "@remix-run/node";
import express, {
  type Request as Asked,
  type Response as Reply,
} from "express";

const app = express();
app.disable("x-powered-by");
app.use(express.static("build/floor/client", { maxAge: "1h" }));
const build = (await import(
  `${process.cwd()}/build/floor/server/index.js`
)) as ServerBuild;
const handle = createRequestHandler(build, "production");

/** What `@remix-run/express` does. */
async function answer(asked: Asked, reply: Reply) {
  const headers = new Headers(asked.headers as Record<string, string>);
  const url = new URL(asked.originalUrl, `http://${asked.headers.host}`);
  const hasBody = asked.method !== "GET" && asked.method !== "HEAD";
  const response = await handle(
    new Request(url, {
      method: asked.method,
      headers,
      ...(hasBody && {
        body: createReadableStreamFromReadable(Readable.from(asked)),
        duplex: "half",
      }),
    }),
  );
  reply.status(response.status);
  for (const [name, value] of response.headers) reply.append(name, value);
  if (response.body) await writeReadableStreamToWritable(response.body, reply);
  else reply.end();
}

app.all("*", (asked, reply, next) => void answer(asked, reply).catch(next));
app.listen(Number(process.env.PORT), "127.0.0.1", () =>
  process.send?.("ready"),
);
