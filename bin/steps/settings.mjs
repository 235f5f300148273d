import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import net from "node:net";
import { StepFailure } from "./step.mjs";

/** What the demo's settings say in place of `.env.example`'s. */
const demoSettings = {
  REVIEW_NAME: "The Steady Ground Review",
  REVIEW_ABOUT:
    '"The Steady Ground Review is an independent review of how every child in care, or close to it, can grow up safe, loved and with people they can count on. It asks people who know before it recommends anything."',
  REVIEW_RUN_BY:
    '"Chaired by Dr Wren Okafor, with a team of nine. It is independent of government."',
  REVIEW_REPORTS: "In the autumn of next year",
  SECOND_STEP: "waived",
  LOG_LEVEL: "warn",
};

/**
 * Makes a `.env` for the demo where there is none, and reads it. What the
 * environment says already goes before what stands in the file, and
 * `PORT=3001 npm start` moves the public address along.
 *
 * @throws a StepFailure where a secret would be made for a database that other servers use
 */
export function readSettings() {
  const { PORT: portAsked, PUBLIC_BASE_URL: addressAsked } = process.env;
  const isNew = !existsSync(".env") && !process.env.HEARD_SECRET;
  if (isNew && process.env.DATABASE_URL)
    throw new StepFailure(
      "DATABASE_URL is set, and HEARD_SECRET is not.",
      "Every server on one database needs the same HEARD_SECRET: give this one that of the others, or make the first with openssl rand -hex 32.",
    );
  if (isNew) writeFileSync(".env", demoEnvironment(), { mode: 0o600 });
  if (existsSync(".env")) process.loadEnvFile(".env");
  if (portAsked && !addressAsked)
    process.env.PUBLIC_BASE_URL = `http://localhost:${portAsked}`;
  process.env.NODE_ENV = "production";
  return isNew ? "written to .env, with a secret of its own" : "read";
}

/** `.env.example` with the demo's values; without NODE_ENV, which each command sets for itself. */
function demoEnvironment() {
  const values = {
    ...demoSettings,
    HEARD_SECRET: randomBytes(32).toString("hex"),
  };
  return readFileSync(".env.example", "utf8")
    .split("\n")
    .filter((line) => !line.startsWith("NODE_ENV="))
    .map((line) => {
      const set = Object.entries(values).find(([name]) =>
        line.startsWith(`${name}=`),
      );
      return set ? `${set[0]}=${set[1]}` : line;
    })
    .join("\n");
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<void>}
 * @throws a StepFailure where another program listens there
 */
export function requireFreePort(host, port) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", (/** @type {NodeJS.ErrnoException} */ error) =>
      reject(explainListenError(error, host, port)),
    );
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/**
 * @param {NodeJS.ErrnoException} error
 * @param {string} host
 * @param {number} port
 */
function explainListenError(error, host, port) {
  if (error.code === "EADDRINUSE") {
    return new StepFailure(
      `Another program listens on ${host}:${port}.`,
      `If that is Heard, it is running already. Else stop that program, or choose another port: PORT=${port + 1} npm start`,
    );
  }
  if (error.code === "EACCES") {
    return new StepFailure(
      `This user may not listen on port ${port}.`,
      "Choose a port above 1023, like PORT=3000, and put a reverse proxy in front.",
    );
  }
  return new StepFailure(
    `Heard cannot listen on ${host}:${port} (${error.code}).`,
    "HOST in .env must be an address of this machine; 127.0.0.1 always is.",
  );
}
