import http, { type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import express, { type RequestHandler } from "express";
import { onTestFinished } from "vitest";
import {
  answerFaults,
  answerUnreadable,
} from "#app/http/gate/faults.server.ts";
import { standGates } from "#app/http/gate/gates.server.ts";
import { speakAtGates } from "#app/tasks/gate-words.ts";
import { tellUpload as tellInWords } from "#app/tasks/upload-words.ts";
import type { RequestContext } from "#app/http/request/context.server.ts";

type Gates = ReturnType<typeof standGates>;
type Stood = { gates: Gates; env: RequestContext["env"] };

/**
 * The gates as server.ts stands them, with a route behind them that says
 * "let in", on an address of this test's own.
 *
 * @param before what stands before them
 */
export async function startGates(
  {
    port,
    tellUpload = tellInWords,
    ...context
  }: RequestContext & { port?: number; tellUpload?: typeof tellInWords },
  route: RequestHandler = (_request, response) => void response.send("let in"),
  before: (app: RequestListener, stood: Stood) => RequestListener = (app) =>
    app,
) {
  const server = http.createServer();
  server.listen(port ?? 0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const bound = server.address() as AddressInfo;
  const address = `http://localhost:${bound.port}`;
  const env = { ...context.env, publicBaseUrl: new URL(address) };
  const app = express();
  const gates = standGates(
    app,
    { ...context, env },
    { tellUpload, speakAtGates },
  );
  app.use(route);
  app.use(answerFaults(context.logger));
  answerUnreadable(server, { portal: env, speakAtGates });
  server.on("request", before(app, { gates, env }));
  return { address, port: bound.port, proxyDoubt: gates.proxyDoubt };
}
