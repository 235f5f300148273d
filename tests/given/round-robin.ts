import { once } from "node:events";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import { findFreePort } from "#tests/setup/free-port.ts";

/** Which server a request went to. */
type Passed = { server: number; request: string };

/**
 * A proxy that hands each request to the next server, as simple as one can be:
 * nobody stays with a server. One that takes no connection is passed over; one
 * that breaks off is a 502, because nobody knows what it had done.
 */
export async function startRoundRobin(ports: number[]) {
  const port = await findFreePort();
  const passed: Passed[] = [];
  let turn = 0;
  const server = http.createServer((request, response) => {
    turn += 1;
    passOn(request, response, turn % ports.length, ports.length);
  });

  function passOn(
    request: IncomingMessage,
    response: ServerResponse,
    index: number,
    triesLeft: number,
  ) {
    const upstream = http.request({
      host: "127.0.0.1",
      port: ports[index],
      method: request.method,
      path: request.url,
      agent: false,
      headers: {
        ...request.headers,
        "x-forwarded-for": request.headers["x-forwarded-for"] ?? "198.51.100.1",
      },
    });
    const giveUp = () => {
      if (response.headersSent) response.destroy();
      else response.writeHead(502).end("gone");
    };
    upstream.on("error", (error: NodeJS.ErrnoException) => {
      const isElsewhere = error.code === "ECONNREFUSED" && triesLeft > 1;
      if (!isElsewhere) giveUp();
      else passOn(request, response, (index + 1) % ports.length, triesLeft - 1);
    });
    upstream.on("response", (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on("error", () => response.destroy()).pipe(response);
    });
    // Nothing of the body has been taken by one that refused the connection.
    upstream.on("socket", (socket) =>
      socket.once("connect", () => {
        passed.push({ server: index, request: nameOf(request) });
        request.pipe(upstream);
      }),
    );
  }

  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `http://localhost:${port}`,
    passed,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const nameOf = ({ method, url }: IncomingMessage) => `${method} ${url}`;
