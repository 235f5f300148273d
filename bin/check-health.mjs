// Asks the server on this machine whether it is well; for a container or a monitor.
import http from "node:http";

const publicAddress = new URL(
  process.env.PUBLIC_BASE_URL ?? "http://localhost:3000",
);
const request = http.get({
  host: "127.0.0.1",
  port: Number(process.env.PORT ?? 3000),
  path: "/healthcheck",
  // Every other host is refused.
  headers: { host: publicAddress.host },
  timeout: 4_000,
});
request.on("response", (response) => {
  process.exit(response.statusCode === 200 ? 0 : 1);
});
request.on("timeout", () => request.destroy());
request.on("error", () => process.exit(1));
