import pino from "pino";
import { openDatabase } from "#app/db/connection.server.ts";
import { readEnvironment } from "#app/http/env.server.ts";
import { endFailedStart } from "./command.ts";
import { openCheckedStore } from "./open-checked-store.server.ts";
import { refuseStart } from "./refuse-start.server.ts";
import { startWorking } from "./work.server.ts";

process.on("uncaughtException", endFailedStart);
const env = readEnvironment();
const logger = pino({ level: env.logLevel });
const db = openDatabase(env.database);
await refuseStart(db, { secret: env.secret, now: new Date() });
const work = startWorking({
  db,
  attachmentStore: await openCheckedStore(env, logger),
  env,
  logger,
  now: () => new Date(),
});
process.off("uncaughtException", endFailedStart);
logger.info("The worker waits for jobs");

let isStopping = false;
const stop = async () => {
  if (isStopping) return;
  isStopping = true;
  logger.info("The worker stops after the job under way");
  await work.stop();
  await db.destroy();
  process.exit(0);
};
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => void stop());
